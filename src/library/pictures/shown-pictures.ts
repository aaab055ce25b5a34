// The pictures of one reader or one call, drawn when they are near the screen.
import { NewsprintError } from '../../core/errors.ts';
import { lazy } from '../../core/lazy.ts';
import type { Picture, PictureRoom, PictureRow, Span } from '../../text/line.ts';
import { MOST_PICTURE_ROWS } from '../../text/pictures/kitty-graphics.ts';
import { drawParts } from '../../text/pictures/picture-parts.ts';
import type { DrawnPicture } from './draw-picture.ts';
import { createKeptPictures } from './kept-pictures.ts';
import { libraryPicture, pagePicture, usualRows } from './page-picture.ts';
import { hasSharp } from './sharp.ts';

interface PictureSource {
  readonly root: string;
  /** The file of a picture that is not in the library; `null` where it is not cached. */
  readonly elsewhere: (article: string, source: string) => string | null;
  /** Whether the page has a placeholder for it; by default it never has. */
  readonly hasPlaceholder?: (article: string, source: string) => boolean;
  /** Rows of the tallest picture. */
  readonly tallest: () => number;
  /** @returns `null` for a picture that cannot be shown; rejects where it was not tried */
  readonly draw: (picture: Picture, signal: AbortSignal) => Promise<DrawnPicture | null>;
  /** Writes to the terminal what comes before the cells of pictures. */
  readonly write: (text: string) => void;
}

function nameOf({ file, columns, rows }: Picture): string {
  return `${columns}×${rows} ${file}`;
}

export function createPictures(source: PictureSource) {
  const { root, elsewhere, hasPlaceholder, tallest, draw, write } = source;
  const canDraw = lazy(hasSharp);
  const kept = createKeptPictures(write);
  const broken = new Set<string>();
  const asked = new Map<string, AbortController>();
  let wanted = new Map<string, Picture>();
  const ask = async (picture: Picture): Promise<boolean> => {
    const name = nameOf(picture);
    const control = new AbortController();
    asked.set(name, control);
    try {
      const drawn = await draw(picture, control.signal);
      if (drawn === null) broken.add(picture.file);
      else kept.keep(name, drawn);
      return drawn !== null;
    } catch (error) {
      if (!(error instanceof NewsprintError)) throw error;
      return true;
    } finally {
      if (asked.get(name) === control) asked.delete(name);
    }
  };
  return {
    /** The room for a figure's picture; `null` where only its caption is shown. */
    find(article: string, source: string, columns: number): PictureRoom | null {
      if (!canDraw()) return null;
      const file = libraryPicture(root, article, source) ?? elsewhere(article, source);
      const most = { columns, rows: Math.min(tallest(), MOST_PICTURE_ROWS) };
      const rows = hasPlaceholder?.(article, source) ? usualRows(most) : null;
      const isShown = file !== null && !broken.has(file);
      const picture = isShown ? pagePicture(file, { columns, rows: rows ?? most.rows }) : null;
      return rows === null ? picture && { rows: picture.rows, picture } : { rows, picture };
    },
    /** The cells of a row; `null` until they are drawn. */
    row: ({ of, at }: PictureRow): readonly Span[] | null => kept.row(nameOf(of), at),
    /** A painted row with strips of pictures instead of their cells. */
    draw: (row: string) => drawParts(row, kept.strip),
    /**
     * Has pictures drawn, and drops earlier requests that are not begun.
     * @returns for each that is not drawn yet whether it can be shown, once that is known
     */
    want(pictures: readonly Picture[]): readonly Promise<boolean>[] {
      wanted = new Map(pictures.map((picture) => [nameOf(picture), picture]));
      for (const [name, control] of asked) {
        if (wanted.has(name)) continue;
        asked.delete(name);
        control.abort();
      }
      return [...wanted].flatMap(([name, picture]) =>
        kept.renew(name) || asked.has(name) ? [] : [ask(picture)],
      );
    },
    /** Undoes all that was written. */
    undone: kept.undone,
    /** After that: sends wanted pictures again, and forgets the rest. */
    sendAgain: () => kept.sendAgain((name) => wanted.has(name)),
  };
}
