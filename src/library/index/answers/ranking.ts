// The order of relevance: of a whole answer, or of its beginning where that can be known alone.
import { type Query, queryWords } from '../../../core/query/query.ts';
import type { Keys } from '../../finder/finder.ts';
import { isListed } from '../tables/columns.ts';
import { number } from '../tables/engine.ts';
import { keysInOrder } from '../tables/order-pieces.ts';
import { inPublishedOrder } from '../tables/sort-orders.ts';
import type { OpenIndex } from './open-tables.ts';
import { findAmong, findsMore, formatWords, rankTexts, splitForEngine } from './text-query.ts';

/** Places in the order of time that a number can hold beside a rank. */
const PLACES = 2 ** 22;
/** And ranks: that of the best is made this one. */
const MOST_RANK = 2 ** 30;
/** More are asked for than are wanted: some may be removed, others as good as the last. */
const SPARE = 64;
/** A longer beginning is no cheaper than the whole. */
const LONGEST = 1000;
/** Words that no more articles have are ranked by, however small the library is. */
const RANKED = 2000;
/** Articles that words are counted in: those that came last, and this part of a large library. */
const COUNTED = 4000;
const COUNTED_PART = 1 / 16;

/**
 * Whether words are so common that they tell nothing about which article fits best: more than half
 * of those that came last have them. BM25 gives such a word next to no worth, and takes a microsecond
 * an article.
 */
export function areCommon({ database }: Pick<OpenIndex, 'database'>, query: Query): boolean {
  const { expression } = splitForEngine(query);
  if (expression === null) return false;
  const last = number(database.statement('SELECT max(key) FROM doc').get()?.[0]);
  const counted = Math.max(COUNTED, Math.floor(last * COUNTED_PART));
  const half = Math.max(RANKED, Math.floor(counted / 2));
  return findsMore(database, expression, last - counted, half);
}

/**
 * The newest of articles that have common words without looking at every article; `null` where the
 * query asks for more than words, or too few of the newest have them.
 */
export function newestFirst(
  { database, columns }: OpenIndex,
  query: Query,
  count: number,
): Keys | null {
  const { expression, hasPrefix, rest } = splitForEngine(query);
  if (expression === null || rest.length > 0 || count > LONGEST) return null;
  const newest: number[] = [];
  for (const key of keysInOrder(database, 'published')) {
    if (newest.push(key) === 2 * count + SPARE) break;
  }
  const found = new Set(findAmong(database, expression, newest, hasPrefix));
  const shown = newest.filter((key) => found.has(key) && isListed(columns.flags.get(key)));
  return shown.length < count ? null : new Uint32Array(shown.slice(0, count));
}

/**
 * All articles that fit: the best first; of two that are equally good the newer.
 * @param newestOf the keys that fit of those that have a query's words, the newest first
 */
export function rankAll(
  { database }: OpenIndex,
  query: Query,
  newestOf: (found: readonly number[]) => Keys,
): Keys {
  const { expression } = splitForEngine(query);
  const words = expression ?? queryWords(query).map(formatWords).join(' OR ');
  const { keys, ranks } = words === '' ? { keys: [], ranks: [] } : rankTexts(database, words);
  const best = ranks.reduce((a, b) => Math.max(a, b), 0);
  const rankOf = new Float64Array(keys.reduce((a, b) => Math.max(a, b), 0) + 1);
  for (let at = 0; at < keys.length; at += 1) rankOf[keys[at] ?? 0] = scaled(ranks[at] ?? 0, best);
  const newest = newestOf(keys);
  // One number for both, which sorts without a function.
  const places = new Float64Array(newest.length);
  for (let at = 0; at < places.length; at += 1) {
    places[at] = at - (rankOf[newest[at] ?? 0] ?? 0) * PLACES;
  }
  places.sort();
  return Uint32Array.from(places, (place) => newest[((place % PLACES) + PLACES) % PLACES] ?? 0);
}

/** Ranks that differ by less are the same. */
function scaled(rank: number, best: number): number {
  return best > 0 ? Math.floor((rank / best) * MOST_RANK) : 0;
}

/**
 * The first of the same order without looking at every article; `null` where the query asks for
 * more than words, or too many are as good as the last.
 */
export function rankFirst(
  { database, columns }: OpenIndex,
  query: Query,
  count: number,
): Keys | null {
  const { expression, rest } = splitForEngine(query);
  if (expression === null || rest.length > 0 || count > LONGEST) return null;
  const asked = count + SPARE;
  const best = rankTexts(database, expression, asked);
  const [first = 0] = best.ranks;
  const rankAt = (at: number): number => scaled(best.ranks[at] ?? 0, first);
  const shown: { readonly key: number; readonly rank: number }[] = [];
  for (const [at, key] of best.keys.entries()) {
    const rank = rankAt(at);
    // What is worse than the last one wanted is not looked at.
    if (rank < (shown[count - 1]?.rank ?? 0)) break;
    if (isListed(columns.flags.get(key))) shown.push({ key, rank });
  }
  // Others that are as good as the last one asked for may be newer than some of these.
  const isAll = best.keys.length < asked;
  if (!isAll && !(rankAt(asked - 1) < (shown[count - 1]?.rank ?? 0))) return null;
  // Which is newer decides only between those that are equally good.
  const alike = shown.filter(
    ({ rank }, at) => rank === shown[at - 1]?.rank || rank === shown[at + 1]?.rank,
  );
  const newest = inPublishedOrder(
    database,
    columns,
    alike.map(({ key }) => key),
  );
  const placeOf = new Map(newest.map((key, at) => [key, at]));
  const order = shown.toSorted(
    (a, b) => b.rank - a.rank || (placeOf.get(a.key) ?? 0) - (placeOf.get(b.key) ?? 0),
  );
  return Uint32Array.from(order.slice(0, count), ({ key }) => key);
}
