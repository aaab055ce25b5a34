// The pictures of one reader or one call: asked for when they are near, and the last ones kept.
import { NewsprintError } from '../../core/errors.ts';
import { lazy } from '../../core/lazy.ts';
import type { Picture, PictureRow, Span } from '../../text/line.ts';
import { MOST_PICTURE_ROWS } from '../../text/pictures/kitty-graphics.ts';
import { drawParts } from '../../text/pictures/picture-parts.ts';
import type { DrawnPicture } from './draw-picture.ts';
import { libraryPicture, pagePicture } from './page-picture.ts';
import { hasSharp } from './sharp.ts';

/** Of drawn pictures, in bytes. */
const MOST_KEPT = 32 * 1024 * 1024;
/** What a span takes beside its text. */
const SPAN = 120;

export interface PictureSource {
  /** The library's folder. */
  readonly root: string;
  /** The file of a picture that is not in the library; `null` where it is not at hand. */
  readonly elsewhere: (article: string, source: string) => string | null;
  /** Rows of the tallest. */
  readonly tallest: () => number;
  /** @returns `null` for a picture that cannot be shown; rejects where it was not tried */
  readonly draw: (picture: Picture, signal: AbortSignal) => Promise<DrawnPicture | null>;
  /** Writes to the terminal what comes before the cells of pictures. */
  readonly write: (text: string) => void;
}

/** Pictures of the articles of a library. */
export type ShownPictures = ReturnType<typeof createPictures>;

function nameOf({ file, columns, rows }: Picture): string {
  return `${columns}×${rows} ${file}`;
}

function sizeOf(drawn: DrawnPicture): number {
  const size = ({ text, sgr = '' }: Span) => SPAN + 2 * text.length + sgr.length;
  const sent = drawn.strips.reduce((sum, strip) => sum + strip.length, drawn.sent.length);
  return drawn.cells.flat().reduce((sum, span) => sum + size(span), sent);
}

export function createPictures({ root, elsewhere, tallest, draw, write }: PictureSource) {
  const canDraw = lazy(hasSharp);
  /** The ones that were wanted last come last. */
  const kept = new Map<string, { readonly drawn: DrawnPicture; readonly size: number }>();
  const broken = new Set<string>();
  const asked = new Map<string, AbortController>();
  let wanted = new Map<string, Picture>();
  const keep = (name: string, drawn: DrawnPicture) => {
    write(drawn.sent);
    kept.set(name, { drawn, size: sizeOf(drawn) });
    let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { drawn: old, size }] of kept) {
      if (total <= MOST_KEPT || oldest === name) break;
      write(old.undone);
      kept.delete(oldest);
      total -= size;
    }
  };
  const ask = async (picture: Picture): Promise<boolean> => {
    const [name, control] = [nameOf(picture), new AbortController()];
    asked.set(name, control);
    try {
      const drawn = await draw(picture, control.signal);
      if (drawn === null) broken.add(picture.file);
      else keep(name, drawn);
      return drawn !== null;
    } catch (error) {
      if (!(error instanceof NewsprintError)) throw error;
      return true;
    } finally {
      if (asked.get(name) === control) asked.delete(name);
    }
  };
  const stripOf = (sgr: string, text: string): string | null => {
    for (const { drawn } of kept.values()) {
      const at = drawn.cells.findIndex(([cell]) => cell?.text === text && cell.sgr === sgr);
      if (at >= 0) return drawn.strips[at] ?? null;
    }
    return null;
  };
  return {
    /** The picture that a figure of an article names; `null` where its caption stands for it. */
    find(article: string, source: string, columns: number): Picture | null {
      if (!canDraw()) return null;
      const file = libraryPicture(root, article, source) ?? elsewhere(article, source);
      if (file === null || broken.has(file)) return null;
      return pagePicture(file, { columns, rows: Math.min(tallest(), MOST_PICTURE_ROWS) });
    },
    /** The cells of a row; `null` while they are not there. */
    row: ({ of, at }: PictureRow): readonly Span[] | null =>
      kept.get(nameOf(of))?.drawn.cells[at] ?? null,
    /** A painted row with strips of pictures in the place of the cells that stand for them. */
    draw: (row: string) => drawParts(row, stripOf),
    /**
     * Has pictures drawn; others that were asked for are left where they are not begun.
     * @returns of each that is not there yet, once that is known, whether it can be shown
     */
    want(pictures: readonly Picture[]): readonly Promise<boolean>[] {
      wanted = new Map(pictures.map((picture) => [nameOf(picture), picture]));
      for (const [name, control] of asked) {
        if (wanted.has(name)) continue;
        asked.delete(name);
        control.abort();
      }
      return [...wanted].flatMap(([name, picture]) => {
        const own = kept.get(name);
        if (own === undefined) return asked.has(name) ? [] : [ask(picture)];
        kept.delete(name);
        kept.set(name, own);
        return [];
      });
    },
    /** What takes back all that was written. */
    undone: () => [...kept.values()].map(({ drawn }) => drawn.undone).join(''),
    /** After that was written: what is wanted is sent again, and the rest forgotten. */
    sendAgain() {
      for (const [name, { drawn }] of kept) {
        if (wanted.has(name)) write(drawn.sent);
        else kept.delete(name);
      }
    },
  };
}
