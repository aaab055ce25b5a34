// `newsprint list`: one line an article, as a table, as tab-separated values, or as JSON.

import type { ArticleHead } from '../core/article.ts';
import { localeFromEnv } from '../core/dates.ts';
import { matchesQuery, parseQuery } from '../core/query.ts';
import { type SortKey, sortArticles } from '../core/sort.ts';
import { type Library, readArticle } from '../library/library.ts';
import { type Call, hasFlag, readChoice, readCount, readFormat, readWidth } from './call.ts';
import type { Io } from './io.ts';
import { idLine, pathLine, tsvLine } from './list-lines.ts';
import type { TableOptions } from './list-table.ts';
import { printObjects } from './objects.ts';
import { note, noteProblems, openForReading, orFail } from './open.ts';
import { readPaint } from './paint.ts';
import { type ListFormat, VERBS } from './verbs.ts';

const SORT_KEYS = ['published', 'added', 'title', 'source'] as const;
const ROWS_A_WRITE = 500;
/** A table takes the whole terminal: a list is scanned, not read. */
const WIDEST = Number.POSITIVE_INFINITY;

type Look = Pick<TableOptions, 'width' | 'paint'>;

/** Prints the articles that the query lets through. */
export async function list(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.list.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const query = parseQuery(call.words.join(' '));
  const select = selector(call);
  const look = { width: readWidth(call, io, WIDEST), paint: readPaint(call, io) };
  const library = openForReading(call, io);
  const stateOf = (article: ArticleHead) => library.journals.state(article.id);
  const articles = select(
    library.articles.filter((article) => matchesQuery(query, article, stateOf(article))),
  );
  noteProblems(library, io);
  if (articles.length === 0) noteEmpty(call, io, library);
  await printList(format, articles, library, look, io);
}

/** What `--sort`, `--reverse`, `--offset` and `--limit` leave, in their order. */
function selector(call: Call): (articles: readonly ArticleHead[]) => readonly ArticleHead[] {
  const sort: SortKey = readChoice(call, 'sort', SORT_KEYS) ?? 'published';
  const offset = readCount(call, 'offset') ?? 0;
  const limit = readCount(call, 'limit') ?? Number.POSITIVE_INFINITY;
  return (articles) =>
    sortArticles(articles, sort, hasFlag(call, 'reverse')).slice(offset, offset + limit);
}

function noteEmpty(call: Call, io: Io, library: Library): void {
  note(
    call,
    io,
    library.articles.length === 0
      ? `no articles in ${library.root}: put Markdown files there, or start the reader: newsprint read`
      : 'no article fits the query',
  );
}

async function printList(
  format: ListFormat,
  articles: readonly ArticleHead[],
  library: Library,
  look: Look,
  io: Io,
): Promise<void> {
  switch (format) {
    case 'ids':
      return printRows(articles, idLine, io);
    case 'paths':
      return printRows(articles, (article) => pathLine(article, library.root), io);
    case 'tsv':
      return printRows(articles, tsvLine, io);
    case 'table':
      return printTable(articles, library, look, io);
    case 'json':
    case 'jsonl': {
      const { headObject } = await import('./article-objects.ts');
      const read = (article: ArticleHead) =>
        headObject(readArticle(library, article), library.journals.state(article.id));
      return printObjects(format, articles, (article) => orFail(io, () => read(article)), io);
    }
    default:
      format satisfies never;
  }
}

type Row = (article: ArticleHead) => string;

async function printRows(articles: readonly ArticleHead[], row: Row, io: Io): Promise<void> {
  for (let start = 0; start < articles.length; start += ROWS_A_WRITE) {
    const lines = articles.slice(start, start + ROWS_A_WRITE).map(row);
    await io.out(`${lines.join('\n')}\n`);
  }
}

async function printTable(
  articles: readonly ArticleHead[],
  library: Library,
  look: Look,
  io: Io,
): Promise<void> {
  const [{ tableLines }, { readingMinutes }] = await Promise.all([
    import('./list-table.ts'),
    import('../markdown/words.ts'),
  ]);
  const entries = articles.flatMap((article) => {
    const whole = orFail(io, () => readArticle(library, article));
    return whole
      ? [{ article, state: library.journals.state(article.id), minutes: readingMinutes(whole) }]
      : [];
  });
  const lines = tableLines(entries, { ...look, now: io.now, locale: localeFromEnv(io.env) });
  await io.out(lines.map((line) => `${line}\n`).join(''));
}
