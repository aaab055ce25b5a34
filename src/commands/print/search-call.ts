// What `list` and `search` share: the query of a call, the part of the answer, its lines.

import type { SortKey } from '../../core/article/article-order.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { EVERYTHING, queryWords } from '../../core/query/query.ts';
import type { ArticleRow, Finder, Search, Window } from '../../library/finder/finder.ts';
import { type Call, hasFlag, readChoice, readCount, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { note } from '../call/open-library-of-call.ts';

const SORT_KEYS = ['published', 'added', 'title', 'source', 'relevance'] as const;
const UNRANKED =
  'there is no index (libsql cannot load, or no cache can be written): ordered by date';
/** Rows that are written at once. */
const ROWS_A_WRITE = 500;

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

/** What `--offset` and `--limit` leave. */
export function readWindow(call: Call): Window {
  const offset = readCount(call, 'offset') ?? 0;
  return { offset, limit: readCount(call, 'limit') ?? Number.POSITIVE_INFINITY };
}

/** Says on standard error that the best cannot come first, where it was to. */
export function noteUnranked(call: Call, io: Io, finder: Finder, { sort }: Search): void {
  if (sort === 'relevance' && !finder.ranks) note(call, io, UNRANKED);
}

/** Says on standard error why nothing was printed, unless the offset or the limit left nothing. */
export function noteEmpty(
  call: Call,
  io: Io,
  finder: Finder,
  { query }: Search,
  { offset, limit }: Window,
): void {
  if ((offset > 0 || limit === 0) && finder.count(query) > 0) return;
  note(
    call,
    io,
    finder.totals().articles === 0
      ? `no articles in ${finder.root} yet: newsprint add URL keeps a page, newsprint feeds add URL follows a feed`
      : 'no article fits the query',
  );
}

/** Prints a line a row, as they come; whether there was none. */
export async function printRows(
  rows: Iterable<ArticleRow>,
  line: (row: ArticleRow) => string,
  io: Io,
  rowsAtOnce = ROWS_A_WRITE,
): Promise<boolean> {
  let isEmpty = true;
  for (const batch of batchesOf(rows, rowsAtOnce)) {
    isEmpty = false;
    await io.out(`${batch.map(line).join('\n')}\n`);
  }
  return isEmpty;
}

/** The things in order, so many at a time; none of the batches is empty. */
export function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
