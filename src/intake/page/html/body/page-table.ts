// Tables that hold data as GitHub-flavoured Markdown; those that lay out a page are left alone.
import type TurndownService from 'turndown';
import { attribute, type DomElement, lineOf } from '../document/dom.ts';
import { SIDE } from '../document/parse-page.ts';
import { closest, selectAll, selectFirst } from '../document/select.ts';

const MOST_CELLS = 20_000;
const LONGEST_CELL = 400;

/** Two columns and two rows or more, none of it a page inside a cell. */
export function isDataTable(table: DomElement): boolean {
  if (selectFirst(table, 'table,p[data-figure],pre,h1,h2') !== null) return false;
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => row.length));
  const isText = rows.every((row) => row.every((cell) => lineOf(cell).length <= LONGEST_CELL));
  return rows.length > 1 && widest > 1 && isText && rows.length * widest <= MOST_CELLS;
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
  const cells = gridOf(rows, (cell) => cellText(cell, service));
  const columns = Math.max(...cells.map((row) => row.length));
  const isHead = rows[0]?.every(
    (cell) => cell.localName === 'th' || closest(cell, 'thead') !== null,
  );
  const head = isHead ? (cells[0] ?? []) : [];
  const toLine = (row: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const rule = toLine(Array.from({ length: columns }, (_, at) => alignment(rows.at(-1)?.[at])));
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

const MOST_SPANNED = 50;

/** The texts of cells in their columns; empty where a cell reaches over several columns or rows. */
function gridOf(
  rows: readonly (readonly DomElement[])[],
  textOf: (cell: DomElement) => string,
): readonly (readonly string[])[] {
  /** Rows that a cell from above still takes in each column. */
  const taken: number[] = [];
  return rows.map((row) => {
    const line: string[] = [];
    const skip = (): void => {
      for (let left = taken[line.length] ?? 0; left > 0; left = taken[line.length] ?? 0) {
        taken[line.length] = left - 1;
        line.push('');
      }
    };
    for (const cell of row) {
      skip();
      const down = spanOf(cell, 'rowspan') - 1;
      for (let at = 0; at < spanOf(cell, 'colspan'); at += 1) {
        taken[line.length] = down;
        line.push(at === 0 ? textOf(cell) : '');
      }
    }
    skip();
    return line;
  });
}

function spanOf(cell: DomElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return Math.min(Math.max(span || 1, 1), MOST_SPANNED);
}

function alignment(cell: DomElement | undefined): string {
  const side = cell === undefined ? '' : attribute(cell, SIDE);
  if (side === 'right') return '---:';
  return side === 'center' ? ':---:' : '---';
}
