// What the list holds when a reader opens, and the row that was selected when the one before was left.
import { EVERYTHING } from '../../core/query/query.ts';
import { createFolders } from '../../jobs/feeds/query-folders.ts';
import type { Finder, Search } from '../../library/finder/finder.ts';
import { scopedQuery } from '../state/filter.ts';
import { isSameQuestion, searchOrder } from '../state/listing.ts';
import type { Listing, Question } from '../state/state.ts';
import { foldStories } from './lister.ts';

/** Rows that are known before everything else is. */
const FIRST_ROWS = 200;
const ALL: Question = { scope: '', text: '', isLive: false, sort: 'published' };

const BY_TIME: Search = { query: EVERYTHING, sort: 'published', reverse: false };

/** Every article in the default order. */
export function wholeListing(finder: Finder): Listing {
  const keys = foldStories(finder, EVERYTHING, finder.keys(BY_TIME));
  return { question: ALL, keys, length: keys.length };
}

/** What the list holds when a reader opens. */
export async function openingList(finder: Finder, question: Question, now: Date, open?: number) {
  if (isSameQuestion(question, ALL)) return openingWhole(finder, open);
  const query = await createFolders(finder.root)(scopedQuery(question, now));
  const found = finder.keys({ query, ...searchOrder(question.sort) });
  const keys = foldStories(finder, query, found);
  return { listed: { question, keys, length: keys.length }, rows: [] };
}

/**
 * The key of the article that was selected when the list was left; `undefined` where another is the
 * first by now: then there is news, and the reader begins at the top.
 */
export function keyLeftAt(
  finder: Finder,
  { listed, rows }: Awaited<ReturnType<typeof openingList>>,
  place: { readonly selected: string; readonly first: string } | null,
): number | undefined {
  // The rows of the first frame need no index.
  const keyOf = (id: string) =>
    rows.length > 0 ? rows.find(({ head }) => head.id === id)?.key : finder.keyOf(id);
  if (place === null || keyOf(place.first) !== listed.keys[0]) return undefined;
  return keyOf(place.selected) ?? undefined;
}

/** Every article; of a large library only the first of them. */
function openingWhole(finder: Finder, open?: number) {
  if (!finder.isIndexed) return { listed: wholeListing(finder), rows: [] };
  const first = [...finder.stream(BY_TIME, { offset: 0, limit: FIRST_ROWS })];
  const rows = first.filter(({ isDuplicate }) => isDuplicate !== true);
  const { articles } = finder.storyTotals();
  const isShown = open === undefined || rows.some(({ key }) => key === open);
  if (!isShown) return { listed: wholeListing(finder), rows };
  const keys = Uint32Array.from(rows, ({ key }) => key);
  // Files that have just gone are no rows; the list that is asked for next has them right.
  const length = first.length < FIRST_ROWS ? keys.length : Math.max(keys.length, articles);
  return { listed: { question: ALL, keys, length }, rows };
}
