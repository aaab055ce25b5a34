// What the list holds when a reader opens.
import { EVERYTHING } from '../../core/query/query.ts';
import type { Finder, Search } from '../../library/finder/finder.ts';
import type { Listing, Question } from '../state/state.ts';

/** Rows that are known before everything else is. */
const FIRST_ROWS = 200;
const ALL: Question = { text: '', isLive: false, sort: 'published' };

const BY_TIME: Search = { query: EVERYTHING, sort: 'published', reverse: false };

/** Every article in the default order. */
export function wholeListing(finder: Finder): Listing {
  const keys = finder.keys(BY_TIME);
  return { question: ALL, keys, length: keys.length };
}

/** What the list holds when a reader opens: of a large library only the first articles. */
export function openingList(finder: Finder, open?: number) {
  if (!finder.isIndexed) return { listed: wholeListing(finder), rows: [] };
  const rows = [...finder.stream(BY_TIME, { offset: 0, limit: FIRST_ROWS })];
  const { articles } = finder.totals();
  const isShown = open === undefined || rows.some(({ key }) => key === open);
  if (!isShown) return { listed: wholeListing(finder), rows };
  const keys = Uint32Array.from(rows, ({ key }) => key);
  // Files that have just gone are no rows; the list that is asked for next has them right.
  const length = keys.length < FIRST_ROWS ? keys.length : Math.max(keys.length, articles);
  return { listed: { question: ALL, keys, length }, rows };
}
