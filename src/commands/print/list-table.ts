// The table that `list` draws on a terminal: unread mark, date, source, title, minutes, ID.
import type { ArticleHead, ReadingState } from '../../core/article/article.ts';
import { formatMinutes } from '../../core/article/reading-time.ts';
import { formatListDate, type Locale } from '../../core/dates/format-dates.ts';
import type { Role, Span } from '../../text/line.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { withHits } from '../../text/spans.ts';
import { padTo, widestOf } from '../../text/width.ts';

type Stretches = Parameters<typeof withHits>[1];

/** One article as the table shows it. */
export interface TableEntry {
  readonly article: ArticleHead;
  readonly state: ReadingState;
  readonly minutes: number;
  /** Places in the headline that were looked for, in UTF-16 units, apart from each other. */
  readonly hits: Stretches;
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

/**
 * A table that is drawn a batch of rows at a time, no line wider than the width. Its columns are as
 * wide as the widest cell so far: no later row makes them narrower.
 */
export function createTable(
  options: TableOptions,
): (entries: readonly TableEntry[]) => readonly string[] {
  let natural = COLUMNS.map(() => 0);
  return (entries) => {
    const texts = COLUMNS.map((column) => entries.map((entry) => column.text(entry, options)));
    natural = naturalWidths(texts, natural);
    const widths = columnWidths(natural, options.width);
    return entries.map(({ hits }, row) => {
      const cells = texts.map((column) => column[row] ?? '');
      return paintSpans(rowSpans(cells, widths, hits), options.paint).trimEnd();
    });
  };
}

function rowSpans(
  texts: readonly string[],
  widths: readonly number[],
  hits: Stretches,
): readonly Span[] {
  const last = widths.findLastIndex((width) => width > 0);
  return COLUMNS.flatMap(({ role, isRight, leaves }, at) => {
    const [text, width] = [texts[at] ?? '', widths[at] ?? 0];
    if (width === 0) return [];
    const padded = isRight ? text.padStart(width) : padTo(text, width);
    const gap = at === last ? '' : ' '.repeat(GAP);
    const cell = { text: padded + gap, roles: role === undefined ? [] : [role] };
    return leaves === undefined ? withHits(cell, clipped(hits, padded)) : [cell];
  });
}

function dateText({ article }: TableEntry, { now, locale }: TableOptions): string {
  const date = article.published ?? article.added;
  return date === null ? '' : formatListDate(date, now, locale);
}

/** The widest cell of each column, of these and of those before. */
function naturalWidths(texts: readonly (readonly string[])[], before: readonly number[]): number[] {
  return texts.map((column, index) => {
    const widest = COLUMNS[index]?.widest ?? Number.POSITIVE_INFINITY;
    return Math.min(widest, Math.max(before[index] ?? 0, widestOf(column)));
  });
}

/** Columns of each cell; 0 for a column that is left out. */
function columnWidths(natural: readonly number[], width: number): readonly number[] {
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

/** Places that a cut title still shows. */
function clipped(hits: Stretches, cell: string): Stretches {
  const text = cell.trimEnd();
  const end = text.endsWith('…') ? text.length - 1 : text.length;
  return hits
    .map((hit) => ({ start: hit.start, end: Math.min(hit.end, end) }))
    .filter((hit) => hit.start < hit.end);
}
