// The table that `feeds list` draws on a terminal: unread, title, last fetch, then what is wrong or the host.

import { formatListDate, type Locale } from '../../core/dates/format-dates.ts';
import type { FeedRow } from '../../jobs/feeds/feed-rows.ts';
import type { Role } from '../../text/line.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { displayWidth, padTo, truncate } from '../../text/width.ts';

interface TableOptions {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly now: Date;
  readonly locale: Locale;
  readonly paint: Paint;
}

interface Cell {
  readonly text: string;
  readonly roles: readonly Role[];
}

const GAP = 2;
/** A title has at most this share of a line, and no fewer columns where there are as many. */
const TITLE_SHARE = 0.5;
const LEAST_TITLE = 20;
/** Columns below which the last cell says nothing. */
const LEAST_LAST = 8;

/** The table's lines, none wider than the width. */
export function feedTableLines(
  rows: readonly FeedRow[],
  { width, now, locale, paint }: TableOptions,
): readonly string[] {
  const unread = rows.map(({ counts }) => (counts.unread === 0 ? '' : String(counts.unread)));
  const dates = rows.map(({ record }) =>
    record.fetched === null ? 'never' : formatListDate(record.fetched, now, locale),
  );
  const [left, middle] = [widest(unread), widest(dates)];
  const titles = widest(rows.map(({ title }) => title));
  const titleWidth = width === 0 ? titles : Math.min(titles, titleRoom(width, left, middle));
  const used = left + titleWidth + middle + 3 * GAP;
  const rest = width === 0 ? Number.POSITIVE_INFINITY : width - used;
  return rows.map((row, at) => {
    const cells: Cell[] = [
      { text: (unread[at] ?? '').padStart(left), roles: ['unread'] },
      { text: padTo(row.title, titleWidth), roles: [] },
    ];
    const hasDate = width === 0 || width >= left + titleWidth + middle + 2 * GAP;
    if (hasDate) cells.push({ text: padTo(dates[at] ?? '', middle), roles: ['meta'] });
    if (rest >= LEAST_LAST) cells.push(lastCell(row, rest));
    return paintSpans(withGaps(cells), paint).trimEnd();
  });
}

function titleRoom(width: number, left: number, middle: number): number {
  const room = width - left - GAP;
  const beside = room - middle - GAP;
  if (beside < LEAST_TITLE) return Math.max(1, room);
  return Math.max(LEAST_TITLE, Math.min(beside, Math.floor(width * TITLE_SHARE)));
}

function lastCell({ record, subscription }: FeedRow, room: number): Cell {
  const { error, gone } = record;
  const text = error ?? (gone ? 'it is gone' : subscription.tags.join(', '));
  const cut = Number.isFinite(room) ? truncate(text, room) : text;
  return { text: cut, roles: [error === null && !gone ? 'meta' : 'warning'] };
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}

function withGaps(cells: readonly Cell[]): readonly Cell[] {
  return cells.map((cell, at) =>
    at < cells.length - 1 ? { ...cell, text: cell.text + ' '.repeat(GAP) } : cell,
  );
}
