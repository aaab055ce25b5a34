// Lays pages out as the settings and the terminal have them: with pictures, captions, colours of code.

import type { Host } from '../../library/place/device.ts';
import type { MakePage } from '../library/page-cache.ts';
import type { createReaderPictures, PictureReader } from '../library/reader-pictures.ts';
import type { LiveSettings } from './live-settings.ts';

/** What makes the pages of a reader; until it is loaded they are empty. */
export type PageMaker = ReturnType<typeof createPageMaker>;

interface MakerOptions extends Host {
  readonly root: string;
  readonly color: boolean;
  /** In plain lines no picture is shown. */
  readonly isAccessible: boolean;
  readonly live: LiveSettings;
  readonly version: string;
}

export function createPageMaker({ color, isAccessible, live, ...own }: MakerOptions) {
  let make: MakePage = () => [];
  let pictures: ReturnType<typeof createReaderPictures> | null = null;
  let hasCaptions = true;
  /** Where pictures are shown by now, what draws them. */
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
    /** From here on pages can be laid out: what does that is the larger half of the program. */
    async load(reader: PictureReader): Promise<void> {
      const { pageLines } = await import('../../render/page/page-lines.ts');
      const { createCodeColors } = await import('../../render/page/code-colors.ts');
      const code = createCodeColors();
      await loadPictures(reader);
      make = (article, look) => {
        // Colours come a moment later: they move nothing.
        void (color ? code.load(article.markdown) : null)?.then(reader.layOutAgain);
        const setsRight = live.order() !== 'read';
        const picture = live.protocol() === null ? undefined : pictures?.find;
        return pageLines(article, { ...look, code, setsRight, picture, hasCaptions });
      };
    },
    maker: (): MakePage => make,
    /** Pictures stand without their captions from now on, or with them again. */
    foldCaptions(): void {
      hasCaptions = !hasCaptions;
    },
    /** The text of a row of the screen as it is written. */
    draw: (text: string, row: number): string => pictures?.draw(text, row) ?? text,
    pictureRow: (...asked: Parameters<ReturnType<typeof createReaderPictures>['row']>) =>
      pictures?.row(...asked) ?? null,
    stop: () => pictures?.stop(),
  };
}
