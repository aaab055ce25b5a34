// Tables: columns at their natural width, shrunk fairly, or one row a block where they cannot fit.

import type { Alignment, Table } from '../markdown/document.ts';
import type { Inline } from '../markdown/inline.ts';
import type { Role } from '../text/line.ts';
import { textUnits, type WordCache } from '../text/units.ts';
import { displayWidth } from '../text/width.ts';
import { prefixRows, type Row, wrapSpans } from '../text/wrap.ts';
import type { Layout } from './layout.ts';

const GAP = 2;
/** A column gets no narrower than its longest word, but a word longer than this may be cut. */
const LONGEST_WORD = 14;
/** Below this a cell that wraps is a sliver, though its words (or CJK characters) be short. */
const NARROWEST_COLUMN = 8;

export function tableRows(table: Table, layout: Layout): Row[] {
  const header = table.header.map((cell) => cellRow(cell, layout, ['strong']));
  const body = table.rows.map((row) => row.map((cell) => cellRow(cell, layout, [])));
  const widths = columnWidths([header, ...body], layout.width, layout.words);
  if (widths === null) return stackedRows(header, body, layout);
  const cells = body.map((row) => gridRows(row, widths, table.alignments));
  const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP));
  return [
    ...gridRows(header, widths, table.alignments),
    [{ text: rule, roles: ['rule'] }],
    ...joinRows(cells),
  ];
}

/** One line of spans: a break in a cell is a space. */
function cellRow(cell: Inline, layout: Layout, roles: readonly Role[]): Row {
  const rows = layout.inline(cell, [...layout.roles, ...roles]);
  return rows.flatMap((row, index) =>
    index === 0 ? row : [{ text: ' ', roles: layout.roles }, ...row],
  );
}

function rowText(row: Row): string {
  return row.map((span) => span.text).join('');
}

/**
 * The columns' widths: natural if they fit, else the widest are shrunk to one common width.
 * @returns `null` where even the narrowest columns do not fit
 */
function columnWidths(
  rows: readonly (readonly Row[])[],
  available: number,
  words: WordCache,
): number[] | null {
  const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => rowText(row[index] ?? [])));
  const natural = columns.map((cells) => maximum(cells.map(displayWidth), 1));
  const room = available - GAP * (columns.length - 1);
  if (sum(natural) <= room) return natural;
  const least = columns.map((cells, index) => {
    const longest = maximum(
      cells.map((cell) => longestWord(cell, words)),
      NARROWEST_COLUMN,
    );
    return Math.min(natural[index] ?? 1, longest, LONGEST_WORD);
  });
  return sum(least) > room ? null : shrinkWidths(natural, least, room);
}

function longestWord(text: string, words: WordCache): number {
  return textUnits(text, words).reduce((longest, unit) => Math.max(longest, unit.width), 0);
}

/** Caps the columns at the largest width that fits, none below its least; the rest goes around. */
function shrinkWidths(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): number[] {
  const capped = (cap: number) =>
    natural.map((width, index) => Math.max(least[index] ?? 1, Math.min(width, cap)));
  let cap = 1;
  while (sum(capped(cap + 1)) <= room) cap += 1;
  const widths = capped(cap);
  let spare = room - sum(widths);
  return widths.map((width, index) => {
    if (spare === 0 || width >= (natural[index] ?? 0)) return width;
    spare -= 1;
    return width + 1;
  });
}

function maximum(numbers: readonly number[], least: number): number {
  return numbers.reduce((most, number) => Math.max(most, number), least);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The rows of one table row, its cells wrapped and aligned. */
function gridRows(
  cells: readonly Row[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): Row[] {
  const columns = cells.map((cell, index) => wrapSpans(cell, widths[index] ?? 1));
  const height = Math.max(1, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, line) => {
    const parts: Row[] = columns.map((column, index) =>
      alignRow(column[line] ?? [], widths[index] ?? 1, alignments[index] ?? null, index > 0),
    );
    return trimBlank(parts.flat());
  });
}

function alignRow(row: Row, width: number, alignment: Alignment, spaced: boolean): Row {
  const free = Math.max(0, width - displayWidth(rowText(row)));
  const before = alignment === 'right' ? free : alignment === 'center' ? free >> 1 : 0;
  return [...blank(before + (spaced ? GAP : 0)), ...row, ...blank(free - before)];
}

function blank(width: number): Row {
  return width > 0 ? [{ text: ' '.repeat(width), roles: [] }] : [];
}

/** Drops the spaces that fill the last cells. */
function trimBlank(row: Row): Row {
  const end = row.findLastIndex((span) => span.text.trim() !== '');
  return row.slice(0, end + 1);
}

/** Rows that wrapped are set apart, so that one sees where each begins. */
function joinRows(rows: readonly (readonly Row[])[]): Row[] {
  const apart = rows.some((lines) => lines.length > 1);
  return rows.flatMap((lines, index) => (apart && index > 0 ? [[], ...lines] : lines));
}

/** `Header: value`, one below the other, a blank row between two rows of the table. */
function stackedRows(
  header: readonly Row[],
  body: readonly (readonly Row[])[],
  layout: Layout,
): Row[] {
  if (body.length === 0) return header.flatMap((cell) => stackedCell([], cell, layout));
  return body.flatMap((row, index) => {
    const lines = row.flatMap((cell, column) => stackedCell(header[column] ?? [], cell, layout));
    return index > 0 && lines.length > 0 ? [[], ...lines] : lines;
  });
}

function stackedCell(header: Row, cell: Row, layout: Layout): Row[] {
  if (cell.length === 0) return [];
  const label: Row = header.length === 0 ? [] : [...header, { text: ': ', roles: layout.roles }];
  const indent = layout.width > 2 * GAP ? GAP : 0;
  const [first, ...rest] = wrapSpans([...label, ...cell], layout.width - indent);
  if (first === undefined) return [];
  return [first, ...prefixRows(rest, blank(indent), blank(indent))];
}
