// Tables and code in a paste, which are one piece of the page over several of its lines.
import { countOf } from '../../../../core/count.ts';
import { escapeMarkdown } from '../../../../markdown/source/escape-markdown.ts';

/** A piece over several lines. */
interface PasteBlock {
  /** How many lines it takes, blank ones within it too. */
  readonly length: number;
  readonly markdown: string;
}

/** Two rows of two cells are labels beside their values more often than a table. */
const FEWEST_CELLS = 6;
const MOST_ROWS = 500;
/** Longer rows are prose. */
const LONGEST_ROW = 140;
const FENCE = '```';

/** What programs have, and prose in no script: assignments, calls, braces, tags, comments, a prompt. */
const CODE = [
  /^[ -~\t]+\s(?:[-+*/:]?=|[=!]==?|=>)\s/,
  /^[ -~\t]*\w\([^()]*\)\s?[:;{]$/,
  /^\s*[a-z_$][\w.$]*\((?!e?s\))[^()]*\)$/,
  /[{}][;,]?$/,
  /^\s*(?:<\/?[a-z][^<>]*>|<!--|\/[/*]|#(?:include|!)|\$ [a-z])/,
];

/** The table or the code that begins with one of a page's lines; `null` where none does. */
export function blockAt(raw: readonly string[], at: number, gap: boolean): PasteBlock | null {
  if (raw[at]?.includes('\t')) return tableAt(raw, at);
  return gap ? codeAt(raw, at) : null;
}

/** Rows of as many cells each, with the tabs between them that browsers copy. */
function tableAt(raw: readonly string[], at: number): PasteBlock | null {
  const near = raw.slice(at, at + MOST_ROWS);
  const tabs = countOf(near[0] ?? '', '\t');
  const end = near.findIndex((row) => countOf(row, '\t') !== tabs);
  const rows = (end < 0 ? near : near.slice(0, end)).map((row) => row.split('\t').map(cellText));
  const length = rows.length;
  if (length < 2 || length * (tabs + 1) < FEWEST_CELLS) return null;
  const isHeaded = !/\d/.test(rows[0]?.join('') ?? '');
  const head = (isHeaded ? rows.shift() : undefined) ?? Array(tabs + 1).fill('');
  const lines = [head, Array(tabs + 1).fill('---'), ...rows];
  return { length, markdown: lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') };
}

function cellText(cell: string): string {
  return escapeMarkdown(cell.trim()).replaceAll('|', '\\|');
}

/** Rows up to a blank line that look like code, and those that go on below it. */
function codeAt(raw: readonly string[], at: number): PasteBlock | null {
  let end = at;
  for (let next = codeEnd(raw, at); next > 0; next = codeEnd(raw, end + 1)) end = next;
  if (end < at + 2) return null;
  const rows = raw.slice(at, end).map((row) => row.trimEnd());
  return { length: end - at, markdown: [FENCE, ...rows, FENCE].join('\n') };
}

/** The line after the rows from one on, of which more than half look like code; 0 for others. */
function codeEnd(raw: readonly string[], at: number): number {
  const all = raw.slice(at, at + MOST_ROWS);
  const blank = all.findIndex((row) => row.trim() === '');
  const rows = blank < 0 ? all : all.slice(0, blank);
  if (rows.some((row) => row.length > LONGEST_ROW || row.includes(FENCE))) return 0;
  const signed = rows.filter((row) => CODE.some((sign) => sign.test(row)));
  const alike = rows.filter((row) => signed.includes(row) || /^(?: {2}|\t)/.test(row));
  return signed.length > 0 && alike.length * 2 > rows.length ? at + rows.length : 0;
}
