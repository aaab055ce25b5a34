// The library under a reader: how its articles stand, and what the reader changes of them.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { lazy } from '../../core/lazy.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Query } from '../../core/query/query.ts';
import { flush, flushBeside } from '../../library/files/flush.ts';
import type { ArticleRow, Finder, Keys } from '../../library/finder/finder.ts';
import type { Members } from '../../library/finder/members.ts';
import { emptyLibrary } from '../../library/finder/open-library.ts';
import { namesOfIds } from '../../library/finder/resolve-what.ts';
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import { openMembers } from '../../library/index/open-members.ts';
import { openJournals } from '../../library/journals/journals.ts';
import type { Host } from '../../library/place/device.ts';
import {
  addSavedQueries,
  type QueriesFile,
  readSavedQueries,
} from '../../library/place/saved-queries.ts';
import { removeArticles } from '../../library/store/remove-articles.ts';
import type { LibraryChange } from '../state/reduce/reduce-library.ts';

/** What the reader has of its library. Where a change cannot be kept a NewsprintError says why. */
export type ReaderLibrary = ReturnType<typeof createReaderLibrary>;

/** As the parser reads `is:unread`, which says nothing of the time. */
const UNREAD: Query = { terms: [{ anyOf: [{ kind: 'is', is: 'unread', negated: false }] }] };

/** What keys changed is flushed so much later, keys that follow each other together (ms). */
const FLUSH_AFTER = 100;

/** @param host whose marks are kept */
export function createReaderLibrary(finder: Finder, host: Host, now: () => Date) {
  const { root, copiesOf } = finder;
  const journals = lazy(() => openJournals(root, host, finder.states));
  /** Takes in what others did; whether they did anything. Cheap when not. */
  const refresh = (): boolean => finder.refresh();
  /** Articles by their keys; those that have gone are left out. */
  const rowsOf = (keys: Iterable<number>): readonly ArticleRow[] =>
    finder.rows([...keys]).filter(({ state }) => !state.removed);
  /** What fits now; worked out when it is first asked. */
  const fitting = (query: Query) => {
    const order = { sort: 'published', reverse: false } as const;
    const found = lazy(() => new Set(finder.keys({ query, ...order })));
    return (key: number): boolean => found().has(key);
  };
  /** Does a thing to the library, and takes in what it came to. */
  const altering = <Result>(alter: () => Result): Result => {
    try {
      return alter();
    } finally {
      refresh();
    }
  };
  /** Other editions of a story are read, or unread, where one of them is. */
  const changesOfOthers = ({ id, set: { read } }: ArticleChange): readonly ArticleChange[] => {
    const stories = finder.stories();
    if (read === undefined || stories.size === 0) return [];
    const editions = stories.get(finder.keyOf(id) ?? -1) ?? [];
    return finder.rows(editions).map(({ head }) => ({ id: head.id, set: { read } }));
  };
  const readTree = lazy(async () =>
    (await import('../../jobs/feeds/feed-tree.ts')).openFeedTree(root, host),
  );
  let flushing: Promise<void> | null = null;
  let hasChanged = false;
  return {
    root,
    refresh,
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
    /** Adds a query to a file of the user's. */
    saveQuery: (file: QueriesFile, query: SavedQuery) => addSavedQueries(host, file, [query]),
    savedQueries: () => readSavedQueries(host, 'queries').queries,
    /** What there is now, for articles that come in. */
    members: (): Members => openMembers(emptyLibrary(root, host), host),
    /** Sets fields of articles, all as one step; `isAuto` ones are none. A story is read as a whole. */
    change(asked: readonly ArticleChange[], isAuto: boolean): void {
      const changes = asked.flatMap((change) => [change, ...changesOfOthers(change)]);
      const options = { now: now(), auto: isAuto, isFlushedLater: true };
      const names = namesOfIds(
        finder,
        changes.map(({ id }) => id),
      );
      const named = changes.map((change) => ({ ...names.get(change.id), ...change }));
      hasChanged = altering(() => journals().change(named, options)).changed > 0 || hasChanged;
    },
    /** Sees to it that changes are on the disk to stay; the reader goes on meanwhile. */
    flushSoon(): Promise<void> {
      flushing ??= new Promise((resolve) => void setTimeout(resolve, FLUSH_AFTER).unref()).then(
        () => {
          flushing = null;
          return flushBeside(journals().path());
        },
      );
      return flushing;
    },
    /** The same at once, for a reader that is left. */
    flush(): void {
      if (hasChanged) flush(journals().path() ?? '');
    },
    remove: (head: ArticleHead) =>
      altering(() => removeArticles({ root, journals: journals(), copiesOf }, [head], now())),
    /** Of how many articles the last step is. */
    undoSize(): number {
      journals().refresh();
      return journals().undoSize();
    },
    /** Takes back the last step; `null` where there is none. */
    undo: () =>
      altering(() => {
        journals().refresh();
        return journals().undo(now());
      }),
  };
}
