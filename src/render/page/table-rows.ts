// Tables: a grid where it fits, its cells wrapped and aligned; else one row a block.
import { clamp } from '../../core/clamp.ts';
import { concatMap } from '../../core/concat-map.ts';
import { firstNot } from '../../core/first-not.ts';
import type { Alignment, Table } from '../../markdown/document/document.ts';
import type { Inline } from '../../markdown/document/inline.ts';
import { withLevels } from '../../text/bidi.ts';
import type { Role, Span } from '../../text/line.ts';
import { longestRow, textUnits, type WordCache } from '../../text/text-ranges.ts';
import { displayWidth } from '../../text/width.ts';
import { prefixRows, spansText, trimRow, type WrappedRow, wrapSpans } from '../../text/wrap.ts';
import type { Layout } from './inline-printer.ts';

/** Columns between two of a table's columns. */
const GAP = 2;
/** A column gets no narrower than its longest word, but a word longer than this may be cut. */
const LONGEST_WORD = 14;
/** Below this a cell that wraps is a sliver, though its words (or CJK characters) be short. */
const NARROWEST_COLUMN = 8;

/** How much of a column's free space stands before its cells. */
const SHARES = { left: 0, center: 0.5, right: 1 } as const;

/** A cell's words on one row. */
interface Cell {
  readonly row: WrappedRow;
  readonly text: string;
  /** In columns. */
  readonly width: number;
}

export function tableRows(table: Table, layout: Layout): WrappedRow[] {
  const strong: readonly Role[] = [...layout.roles, 'strong'];
  const header = table.header.map((cell) => tableCell(cell, layout, strong));
  const body = table.rows
    .map((row) => row.map((cell) => tableCell(cell, layout, layout.roles)))
    .filter(hasWords);
  const widths = columnWidths([header, ...body], layout.width, layout.words);
  if (widths === null) return stackedRows(header, body, layout);
  const toRows = (cells: readonly Cell[]) => gridRows(cells, widths, table, layout.words);
  const rows = joinRows(body.map(toRows));
  if (!hasWords(header)) return rows;
  const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP));
  return [...toRows(header), [{ text: rule, roles: ['rule'] }], ...rows];
}

function hasWords(cells: readonly Cell[]): boolean {
  return cells.some(({ width }) => width > 0);
}

/** A cell on one row: a break in it is a space. */
function tableCell(cell: Inline, layout: Layout, roles: readonly Role[]): Cell {
  const [first = [], ...more] = layout.inline(cell, roles);
  const row =
    more.length === 0
      ? first
      : [first, ...more.map((spans) => [{ text: ' ', roles: layout.roles }, ...spans])].flat();
  const text = spansText(row);
  return { row, text, width: displayWidth(text) };
}

/** The rows of one table row, its cells wrapped and aligned. */
function gridRows(
  cells: readonly Cell[],
  widths: readonly number[],
  { alignments }: Table,
  words: WordCache,
): WrappedRow[] {
  const wrapped = widths.map((width, index) => cellRows(cells[index], width, words));
  const height = maximum(wrapped, (rows) => rows.length, 1);
  const rows: WrappedRow[] = [];
  for (let line = 0; line < height; line += 1) {
    const parts = wrapped.map((lines) => lines[line]);
    rows.push(gridRow(parts, widths, alignments));
  }
  return rows;
}

/** One row of a cell, with its width. */
type Part = Pick<Cell, 'row' | 'width'>;

function cellRows(cell: Cell | undefined, width: number, words: WordCache): Part[] {
  if (cell === undefined || cell.width === 0) return [];
  if (cell.width <= width && cell.text.length <= longestRow(width)) {
    return [{ ...cell, row: withLevels(cell.row) }];
  }
  return wrapSpans(cell.row, width, words).map((row) => ({
    row,
    width: displayWidth(spansText(row)),
  }));
}

