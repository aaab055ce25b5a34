// Lays out pages for the settings and the terminal, with pictures, captions and coloured code.
import type { Host } from '../../library/place/device.ts';
import type { MakePage } from '../library/page-cache.ts';
import type { createReaderPictures, PictureReader } from '../library/reader-pictures.ts';
import type { LiveSettings } from './live-settings.ts';

/** Until it is loaded, pages are empty. */
export type PageMaker = ReturnType<typeof createPageMaker>;

interface MakerOptions extends Host {
  readonly root: string;
  readonly color: boolean;
  /** Whether the reader is in plain lines, without pictures. */
  readonly isAccessible: boolean;
  readonly live: LiveSettings;
  readonly version: string;
}

export function createPageMaker({ color, isAccessible, live, ...own }: MakerOptions) {
  let make: MakePage = () => [];
  let pictures: ReturnType<typeof createReaderPictures> | null = null;
  let hasCaptions = true;
  /** Loads the drawing of pictures where the terminal shows some. */
  const loadPictures = async (reader: PictureReader): Promise<void> => {
    const protocol = live.protocol();
    if (protocol === null || isAccessible || pictures !== null) return;
    const { createReaderPictures } = await import('../library/reader-pictures.ts');
    const isOn = () => live.now().fetch_pictures;
    pictures ??= createReaderPictures(
      { ...own, protocol: () => live.protocol() ?? protocol, isOn },
      reader,
    );
  };
  return {
    loadPictures,
    /** Loads the layout, which is the larger half of the program. */
    async load(reader: PictureReader): Promise<void> {
      const { pageLines } = await import('../../render/page/page-lines.ts');
      const { createCodeColors } = await import('../../render/page/code-colors.ts');
      const code = createCodeColors();
      await loadPictures(reader);
      make = (article, look) => {
        // Colours are added later, for they move no line.
        void (color ? code.load(article.markdown) : null)?.then(reader.layOutAgain);
        const setsRight = live.order() !== 'read';
        const picture = live.protocol() === null ? undefined : pictures?.find;
        return pageLines(article, { ...look, code, setsRight, picture, hasCaptions });
      };
    },
    maker: (): MakePage => make,
    /** Hides the captions of pictures, or shows them again. */
    foldCaptions(): void {
      hasCaptions = !hasCaptions;
    },
    /** Replaces what stands for pictures in a row of the screen. */
    draw: (text: string, row: number): string => pictures?.draw(text, row) ?? text,
    pictureRow: (...asked: Parameters<ReturnType<typeof createReaderPictures>['row']>) =>
      pictures?.row(...asked) ?? null,
    stop: () => pictures?.stop(),
  };
}
