// Which pictures of the shown page are to be there: those on the screen, and one screen around it.
import type { Picture } from '../../text/line.ts';
import { linePictures } from '../../text/spans.ts';
import { screenGeometry } from './geometry.ts';
import { currentPage } from './scroll.ts';
import type { State } from './state.ts';

/** What the tallest picture has of the rows. */
const TALLEST = 2 / 3;

/** Rows of the tallest picture. */
export function tallestPicture(state: State): number {
  return Math.max(1, Math.floor(screenGeometry(state).bodyRows * TALLEST));
}

/** Those on the screen come first. */
export function picturesNear(state: State): readonly Picture[] {
  const page = currentPage(state);
  const { article, bodyRows } = screenGeometry(state);
  if (page === null || article === null) return [];
  const { lines, top } = page;
  const above = lines.slice(Math.max(0, top - bodyRows), top);
  return linePictures([...lines.slice(top, top + 2 * bodyRows), ...above]);
}
