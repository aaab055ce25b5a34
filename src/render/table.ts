// Tables: a grid where it fits, its cells wrapped and aligned; else one row a block.

import type { Alignment, Table } from '../markdown/document.ts';
import type { Inline } from '../markdown/inline.ts';
import type { Role } from '../text/line.ts';
import { displayWidth } from '../text/width.ts';
import { prefixRows, type Row, spansText, wrapSpans } from '../text/wrap.ts';
import type { Layout } from './layout.ts';
import { type Cell, columnWidths, GAP, maximum } from './table-widths.ts';

export function tableRows(table: Table, layout: Layout): Row[] {
  const header = table.header.map((cell) => tableCell(cell, layout, ['strong']));
  const body = table.rows
    .map((row) => row.map((cell) => tableCell(cell, layout, [])))
    .filter(hasWords);
  const widths = columnWidths([header, ...body], layout.width, layout.words);
  if (widths === null) return stackedRows(header, body, layout);
  const columns = widths.map((width, index) => ({
    width,
    alignment: table.alignments[index] ?? null,
  }));
  const rows = joinRows(body.map((row) => gridRows(row, columns)));
  if (!hasWords(header)) return rows;
  const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP));
  return [...gridRows(header, columns), [{ text: rule, roles: ['rule'] }], ...rows];
}

function hasWords(cells: readonly Cell[]): boolean {
  return cells.some(({ width }) => width > 0);
}

/** A cell on one row: a break in it is a space. */
function tableCell(cell: Inline, layout: Layout, roles: readonly Role[]): Cell {
  const rows = layout.inline(cell, [...layout.roles, ...roles]);
  const row = rows.flatMap((spans, index) =>
    index === 0 ? spans : [{ text: ' ', roles: layout.roles }, ...spans],
  );
  const text = spansText(row);
  return { row, text, width: displayWidth(text) };
}

interface Column {
  readonly width: number;
  readonly alignment: Alignment;
}

/** The rows of one table row, its cells wrapped and aligned. */
function gridRows(cells: readonly Cell[], columns: readonly Column[]): Row[] {
  const wrapped = columns.map(({ width }, index) => cellRows(cells[index], width));
  const height = maximum(wrapped, (rows) => rows.length, 1);
  return Array.from({ length: height }, (_, line) => {
    const parts = columns.map((column, index) => {
      const row = alignRow(wrapped[index]?.[line], column);
      return index === 0 ? row : [...blank(GAP), ...row];
    });
    return trimBlank(parts.flat());
  });
}

/** A cell's rows with their widths. */
function cellRows(cell: Cell | undefined, width: number): Pick<Cell, 'row' | 'width'>[] {
  if (cell === undefined || cell.width === 0) return [];
  if (cell.width <= width) return [cell];
  return wrapSpans(cell.row, width).map((row) => ({ row, width: displayWidth(spansText(row)) }));
}

function alignRow(cell: Pick<Cell, 'row' | 'width'> | undefined, column: Column): Row {
  const { row, width } = cell ?? { row: [], width: 0 };
  const free = Math.max(0, column.width - width);
  const share = { left: 0, right: 1, center: 0.5 }[column.alignment ?? 'left'];
  const before = Math.floor(free * share);
  return [...blank(before), ...row, ...blank(free - before)];
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
  header: readonly Cell[],
  body: readonly (readonly Cell[])[],
  layout: Layout,
): Row[] {
  if (body.length === 0) return header.flatMap((cell) => stackedCell([], cell.row, layout));
  return body.flatMap((row, index) => {
    const lines = row.flatMap((cell, column) =>
      stackedCell(header[column]?.row ?? [], cell.row, layout),
    );
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
