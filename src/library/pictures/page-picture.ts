// The pictures of articles: their files in the library, and the cells that they take on a page.
import { join, posix } from 'node:path';
import { tryOr } from '../../core/try-or.ts';
import type { Picture } from '../../text/line.ts';
import { liesIn } from '../files/folders.ts';
import { readStart } from '../files/open-file.ts';
import { type PictureSize, parsePictureSize } from './picture-size.ts';

/** Enough for the size to be in it: a photograph has its camera's notes before that (bytes). */
const HEAD = 262_144;

/** Points of a cell where the terminal's are not known: a small picture is made no larger. */
const CELL_WIDTH = 8;
const CELL_HEIGHT = 16;

/** The height of most photographs, as a part of their width. */
const USUAL_HEIGHT = 2 / 3;

type Room = Pick<Picture, 'columns' | 'rows'>;

/**
 * The file of the picture that a figure of an article names.
 * @param article the path of its file, from the library's root
 * @returns `null` where it is not in the library
 */
export function libraryPicture(root: string, article: string, source: string): string | null {
  const path = tryOr(() => decodeURIComponent(source), source);
  if (/^(?:[a-z][\w+.-]*:|[/\\])/i.test(path)) return null;
  const file = join(root, posix.dirname(article), path);
  return tryOr(() => liesIn(root, file), false) ? file : null;
}

/** Rows of a picture of the usual shape that is as wide as the room, or as high. */
export function usualRows(room: Room): number {
  const width = room.columns * CELL_WIDTH;
  return cellsOf({ width, height: width * USUAL_HEIGHT }, room).rows;
}

/** The picture in a file, as large as it is shown; `null` where there is none that is. */
export function pagePicture(file: string, room: Room): Picture | null {
  const size = tryOr(() => parsePictureSize(readStart(file, HEAD)), null);
  return size && { file, ...cellsOf(size, room), shape: size.width / size.height };
}

/** In its own shape, within the room. */
function cellsOf({ width, height }: PictureSize, room: Room): Room {
  const wide = width / CELL_WIDTH;
  const high = height / CELL_HEIGHT;
  const share = Math.min(1, room.columns / wide, room.rows / high);
  const cells = (length: number) => Math.max(1, Math.round(length * share));
  return { columns: cells(wide), rows: cells(high) };
}
