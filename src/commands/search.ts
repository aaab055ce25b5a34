// `newsprint search`: articles by relevance, each with the passage that shows why it was found.

import { cleanLine } from '../core/clean.ts';
import type { ArticleRow } from '../library/finder/finder.ts';
import { readArticle } from '../library/finder/open-library.ts';
import { searchTexts } from '../markdown/source/body-passages.ts';
import { cutSnippet } from '../text/snippet.ts';
import { type Call, readFormat, readWidth, usageError } from './call/call.ts';
import type { Io } from './call/io.ts';
import { noteProblems, openForFinding, orFail } from './call/open-library-of-call.ts';
import { readPaint } from './call/paint.ts';
import { type ListFormat, VERBS } from './call/verbs.ts';
import { passageFinder, SNIPPET_COLUMNS } from './print/best-passage.ts';
import { idLine, pathLine, tsvLine } from './print/list-lines.ts';
import { printObjects } from './print/print-objects.ts';
import { noteEmpty, noteUnranked, printRows, readSearch, readWindow } from './print/search-call.ts';
import type { FoundView } from './print/search-table.ts';

const WIDEST = Number.POSITIVE_INFINITY;
/** The first lines come soon: each takes reading a file. */
const ROWS_AT_ONCE = 50;

/** Prints what the query finds, the best first. */
export async function search(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.search.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const wanted = readSearch(call, io, 'relevance');
  if (wanted.query.terms.length === 0) {
    throw usageError('search needs words to look for', 'newsprint list shows every article');
  }
  const window = readWindow(call);
  const look = { width: readWidth(call, io, WIDEST), paint: readPaint(call, io) };
  const finder = await openForFinding(call, io, { isSearched: true });
  try {
    noteProblems(finder, io);
    noteUnranked(call, io, finder, wanted);
    const { query } = wanted;
    const view = { root: finder.root, query, find: passageFinder(query), ...look };
    const isEmpty = await printFound(format, finder.stream(wanted, window), view, io);
    if (isEmpty) noteEmpty(call, io, finder, wanted, window);
  } finally {
    finder.close();
  }
}

/** Prints the rows as they come; whether there was none. */
async function printFound(
  format: ListFormat,
  rows: Iterable<ArticleRow>,
  view: FoundView,
  io: Io,
): Promise<boolean> {
  switch (format) {
    case 'ids':
      return printRows(rows, ({ head }) => idLine(head), io);
    case 'paths':
      return printRows(rows, ({ head }) => pathLine(head, view.root), io);
    case 'tsv':
      return printRows(rows, (row) => foundLine(row, view, io), io, ROWS_AT_ONCE);
    case 'table':
      return (await import('./print/search-table.ts')).printFoundTable(rows, view, io);
    case 'json':
    case 'jsonl': {
      const { foundObject } = await import('./print/found-object.ts');
      const read = ({ head, state }: ArticleRow) =>
        foundObject(readArticle(view, head), state, view.find);
      return printObjects(format, rows, (row) => orFail(io, () => read(row)), io);
    }
    default:
      return format satisfies never;
  }
}

/** The columns of `list`, and the snippet. */
function foundLine({ head }: ArticleRow, view: FoundView, io: Io): string {
  const article = orFail(io, () => readArticle(view, head));
  const found =
    article === undefined ? null : view.find(article, searchTexts(article.markdown).passages);
  const snippet = found === null ? '' : cutSnippet(found.text, found.hits, SNIPPET_COLUMNS).text;
  return `${tsvLine(head)}\t${cleanLine(snippet)}`;
}