/** Each column's part, with the spaces between two words but none at the end. */
function gridRow(
  parts: readonly (Part | undefined)[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): WrappedRow {
  const row: Span[] = [];
  let spaces = 0;
  widths.forEach((width, index) => {
    const part = parts[index] ?? { row: [], width: 0 };
    const free = Math.max(0, width - part.width);
    const share = SHARES[alignments[index] ?? 'left'];
    const before = spaces + Math.floor(free * share);
    spaces += free + GAP;
    if (part.row.length === 0) return;
    if (before > 0) row.push(blank(before));
    for (const span of part.row) row.push(span);
    spaces -= before;
  });
  return trimRow(row);
}

function blank(width: number): Span {
  return { text: ' '.repeat(width), roles: [] };
}

/** Rows that wrapped are set apart, so that one sees where each begins. */
function joinRows(rows: readonly (readonly WrappedRow[])[]): WrappedRow[] {
  const apart = rows.some((lines) => lines.length > 1);
  return concatMap(rows, (lines, index) => (apart && index > 0 ? [[], ...lines] : lines));
}

/** `Header: value`, one below the other, a blank row between two rows of the table. */
function stackedRows(
  header: readonly Cell[],
  body: readonly (readonly Cell[])[],
  layout: Layout,
): WrappedRow[] {
  if (body.length === 0) return concatMap(header, (cell) => stackedCell([], cell.row, layout));
  return concatMap(body, (row, index) => {
    const lines = concatMap(row, (cell, column) =>
      stackedCell(header[column]?.row ?? [], cell.row, layout),
    );
    return index > 0 && lines.length > 0 ? [[], ...lines] : lines;
  });
}

function stackedCell(header: WrappedRow, cell: WrappedRow, layout: Layout): WrappedRow[] {
  if (cell.length === 0) return [];
  const label: WrappedRow =
    header.length === 0 ? [] : [...header, { text: ': ', roles: layout.roles }];
  const indent = layout.width > 2 * GAP ? GAP : 0;
  const [first, ...rest] = wrapSpans([...label, ...cell], layout.width - indent);
  if (first === undefined) return [];
  const prefix = indent > 0 ? [blank(indent)] : [];
  return [first, ...prefixRows(rest, prefix, prefix)];
}

/**
 * The widths of a table's columns, each at least 1.
 * @param rows the header's cells first; every row is as long
 * @returns `null` where even the narrowest columns do not fit
 */
function columnWidths(
  rows: readonly (readonly Cell[])[],
  available: number,
  words: WordCache,
): number[] | null {
  const columns = (rows[0] ?? []).map((_, index) =>
    concatMap(rows, (row) => row.slice(index, index + 1)),
  );
  const natural = columns.map((cells) => maximum(cells, (cell) => cell.width, 1));
  const room = available - GAP * (columns.length - 1);
  if (sum(natural) <= room) return natural;
  const least = columns.map((cells, index) =>
    Math.min(natural[index] ?? 1, longestWord(cells, words)),
  );
  return sum(least) > room ? null : shrinkWidths(natural, least, room);
}

/** The columns of the longest word, of those that matter: between sliver and cut. */
function longestWord(cells: readonly Cell[], words: WordCache): number {
  let longest = NARROWEST_COLUMN;
  for (const { text, width } of cells) {
    if (longest >= LONGEST_WORD) return LONGEST_WORD;
    if (width > longest) longest = maximum(textUnits(text, words), (unit) => unit.width, longest);
  }
  return Math.min(longest, LONGEST_WORD);
}

/** Caps the columns at the largest width that fits, none below its least; the rest goes around. */
function shrinkWidths(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): number[] {
  const capped = (cap: number) =>
    natural.map((width, index) => clamp(width, least[index] ?? 1, cap));
  const widest = maximum(natural, (width) => width, 1);
  const widths = capped(1 + firstNot(widest - 1, (at) => sum(capped(at + 2)) <= room));
  let spare = room - sum(widths);
  return widths.map((width, index) => {
    if (spare === 0 || width >= (natural[index] ?? 0)) return width;
    spare -= 1;
    return width + 1;
  });
}

/** The largest of the measures, at least `least`, of however many items. */
function maximum<T>(items: readonly T[], measure: (item: T) => number, least: number): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), least);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
