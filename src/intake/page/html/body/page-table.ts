// Tables that hold data as GitHub-flavoured Markdown.
import type TurndownService from 'turndown';
import { gridOf, rowsOf } from '../document/table-grid.ts';
import { attribute, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, matches, selectFirst } from '../dom/select.ts';

/** Each cell on one line; the first row is the head where it is marked as one. */
export function formatTable(table: DomElement, service: TurndownService): string {
  const rows = rowsOf(table);
  const grid = gridOf(rows) ?? [];
  const cells = grid.map((row) => row.map((cell) => (cell ? cellText(cell, service) : '')));
  const columns = Math.max(...cells.map((row) => row.length));
  const isHead = rows[0]?.every((cell) => matches(cell, 'th') || closest(cell, 'thead') !== null);
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

const SIDE = /\b(?:right|center)\b/i;

/** The side that most cells of a column are set at. */
function alignment(cells: readonly DomElement[]): string {
  const styles = cells.map((cell) => `${attribute(cell, 'align')} ${attribute(cell, 'style')}`);
  const sides = styles.map((style) => SIDE.exec(style)?.[0].toLowerCase());
  const isMost = (side: string) => sides.filter((one) => one === side).length * 2 > sides.length;
  if (isMost('right')) return '---:';
  return isMost('center') ? ':---:' : '---';
}
