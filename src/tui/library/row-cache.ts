// The library as the list needs it: rows by their keys, counts, and which articles are unread.
import { lazy } from '../../core/lazy.ts';
import { EVERYTHING, type Query } from '../../core/query/query.ts';
import type { ArticleRow, Finder, Search } from '../../library/finder/finder.ts';
import type { Listing, Question } from '../state/state.ts';

/** Rows kept between two looks at the library. */
const MOST_ROWS = 1000;

/** The rows of one reader's library. */
export type RowCache = ReturnType<typeof createRowCache>;

/** As the parser reads `is:unread`, which says nothing of the time. */
const UNREAD: Query = { terms: [{ anyOf: [{ kind: 'is', is: 'unread', negated: false }] }] };

/** @param first rows that are known already */
export function createRowCache(finder: Finder, first: readonly ArticleRow[] = []) {
  const byKey = (rows: readonly ArticleRow[]) => new Map(rows.map((row) => [row.key, row]));
  let kept = byKey(first);
  return {
    /** Articles by their keys; those that have gone are left out. */
    rows(wanted: Iterable<number>): readonly ArticleRow[] {
      const keys = [...wanted];
      const known = (): readonly ArticleRow[] => keys.flatMap((key) => kept.get(key) ?? []);
      const missing = keys.filter((key) => !kept.has(key));
      if (missing.length > 0 && kept.size > MOST_ROWS) kept = byKey(known());
      for (const row of finder.rows(missing)) if (!row.state.removed) kept.set(row.key, row);
      return known();
    },
    /** What is unread now; worked out when it is first asked. */
    unreadKeys() {
      const order = { sort: 'published', reverse: false } as const;
      const unread = lazy(() => new Set(finder.keys({ query: UNREAD, ...order })));
      return (key: number): boolean => unread().has(key);
    },
    /** Forgets what may have changed since. */
    forget() {
      kept = new Map();
    },
  };
}

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
