// What `list` and `search` share: the query of a call, and the articles it finds in each format.
import type { Article, ArticleHead, ReadingState } from '../../core/article/article.ts';
import type { SortKey } from '../../core/article/article-order.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';
import { localeFromEnv } from '../../core/dates/format-dates.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { EVERYTHING, queryWords } from '../../core/query/query.ts';
import { isGone } from '../../library/files/system-error.ts';
import type { ArticleRow, Finder, Search, Window } from '../../library/finder/finder.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import type { Paint } from '../../text/palette.ts';
import {
  type Call,
  hasFlag,
  readChoice,
  readCount,
  readFormat,
  readPaint,
  readWidth,
  usageError,
} from '../call/call.ts';
import { attempt, noteProblems, withFinder } from '../call/call-library.ts';
import type { Io } from '../call/io.ts';
import { type ListFormat, VERBS } from '../call/verbs.ts';
import type { TableEntry } from './list-table.ts';
import { printObjects } from './print-objects.ts';

const SORT_KEYS = ['published', 'added', 'title', 'source', 'relevance'] as const;
const UNRANKED =
  'there is no index (libsql cannot load, or no cache can be written): ordered by date';
/** Rows that are written at once where no file is read for them. */
const ROWS_AT_ONCE = 500;
/** A table takes the whole terminal: a list is scanned, not read. */
const WIDEST = Number.POSITIVE_INFINITY;

/** How lines are set. */
export interface Look {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly paint: Paint;
}

/** What one of the verbs makes of the articles. */
export interface ArticlePrinter {
  /** What `tsv` has after the columns of every list. */
  readonly moreCells?: (article: Article) => string;
  /** Places in a headline of the table that were looked for. */
  readonly titleHits?: (title: string) => TableEntry['hits'];
  /** The line below an article of the table; empty for none. */
  readonly lineBelow?: (article: Article, look: Look) => string;
  /** Rows whose files are read before anything is written. */
  readonly rowsAtOnce: number;
  readonly loadObject: () => Promise<(article: Article, state: ReadingState) => object>;
}

/**
 * The query in the call's words, with its order.
 * @throws NewsprintError `usage` for a wrong query, and for relevance without words
 */
export function readSearch(call: Call, io: Io, order: SortKey): Search {
  const query = call.words.length === 0 ? EVERYTHING : parseQuery(call.words.join(' '), io.now);
  const asked = readChoice(call, 'sort', SORT_KEYS);
  const hasWords = queryWords(query).length > 0;
  if (asked === 'relevance' && !hasWords) {
    throw usageError('--sort relevance needs words to look for', 'choose another order');
  }
  const sort = asked ?? (order === 'relevance' && !hasWords ? 'published' : order);
  return { query, sort, reverse: hasFlag(call, 'reverse') };
}

