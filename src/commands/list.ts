// `newsprint list`: one line an article, as a table, as tab-separated values, or as JSON.

import { localeFromEnv } from '../core/dates/format-dates.ts';
import type { ArticleRow, Finder } from '../library/finder/finder.ts';
import { readArticle } from '../library/finder/open-library.ts';
import { type Call, readFormat, readWidth } from './call/call.ts';
import type { Io } from './call/io.ts';
import { noteProblems, openForFinding, orFail } from './call/open-library-of-call.ts';
import { readPaint } from './call/paint.ts';
import { type ListFormat, VERBS } from './call/verbs.ts';
import { idLine, pathLine, tsvLine } from './print/list-lines.ts';
import type { TableOptions } from './print/list-table.ts';
import { printObjects } from './print/print-objects.ts';
import {
  batchesOf,
  noteEmpty,
  noteUnranked,
  printRows,
  readSearch,
  readWindow,
} from './print/search-call.ts';

/** Rows of the table that are drawn at once: each takes reading a file. */
const ROWS_AT_ONCE = 100;
/** A table takes the whole terminal: a list is scanned, not read. */
const WIDEST = Number.POSITIVE_INFINITY;

type Look = Pick<TableOptions, 'width' | 'paint'>;

/** Prints the articles that the query lets through. */
export async function list(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.list.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const search = readSearch(call, io, 'published');
  const window = readWindow(call);
  const look = { width: readWidth(call, io, WIDEST), paint: readPaint(call, io) };
  const finder = await openForFinding(call, io, { isSearched: search.query.terms.length > 0 });
  try {
    noteProblems(finder, io);
    noteUnranked(call, io, finder, search);
    const isEmpty = await printList(format, finder, finder.stream(search, window), look, io);
    if (isEmpty) noteEmpty(call, io, finder, search, window);
  } finally {
    finder.close();
  }
}

/** Prints the rows as they come; whether there was none. */
async function printList(
  format: ListFormat,
  { root }: Finder,
  rows: Iterable<ArticleRow>,
  look: Look,
  io: Io,
): Promise<boolean> {
  switch (format) {
    case 'ids':
      return printRows(rows, ({ head }) => idLine(head), io);
    case 'paths':
      return printRows(rows, ({ head }) => pathLine(head, root), io);
    case 'tsv':
      return printRows(rows, ({ head }) => tsvLine(head), io);
    case 'table':
      return printTable(rows, root, look, io);
    case 'json':
    case 'jsonl': {
      const { headObject } = await import('./print/article-objects.ts');
      const read = ({ head, state }: ArticleRow) => headObject(readArticle({ root }, head), state);
      return printObjects(format, rows, (row) => orFail(io, () => read(row)), io);
    }
    default:
      return format satisfies never;
  }
}

async function printTable(
  rows: Iterable<ArticleRow>,
  root: string,
  look: Look,
  io: Io,
): Promise<boolean> {
  const [{ createTable }, { readingMinutes }] = await Promise.all([
    import('./print/list-table.ts'),
    import('../markdown/source/count-words.ts'),
  ]);
  const table = createTable({ ...look, now: io.now, locale: localeFromEnv(io.env) });
  let isEmpty = true;
  for (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    isEmpty = false;
    const entries = batch.flatMap(({ head, state }) => {
      const whole = orFail(io, () => readArticle({ root }, head));
      return whole ? [{ article: head, state, minutes: readingMinutes(whole) }] : [];
    });
    const lines = table.lines(entries);
    await io.out(lines.map((line) => `${line}\n`).join(''));
  }
  return isEmpty;
}
