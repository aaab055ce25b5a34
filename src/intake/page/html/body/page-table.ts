// Tables that hold data as GitHub-flavoured Markdown; those that lay out a page are left alone.
import type TurndownService from 'turndown';
import { attribute, type DomElement, lineOf } from '../document/dom.ts';
import { closest, selectAll, selectFirst } from '../document/select.ts';

const MOST_CELLS = 20_000;
const LONGEST_CELL = 400;

/** Two columns and two rows or more, none of it a page inside a cell. */
export function isDataTable(table: DomElement): boolean {
  if (selectFirst(table, 'table,p[data-figure],pre,h1,h2') !== null) return false;
  const rows = rowsOf(table);
  const isText = rows.every((row) => row.every((cell) => lineOf(cell).length <= LONGEST_CELL));
  return rows.length > 1 && rows.some((row) => row.length > 1) && isText && gridOf(rows) !== null;
}

function rowsOf(table: DomElement): readonly (readonly DomElement[])[] {
  const rows = selectAll(table, 'tr').map((row) =>
    [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th'),
  );
  return rows.filter((row) => row.length > 0);
}

/** Each cell on one line; the first row is the head where it is marked as one. */
export function formatTable(table: DomElement, service: TurndownService): string {
  const rows = rowsOf(table);
  const grid = gridOf(rows) ?? [];
  const cells = grid.map((row) => row.map((cell) => (cell ? cellText(cell, service) : '')));
  const columns = Math.max(...cells.map((row) => row.length));
  const isHead = rows[0]?.every(
    (cell) => cell.localName === 'th' || closest(cell, 'thead') !== null,
  );
  const head = isHead ? (cells[0] ?? []) : [];
  const toLine = (row: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const rest = grid.slice(isHead ? 1 : 0);
  const rule = toLine(
    Array.from({ length: columns }, (_, at) => alignment(rest.flatMap((row) => row[at] ?? []))),
  );
  const caption = lineOf(selectFirst(table, 'caption'));
  const lines = [toLine(head), rule, ...cells.slice(isHead ? 1 : 0).map(toLine)];
  return `\n\n${caption && `${service.escape(caption)}\n\n`}${lines.join('\n')}\n\n`;
}

function cellText(cell: DomElement, service: TurndownService): string {
  const text = service
    .turndown(cell.cloneNode(true))
    .replace(/\\?\s*\n\s*/g, ' ')
    .trim();
  return text.replaceAll('|', '\\|');
}

/** Columns that a cell may reach over, and rows (HTML, 4.9.11). */
const MOST_COLUMNS = 50;
const MOST_ROWS = 65_534;

type Line = (DomElement | null)[];

/**
 * The cells in their columns, none where one reaches over several columns or rows; `null` for a table
 * of too many.
 */
function gridOf(rows: readonly (readonly DomElement[])[]): readonly Line[] | null {
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
  return Math.min(Math.max(span || 1, 1), most);
}

const SIDE = /\b(?:right|center)\b/i;

function setOf(cell: DomElement): string {
  return `${attribute(cell, 'align')} ${attribute(cell, 'style')}`;
}

/** The side that most cells of a column are set at. */
function alignment(cells: readonly DomElement[]): string {
  const sides = cells.map((cell) => SIDE.exec(setOf(cell))?.[0].toLowerCase());
  const isMost = (side: string): boolean =>
    sides.filter((one) => one === side).length * 2 > sides.length;
  if (isMost('right')) return '---:';
  return isMost('center') ? ':---:' : '---';
}
