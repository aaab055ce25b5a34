// `newsprint search`: articles by relevance, each with the passage that shows why it was found.

import type { Article } from '../core/article.ts';
import { cleanLine } from '../core/clean.ts';
import { localeFromEnv } from '../core/dates.ts';
import type { Query } from '../core/query.ts';
import { findWords, joinHits, wordsOfField } from '../core/query-hits.ts';
import type { Row } from '../library/finder.ts';
import { readArticle } from '../library/library.ts';
import { searchTexts } from '../markdown/search-texts.ts';
import { readingMinutes } from '../markdown/words.ts';
import { markStretches } from '../text/mark-stretches.ts';
import { type Paint, paintSpans } from '../text/palette.ts';
import { cutSnippet, type Snippet } from '../text/snippet.ts';
import { noteEmpty, printRows, readSearch, readWindow } from './answers.ts';
import { bestPassage, type Found } from './best-passage.ts';
import { type Call, readFormat, readWidth, usageError } from './call.ts';
import type { Io } from './io.ts';
import { idLine, pathLine, tsvLine } from './list-lines.ts';
import { createTable, type TableOptions } from './list-table.ts';
import { printObjects } from './objects.ts';
import { noteProblems, openForFinding, orFail } from './open.ts';
import { readPaint } from './paint.ts';
import { partsOf } from './parts.ts';
import { type ListFormat, VERBS } from './verbs.ts';

/** Columns of a snippet where the line has more, or no end. */
const SNIPPET_COLUMNS = 160;
/** A snippet stands below its article, behind the column of marks. */
const INDENT = 3;
const WIDEST = Number.POSITIVE_INFINITY;
/** The table of search shows its first lines soon: each takes reading a file. */
const ROWS_A_PART = 50;

/** How the rows of one call are looked at and shown. */
interface View {
  readonly root: string;
  readonly query: Query;
  readonly width: number;
  readonly paint: Paint;
}

/** Prints what the query finds, the best first. */
export async function search(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.search.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  if (call.words.join(' ').trim() === '') {
    throw usageError('search needs a query', 'newsprint list shows every article');
  }
  const wanted = readSearch(call, io, 'relevance');
  const window = readWindow(call);
  const look = { width: readWidth(call, io, WIDEST), paint: readPaint(call, io) };
  const finder = openForFinding(call, io);
  try {
    noteProblems(finder, io);
    const view = { root: finder.root, query: wanted.query, ...look };
    const isEmpty = await printFound(format, finder.stream(wanted, window), view, io);
    if (isEmpty) noteEmpty(call, io, finder);
  } finally {
    finder.close();
  }
}

/** Prints the rows as they come; whether there was none. */
async function printFound(
  format: ListFormat,
  rows: Iterable<Row>,
  view: View,
  io: Io,
): Promise<boolean> {
  switch (format) {
    case 'ids':
      return printRows(rows, ({ head }) => idLine(head), io);
    case 'paths':
      return printRows(rows, ({ head }) => pathLine(head, view.root), io);
    case 'tsv':
      return printTsv(rows, view, io);
    case 'table':
      return printTable(rows, view, io);
    case 'json':
    case 'jsonl': {
      const { foundObject } = await import('./found-object.ts');
      const read = ({ head, state }: Row) =>
        foundObject(readArticle(view, head), state, view.query);
      return printObjects(format, rows, (row) => orFail(io, () => read(row)), io);
    }
    default:
      return format satisfies never;
  }
}

/** The columns of `list`, and the snippet. */
function printTsv(rows: Iterable<Row>, view: View, io: Io): Promise<boolean> {
  const line = ({ head }: Row): string => {
    const article = orFail(io, () => readArticle(view, head));
    const found = article === undefined ? null : findPassage(article, view.query);
    const snippet = found === null ? '' : cutFound(found, SNIPPET_COLUMNS).text;
    return `${tsvLine(head)}\t${cleanLine(snippet)}`;
  };
  return printRows(rows, line, io);
}

async function printTable(rows: Iterable<Row>, view: View, io: Io): Promise<boolean> {
  const options: TableOptions = { ...view, now: io.now, locale: localeFromEnv(io.env) };
  const table = createTable(options);
  let isEmpty = true;
  for (const part of partsOf(rows, ROWS_A_PART)) {
    isEmpty = false;
    const found = part.flatMap(({ head, state }) => {
      const article = orFail(io, () => readArticle(view, head));
      return article === undefined ? [] : [{ article, state }];
    });
    const lines = table.lines(
      found.map(({ article, state }) => ({
        article,
        state,
        minutes: readingMinutes(article),
        hits: titleHits(article, view.query),
      })),
    );
    const pairs = found.map(({ article }, at) => [lines[at] ?? '', snippetLine(article, view)]);
    await io.out(
      pairs
        .flat()
        .filter((line) => line !== null)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  return isEmpty;
}

function titleHits({ title }: Article, query: Query): ReturnType<typeof joinHits> {
  return joinHits(findWords(title, wordsOfField(query, 'title')));
}

function findPassage(article: Article, query: Query): Found | null {
  return bestPassage(article, searchTexts(article.markdown).passages, query);
}

/** The line below an article; none where nothing but the headline tells why it was found. */
function snippetLine(article: Article, { query, width, paint }: View): string | null {
  const found = findPassage(article, query);
  if (found === null) return null;
  const room = width === 0 ? SNIPPET_COLUMNS : Math.min(SNIPPET_COLUMNS, width - INDENT);
  const { text, hits } = cutFound(found, room);
  const spans = markStretches({ text, roles: ['meta'] }, hits).map((span) =>
    span.roles.includes('hit') ? { ...span, roles: ['hit' as const] } : span,
  );
  return paintSpans([{ text: ' '.repeat(INDENT), roles: [] }, ...spans], paint);
}

function cutFound({ text, hits }: Found, columns: number): Snippet {
  return cutSnippet(text, hits, columns);
}
