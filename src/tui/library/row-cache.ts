// The library as the list needs it: rows by their keys, counts, and which articles are unread.
import { EVERYTHING, type Query } from '../../core/query/query.ts';
import type { ArticleRow, Finder } from '../../library/finder/finder.ts';
import type { Listing, Question, UnreadKeys } from '../state/state.ts';

/** Rows kept between two looks at the library. */
const MOST_ROWS = 1000;

/** The rows of one reader's library. */
export type RowCache = ReturnType<typeof createRowCache>;

/** As the parser reads `is:unread`, which says nothing of the time. */
const UNREAD: Query = { terms: [{ anyOf: [{ kind: 'is', is: 'unread', negated: false }] }] };

function createUnreadKeys(finder: Finder): UnreadKeys {
  let unread: ReadonlySet<number> | null = null;
  return {
    isUnread(key) {
      unread ??= new Set(finder.keys({ query: UNREAD, sort: 'published', reverse: false }));
      return unread.has(key);
    },
  };
}

/** @param first rows that are known already */
export function createRowCache(finder: Finder, first: readonly ArticleRow[] = []) {
  let kept = new Map(first.map((row) => [row.key, row]));
  const read = (keys: readonly number[]): void => {
    if (kept.size > MOST_ROWS) kept = new Map();
    for (const row of finder.rows(keys)) if (!row.state.removed) kept.set(row.key, row);
  };
  return {
    /** Articles by their keys; those that have gone are left out. */
    rows(wanted: Iterable<number>): readonly ArticleRow[] {
      const keys = [...wanted];
      const missing = keys.filter((key) => !kept.has(key));
      const known = missing.length === 0 ? [] : keys.flatMap((key) => kept.get(key) ?? []);
      if (missing.length > 0) read(missing);
      for (const row of known) kept.set(row.key, row);
      return keys.flatMap((key) => kept.get(key) ?? []);
    },
    /** What is unread now; worked out when it is first asked. */
    unreadKeys: () => createUnreadKeys(finder),
    /** Forgets what may have changed since. */
    forget() {
      kept = new Map();
    },
  };
}

/** Rows that are known before everything else is. */
const FIRST_ROWS = 200;
const ALL: Question = { text: '', isLive: false, sort: 'published' };

/** Every article in the default order. */
export function wholeListing(finder: Finder): Listing {
  const keys = finder.keys({ query: EVERYTHING, sort: 'published', reverse: false });
  return { question: ALL, keys, length: keys.length };
}

/** What the list holds when a reader opens: of a large library only the first articles. */
export function openingList(
  finder: Finder,
  open?: number,
): { readonly listed: Listing; readonly rows: readonly ArticleRow[] } {
  if (!finder.isIndexed) return { listed: wholeListing(finder), rows: [] };
  const rows = finder.first(FIRST_ROWS);
  const { articles } = finder.totals();
  const isShown = open === undefined || rows.some(({ key }) => key === open);
  if (!isShown) return { listed: wholeListing(finder), rows };
  const keys = Uint32Array.from(rows, ({ key }) => key);
  // Files that have just gone are no rows; the list that is asked for next has them right.
  const length = keys.length < FIRST_ROWS ? keys.length : Math.max(keys.length, articles);
  return { listed: { question: ALL, keys, length }, rows };
}
