// Comma-separated values (RFC 4180): rows of cells, with the line that each begins in.

import { countMatches } from '../../core/count.ts';

/** A cell in quotes or without, and what ends it; a quote that is never closed is text. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"(?=[ \t]*(?:[,\r\n]|$))|([^,\r\n]*))[ \t]*(,|\r\n|\n|\r|$)/gy;

export interface CsvRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a text; an empty line is none. */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += countMatches(whole, /\r\n|\n|\r/g);
    if (end === ',') continue;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
    [cells, begun] = [[], line];
    if (end === '') break;
  }
  return rows;
}
