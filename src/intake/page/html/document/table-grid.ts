// The rows and columns of a table, and whether they hold data or lay out a page.

import { clamp } from '../../../../core/clamp.ts';
import { attribute, isLonger } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { matches, selectAll, selectFirst } from '../dom/select.ts';
import { MARKS } from './page-figure.ts';

const MOST_CELLS = 20_000;
const LONGEST_CELL = 400;
/** Cells of which one may be longer. */
const CELLS = 100;

/** Two columns and two rows or more, none of it a page inside a cell. */
export function isDataTable(table: DomElement): boolean {
  if (selectFirst(table, `table,p${MARKS},pre,h1,h2`) !== null) return false;
  const rows = rowsOf(table);
  const cells = rows.flat();
  const long = cells.filter((cell) => isLonger(cell, LONGEST_CELL));
  const isFew = long.length <= Math.floor(cells.length / CELLS);
  const isText = isFew && long.every((cell) => selectFirst(cell, 'p + p,div + div') === null);
  return rows.length > 1 && rows.some((row) => row.length > 1) && isText && gridOf(rows) !== null;
}

/** The cells of each row that has any. */
export function rowsOf(table: DomElement): readonly (readonly DomElement[])[] {
  return selectAll(table, 'tr')
    .map((row) => row.children.filter((cell) => matches(cell, 'td,th')))
    .filter((row) => row.length > 0);
}

/** Columns that a cell may reach over, and rows (HTML, 4.9.11). */
const MOST_COLUMNS = 50;
const MOST_ROWS = 65_534;

type Line = (DomElement | null)[];

/**
 * The cells in their columns, none where one reaches over several columns or rows; `null` for a table
 * of too many.
 */
export function gridOf(rows: readonly (readonly DomElement[])[]): readonly Line[] | null {
  const taken: number[] = [];
  const grid: Line[] = [];
  for (const row of rows) {
    const line = placeCells(row, taken);
    if (line.length * rows.length > MOST_CELLS) return null;
    grid.push(line);
  }
  return grid;
}

/** @param taken rows that a cell takes in each column, from this one on; afterwards from the next */
function placeCells(row: readonly DomElement[], taken: number[]): Line {
  const line: Line = [];
  for (const cell of row) {
    while ((taken[line.length] ?? 0) > 0) line.push(null);
    const across = spanOf(cell, 'colspan', MOST_COLUMNS);
    const columns = Array.from({ length: across }, (_, at) => (at === 0 ? cell : null));
    const down = spanOf(cell, 'rowspan', MOST_ROWS);
    taken.splice(line.length, across, ...columns.map(() => down));
    line.push(...columns);
  }
  for (const [column, left] of taken.entries()) taken[column] = Math.max(0, left - 1);
  return line;
}

/** How far a cell reaches; rows may be told as 0, which is all that follow. */
function spanOf(cell: DomElement, name: string, most: number): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  if (span === 0 && name === 'rowspan') return most;
  return clamp(span || 1, 1, most);
}