/** Prints what a search finds, in the format of the call. */
export async function printArticles(
  call: Call,
  io: Io,
  search: Search,
  printer: ArticlePrinter,
): Promise<void> {
  const format = readFormat(call, VERBS.list.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const limit = readCount(call, 'limit') ?? Number.POSITIVE_INFINITY;
  const window = { offset: readCount(call, 'offset') ?? 0, limit };
  const look = { width: readWidth(call, io, WIDEST), paint: readPaint(call, io) };
  const print = async (finder: Finder): Promise<void> => {
    noteProblems(finder.problems, io);
    if (search.sort === 'relevance' && !finder.ranks) io.note(UNRANKED);
    const rows = finder.stream(search, window);
    const isEmpty = await printRows(format, rows, { root: finder.root, io, look, ...printer });
    if (isEmpty) noteEmpty(io, finder, search, window);
  };
  await withFinder(call, io, print, { isSearched: search.query.terms.length > 0 });
}

/** Says why nothing was printed, unless the offset or the limit left nothing. */
function noteEmpty(io: Io, finder: Finder, { query }: Search, { offset, limit }: Window): void {
  if ((offset > 0 || limit === 0) && finder.count(query) > 0) return;
  io.note(
    finder.totals().articles === 0
      ? `no articles in ${finder.root} yet: newsprint add URL keeps a page, newsprint feeds add URL follows a feed`
      : 'no article fits the query',
  );
}

interface Printing extends ArticlePrinter {
  readonly root: string;
  readonly io: Io;
  readonly look: Look;
}

/** Prints the rows as they come; whether there was none. */
async function printRows(
  format: ListFormat,
  rows: Iterable<ArticleRow>,
  printing: Printing,
): Promise<boolean> {
  const { root, io, moreCells, rowsAtOnce, loadObject } = printing;
  const read = (head: ArticleHead) => attempt(io, () => readIfThere(root, head));
  switch (format) {
    case 'ids':
      return printLines(rows, ({ head }) => cleanText(head.id), io);
    case 'paths':
      return printLines(rows, ({ head }) => pathOf(head, root), io);
    case 'tsv': {
      if (moreCells === undefined) return printLines(rows, ({ head }) => cellsOf(head), io);
      const line = ({ head }: ArticleRow): string => {
        const article = read(head);
        return `${cellsOf(head)}\t${article === undefined ? '' : moreCells(article)}`;
      };
      return printLines(rows, line, io, rowsAtOnce);
    }
    case 'table':
      return printTable(rows, read, printing);
    case 'json':
    case 'jsonl': {
      const toObject = await loadObject();
      const build = ({ head, state }: ArticleRow): object | undefined => {
        const article = read(head);
        return article && toObject(article, state);
      };
      return printObjects(format, rows, build, io);
    }
    default:
      return format satisfies never;
  }
}

/** Nothing for what another process has moved since it was found. */
function readIfThere(root: string, head: ArticleHead): Article | undefined {
  try {
    return readArticle({ root }, head);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** The path of the file, under the library's root as that was given. */
function pathOf(head: ArticleHead, root: string): string {
  return cleanText(`${root.replace(/[/\\]+$/, '')}/${head.path}`);
}

/** ID, date as YYYY-MM-DD, source and title between tabs; what is absent is empty. */
function cellsOf({ id, published, added, source, title }: ArticleHead): string {
  const date = published ?? added;
  const cells = [date === null ? '' : formatIsoDay(date), source ?? '', title];
  return [cleanText(id), ...cells.map(cleanLine)].join('\t');
}

async function printTable(
  rows: Iterable<ArticleRow>,
  read: (head: ArticleHead) => Article | undefined,
  { io, look, titleHits = () => [], lineBelow = () => '', rowsAtOnce }: Printing,
): Promise<boolean> {
  const { createTable } = await import('./list-table.ts');
  const { readingMinutes } = await import('../../markdown/source/count-words.ts');
  const tableLines = createTable({ ...look, now: io.now, locale: localeFromEnv(io.env) });
  return printBatches(rows, rowsAtOnce, io, (batch) => {
    const entries = batch.flatMap(({ head, state }) => {
      const article = read(head);
      if (article === undefined) return [];
      return [{ article, state, minutes: readingMinutes(article), hits: titleHits(head.title) }];
    });
    const lines = tableLines(entries);
    return entries.map(({ article }, at) => `${lines[at] ?? ''}\n${lineBelow(article, look)}`);
  });
}

function printLines(
  rows: Iterable<ArticleRow>,
  line: (row: ArticleRow) => string,
  io: Io,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<boolean> {
  return printBatches(rows, rowsAtOnce, io, (batch) => batch.map((row) => `${line(row)}\n`));
}

/** Prints rows as they come, so many at a time; whether there was none. */
async function printBatches(
  rows: Iterable<ArticleRow>,
  size: number,
  io: Io,
  texts: (batch: readonly ArticleRow[]) => readonly string[],
): Promise<boolean> {
  let batch: ArticleRow[] = [];
  let isEmpty = true;
  const flush = (): Promise<void> => {
    const done = batch;
    batch = [];
    return io.out(texts(done).join(''));
  };
  for (const row of rows) {
    isEmpty = false;
    batch.push(row);
    if (batch.length === size) await flush();
  }
  if (batch.length > 0) await flush();
  return isEmpty;
}
