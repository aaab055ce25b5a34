// The head of a table: whether there is one, and how many cells follow, before marked reads it.

const TABLE = /^.*\n {0,3}[|:-]/;
const DELIMITERS = /^[-:| ]+$/;
const ESCAPED = /\\[\s\S]/g;

/** Whether a source begins with a line and one of delimiters, which need not fit it. */
export function looksLikeTable(src: string): boolean {
  if (!TABLE.test(src)) return false;
  const [, delimiters = ''] = src.split('\n', 2);
  return DELIMITERS.test(delimiters);
}

/** Whether a source begins with a header and a delimiter row of as many cells. */
export function isTableHead(src: string): boolean {
  if (!looksLikeTable(src)) return false;
  const [header = '', delimiters = ''] = src.split('\n', 2);
  return /[:|]/.test(delimiters) && countCells(header) === countCells(delimiters);
}

/** The cells of the table a source begins with, short rows filled; 0 where there is none. */
export function tableCells(src: string, table: RegExp): number {
  const rows = table.exec(src)?.[3] ?? '';
  const [header = ''] = src.split('\n', 1);
  let lines = 1;
  for (let at = rows.indexOf('\n'); at >= 0; at = rows.indexOf('\n', at + 1)) lines += 1;
  return countCells(header) * lines;
}

function countCells(row: string): number {
  const cells = row.replace(ESCAPED, '__').split('|');
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.length;
}
