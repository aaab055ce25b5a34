// A table on a terminal: its columns, how wide each is, and which are left out.
import { formatMinutes } from '../../core/article/article.ts';
import { createDateFormatter } from '../../core/dates/format-dates.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { RowCells } from '../../library/finder/row-fields.ts';
import { withLevels } from '../../text/bidi.ts';
import type { Role, Span } from '../../text/line.ts';
import { paintSpans } from '../../text/palette.ts';
import { shownHits, withHits } from '../../text/spans.ts';
import { padTo, widestOf } from '../../text/width.ts';
import type { OutputStyle } from '../call/output-style.ts';

type Stretches = Parameters<typeof withHits>[1];

export interface TableColumn<Row> {
  readonly text: (row: Row, options: OutputStyle) => string;
  readonly role?: Role | ((row: Row) => Role);
  /** Places that were looked for, in UTF-16 units, apart from each other. */
  readonly hits?: (row: Row) => Stretches;
  /** Widest it may be, in columns. */
  readonly widest?: number;
  readonly isRight?: true;
  /** Left out where the title would get fewer columns than this; the title itself has none. */
  readonly leaves?: number;
}

/** Columns of each cell, from those of the widest; `null` for a column that is left out. */
type SetWidths = (natural: readonly number[], width: number) => readonly (number | null)[];

/** Columns between two cells. */
export const GAP = 2;

/**
 * A table that is drawn a batch of rows at a time, no line wider than the width. Its columns are as
 * wide as the widest cell so far: no later row makes them narrower.
 */
export function createTable<Row>(
  columns: readonly TableColumn<Row>[],
  options: OutputStyle,
  setWidths: SetWidths = (natural, width) => leaveOut(columns, natural, width),
): (rows: readonly Row[]) => readonly string[] {
  let natural = columns.map(() => 0);
  return (rows) => {
    const texts = columns.map(({ text }) => rows.map((row) => text(row, options)));
    natural = columns.map(({ widest = Number.POSITIVE_INFINITY }, at) =>
      Math.min(widest, Math.max(natural[at] ?? 0, widestOf(texts[at] ?? []))),
    );
    const widths = setWidths(natural, options.width);
    const last = widths.findLastIndex((width) => width !== null);
    return rows.map((row, line) => {
      const spans = columns.flatMap((column, at): readonly Span[] => {
        const text = texts[at]?.[line] ?? '';
        const width = widths[at] ?? null;
        if (width === null) return [];
        const padded = column.isRight ? text.padStart(width) : padTo(text, width);
        return cellSpans(column, row, at === last ? padded.trimEnd() : padded + ' '.repeat(GAP));
      });
      return paintSpans(spans, options.paint).trimEnd();
    });
  };
}

function cellSpans<Row>({ role, hits }: TableColumn<Row>, row: Row, text: string) {
  const own = typeof role === 'function' ? role(row) : role;
  const cell = { text, roles: own === undefined ? [] : [own] };
  return withLevels(withHits(cell, shownHits(text.trimEnd(), hits?.(row) ?? [])));
}

/** When something was, as a list says it; empty for never. */
export function dateCell(date: string | null, { now, locale }: OutputStyle): string {
  return date === null ? '' : createDateFormatter(locale).short(date, now);
}

/** Columns are left out, the first first, that do not leave the title as many as they are to. */
function leaveOut(
  columns: readonly Pick<TableColumn<never>, 'leaves'>[],
  natural: readonly number[],
  width: number,
): readonly (number | null)[] {
  if (width === 0) return natural.map((own) => own || null);
  const title = natural[columns.findIndex(({ leaves }) => leaves === undefined)] ?? 0;
  let rest = width;
  const widths = columns.map(({ leaves }, at) => {
    const own = natural[at] ?? 0;
    if (leaves === undefined || own === 0) return null;
    if (rest - own - GAP < Math.min(leaves, title)) return null;
    rest -= own + GAP;
    return own;
  });
  return widths.map((own, at) =>
    columns[at]?.leaves === undefined ? Math.min(title, rest) || null : own,
  );
}

export interface TableEntry extends ArticleRow {
  /** Places in the headline that were looked for. */
  readonly hits: Stretches;
}

interface ListColumn extends TableColumn<TableEntry> {
  readonly name: string;
}

export const LIST_COLUMNS: readonly ListColumn[] = [
  {
    name: 'marks',
    role: 'unread',
    text: ({ state }) => `${state.read ? ' ' : '●'}${state.starred ? '★' : ''}`,
    leaves: 8,
  },
  {
    name: 'date',
    role: 'meta',
    text: ({ head }, options) => dateCell(head.published ?? head.added, options),
    leaves: 12,
  },
  { name: 'source', role: 'meta', text: ({ head }) => head.source ?? '', widest: 18, leaves: 24 },
  { name: 'title', text: ({ head }) => head.title, hits: ({ hits }) => hits },
  {
    name: 'minutes',
    role: 'meta',
    text: ({ body, state }) => formatMinutes(body.minutes, state),
    isRight: true,
    leaves: 24,
  },
  { name: 'id', role: 'meta', text: ({ head }) => head.id, leaves: 40 },
];

/** The columns of these names; what the list has not by itself is as wide as a source. */
export function namedColumns(cells: RowCells): readonly ListColumn[] {
  return Array.from(cells, ([name, text]): ListColumn => {
    const known = LIST_COLUMNS.find((column) => column.name === name);
    return known ?? { name, role: 'meta', text, widest: 30, leaves: 24 };
  });
}
