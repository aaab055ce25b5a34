// Which pictures of the shown page are to be there: those on the screen, and one screen around it.
import type { Picture } from '../../text/line.ts';
import { linePictures } from '../../text/spans.ts';
import type { ArticlePage } from './article-page.ts';
import { screenGeometry } from './geometry.ts';
import { currentPage } from './scroll.ts';
import type { State } from './state.ts';

/** What the tallest picture has of the rows. */
const TALLEST = 2 / 3;

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
  const large = enlargedPicture(state);
  const near = linePictures([...lines.slice(top, top + 2 * bodyRows), ...above]);
  return large === null ? near : [large, ...near];
}

/** The picture of which most rows are on the screen; `null` where there is none. */
export function pictureInSight({ lines, top }: ArticlePage, rows: number): Picture | null {
  const shown = lines.slice(top, top + rows);
  const seen = (picture: Picture) => shown.filter((line) => linePictures([line])[0] === picture);
  const [most = null] = linePictures(shown).toSorted(
    (one, other) => seen(other).length - seen(one).length,
  );
  return most;
}

/** Whether a place on the screen is one where a picture may come. */
export function isPictureAwaited(state: State): boolean {
  const [page, { bodyRows }] = [currentPage(state), screenGeometry(state)];
  const shown = page?.lines.slice(page.top, page.top + bodyRows) ?? [];
  return shown.some(({ spans }) => spans.some(({ isAwaiting }) => isAwaiting));
}

/** Rows of a cell's height that its width is. */
const CELL_SHAPE = 1 / 2;

/** The enlarged picture as large as the screen; `null` where there is none. */
export function enlargedPicture(state: State): Picture | null {
  const { enlarged } = state;
  if (enlarged === null) return null;
  const { columns, bodyRows } = screenGeometry(state);
  const width = Math.min(columns, (bodyRows * enlarged.shape) / CELL_SHAPE);
  const cells = (length: number) => Math.max(1, Math.round(length));
  const rows = cells((width * CELL_SHAPE) / enlarged.shape);
  return { ...enlarged, columns: cells(width), rows };
}
