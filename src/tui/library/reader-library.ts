// The library under a reader: how its articles stand, and what they are found by.
import { lazy } from '../../core/lazy.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Query } from '../../core/query/query.ts';
import type { HookTrigger } from '../../jobs/programs/hook-triggers.ts';
import type { HookHost } from '../../jobs/programs/run-hooks.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import type { ArticleRow, Finder, Keys } from '../../library/finder/finder.ts';
import { checkLibrary, emptyLibrary } from '../../library/finder/open-library.ts';
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import { openExisting } from '../../library/index/open-existing.ts';
import type { Host } from '../../library/place/device.ts';
import {
  addSavedQueries,
  type QueriesFile,
  readSavedQueries,
} from '../../library/place/saved-queries.ts';
import type { LibraryChange } from '../state/reduce/reduce-library.ts';
import { createReaderChanges } from './reader-changes.ts';

/** What the reader has of its library. Where a change cannot be kept a NewsprintError says why. */
export type ReaderLibrary = ReturnType<typeof createReaderLibrary>;

/** As the parser reads `is:unread`, which says nothing of the time. */
const UNREAD: Query = { terms: [{ anyOf: [{ kind: 'is', is: 'unread', negated: false }] }] };

/** Which hooks there are by now, and who hears why one failed. */
export type Hooking = () => Omit<HookHost, 'now'>;

/**
 * Runs the user's hooks beside the reader, one after the other, in the order of what was done.
 * @param flushed resolves when that is on the disk
 */
function createReaderHooks(
  finder: Finder,
  now: () => Date,
  flushed: () => Promise<void>,
  hooking: Hooking,
) {
  let last: Promise<unknown> = Promise.resolve();
  const runAll = async (trigger: HookTrigger) => {
    const { runHooks } = await import('../../jobs/programs/run-hooks.ts');
    await runHooks(finder, trigger, { ...hooking(), now: now() });
  };
  return {
    hooked(trigger: HookTrigger): void {
      const isWanted = hooking().hooks.some(({ on }) => on === trigger.event);
      if (!isWanted || trigger.ids.length === 0) return;
      // Where it cannot be flushed that is said already.
      last = Promise.all([last, flushed()])
        .then(() => runAll(trigger))
        .catch(() => {});
    },
    /** Resolves when none runs any more. */
    hooksDone: () => last,
  };
}

function existingIn(root: string, host: Host): ExistingArticles {
  // A library that is away is not made anew by what is added.
  checkLibrary(root);
  return openExisting(emptyLibrary(root, host), host);
}

const NO_HOOKS: Hooking = () => ({ hooks: [], env: {}, onFailure: () => {} });

/** @param host whose marks are kept */
export function createReaderLibrary(
  finder: Finder,
  host: Host,
  now: () => Date,
  hooking: Hooking = NO_HOOKS,
) {
  const { root } = finder;
  /** Articles by their keys; those that have gone are left out. */
  const rowsOf = (keys: Iterable<number>): readonly ArticleRow[] =>
    finder.rows([...keys]).filter(({ state }) => !state.removed);
  /** What fits now; worked out when it is first asked. */
  const fitting = (query: Query) => {
    const order = { sort: 'published', reverse: false } as const;
    const found = lazy(() => new Set(finder.keys({ query, ...order })));
    return (key: number): boolean => found().has(key);
  };
  const changes = createReaderChanges(finder, host, now);
  const readTree = lazy(async () =>
    (await import('../../jobs/feeds/feed-tree.ts')).openFeedTree(root, host),
  );
  return {
    ...changes,
    ...createReaderHooks(finder, now, changes.flushSoon, hooking),
    root,
    /** Takes in what others did; whether they did anything. Cheap when not. */
    refresh: (): boolean => finder.refresh(),
    rows: rowsOf,
    /** How things stand, and the rows of these keys that are there still. */
    standing: (keys: Iterable<number>): LibraryChange => ({
      totals: finder.storyTotals(),
      isUnread: fitting(UNREAD),
      rows: rowsOf(keys),
    }),
    /** Whether any of these is another by now, or has gone: its file was edited in its place. */
    haveChanged(rows: readonly ArticleRow[]): boolean {
      const now = rowsOf(rows.map(({ key }) => key));
      return JSON.stringify(now) !== JSON.stringify(rows);
    },
    /** IDs of those among the keys that are unread and fit a query. */
    unreadIds(keys: Keys, query: string): readonly string[] {
      const rows = finder.rows(keys.filter(fitting(parseQuery(`is:unread ${query}`, now()))));
      return rows.filter(({ state }) => !state.read).map(({ head }) => head.id);
    },
    /** The key of an ID; `undefined` where it is in the library no more. */
    keyOf: (id: string) => finder.keyOf(id) ?? undefined,
    /** The same of an address, as an article has it. */
    keyOfUrl(url: string): number | undefined {
      const head = finder.byUrl(url);
      return head === null ? undefined : (finder.keyOf(head.id) ?? undefined);
    },
    /** Its tags and feeds with their counts; loaded with what parses the subscriptions. */
    tree: async (counts: UnreadCounts) => (await readTree())(counts),
    saveQuery: (file: QueriesFile, query: SavedQuery) => addSavedQueries(host, file, [query]),
    savedQueries: () => readSavedQueries(host, 'queries').queries,
    /** What there is now, for articles that come in. */
    existing: (): ExistingArticles => existingIn(root, host),
  };
}
