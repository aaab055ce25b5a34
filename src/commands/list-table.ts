// The table that `list` draws on a terminal: unread mark, date, source, title, minutes, ID.

import type { ArticleHead, ReadingState } from '../core/article.ts';
import { formatListDate, type Locale } from '../core/dates.ts';
import { formatMinutes } from '../core/reading-time.ts';
import type { Role } from '../text/line.ts';
import { type Paint, paintSpans } from '../text/palette.ts';
import { displayWidth, padTo } from '../text/width.ts';

/** One article as the table shows it. */
export interface TableEntry {
  readonly article: ArticleHead;
  readonly state: ReadingState;
  readonly minutes: number;
}

/** What the table is drawn for. */
export interface TableOptions {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly now: Date;
  readonly locale: Locale;
  readonly paint: Paint;
}

interface Column {
  readonly role?: Role;
  readonly text: (entry: TableEntry, options: TableOptions) => string;
  /** Widest it may be, in columns. */
  readonly widest?: number;
  readonly isRight?: true;
  /** Left out where the title would get fewer columns than this; the title itself has none. */
  readonly leaves?: number;
}

const COLUMNS: readonly Column[] = [
  {
    role: 'unread',
    text: ({ state }) => `${state.read ? ' ' : '●'}${state.starred ? '★' : ''}`,
    leaves: 8,
  },
  { role: 'meta', text: dateText, leaves: 12 },
  { role: 'meta', text: ({ article }) => article.source ?? '', widest: 18, leaves: 24 },
  { text: ({ article }) => article.title },
  {
    role: 'meta',
    text: ({ minutes, state }) => formatMinutes(minutes, state),
    isRight: true,
    leaves: 24,
  },
  { role: 'meta', text: ({ article }) => article.id, leaves: 40 },
];
const GAP = 2;

/** The table's lines, none wider than the width. */
export function tableLines(
  entries: readonly TableEntry[],
  options: TableOptions,
): readonly string[] {
  const texts = COLUMNS.map((column) => entries.map((entry) => column.text(entry, options)));
  const widths = columnWidths(texts, options.width);
  return entries.map((_, row) => {
    const cells = COLUMNS.flatMap((column, index) => {
      const width = widths[index] ?? 0;
      if (width === 0) return [];
      const text = texts[index]?.[row] ?? '';
      const padded = column.isRight ? text.padStart(width) : padTo(text, width);
      return [{ text: padded, roles: column.role === undefined ? [] : [column.role] }];
    });
    return paintSpans(withGaps(cells), options.paint).trimEnd();
  });
}

function dateText({ article }: TableEntry, { now, locale }: TableOptions): string {
  const date = article.published ?? article.added;
  return date === null ? '' : formatListDate(date, now, locale);
}

/** Columns of each cell; 0 for a column that is left out. */
function columnWidths(texts: readonly (readonly string[])[], width: number): readonly number[] {
  const natural = texts.map((column, index) =>
    Math.min(
      COLUMNS[index]?.widest ?? Number.POSITIVE_INFINITY,
      column.reduce((widest, text) => Math.max(widest, displayWidth(text)), 0),
    ),
  );
  if (width === 0) return natural;
  const title = COLUMNS.findIndex(({ leaves }) => leaves === undefined);
  const widths = natural.map(() => 0);
  let rest = width;
  for (const [index, { leaves }] of COLUMNS.entries()) {
    const wanted = (natural[index] ?? 0) + GAP;
    if (leaves === undefined || wanted === GAP) continue;
    if (rest - wanted < Math.min(leaves, natural[title] ?? 0)) continue;
    widths[index] = wanted - GAP;
    rest -= wanted;
  }
  widths[title] = Math.min(natural[title] ?? 0, rest);
  return widths;
}

function withGaps<Cell extends { text: string }>(cells: readonly Cell[]): readonly Cell[] {
  const gap = ' '.repeat(GAP);
  return cells.map((cell, index) =>
    index < cells.length - 1 ? { ...cell, text: cell.text + gap } : cell,
  );
}
