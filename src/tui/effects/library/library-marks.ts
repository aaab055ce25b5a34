// Takes marks, removals and undo to the library, and tells how its articles stand since.

import type { ArticleHead } from '../../../core/article/article.ts';
import type { ArticleChange } from '../../../core/journal/change-entry.ts';
import type { ArticleRow, Keys } from '../../../library/finder/finder.ts';
import type { UndoResult } from '../../../library/journals/undo-last.ts';
import {
  type RemoveResult,
  type Removing,
  removeArticles,
} from '../../../library/store/remove-articles.ts';
import type { LibraryChange } from '../../state/state.ts';
import type { ReaderLibrary } from './reader-library.ts';
import type { RowCache } from './row-cache.ts';

/** The marks of one reader's library. */
export interface LibraryMarks {
  /** How things stand, and the rows of these keys that are there still. */
  standing(keys: Iterable<number>): Pick<LibraryChange, 'totals' | 'unreadKeys' | 'rows'>;
  /** Whether any of these is another by now, or has gone: its file was edited in its place. */
  haveChanged(rows: readonly ArticleRow[]): boolean;
  /** IDs of the unread ones. */
  unreadIds(keys: Keys): readonly string[];
  /** The key of an ID; `undefined` where it is in the library no more. */
  keyOf(id: string): number | undefined;
  /**
   * Sets fields of articles, all as one step; `isAuto` ones are none.
   * @throws NewsprintError where they cannot be kept
   */
  change(changes: readonly ArticleChange[], isAuto: boolean): void;
  /** @throws NewsprintError where that cannot be kept */
  remove(head: ArticleHead): RemoveResult;
  /**
   * Takes back the last step; `null` where there is none.
   * @throws NewsprintError where that cannot be kept
   */
  undo(): UndoResult | null;
  /** The tags and feeds with their counts. */
  sideEntries: ReaderLibrary['sideEntries'];
  /** Takes in what others did; whether they did anything. Cheap when not. */
  refresh(): boolean;
}

/** Rows that are read at a time. */
const CHUNK = 500;

/** Makes the marks of one reader. */
export function createLibraryMarks(
  library: ReaderLibrary,
  rowCache: RowCache,
  now: () => Date,
): LibraryMarks {
  const { finder, journals } = library;
  const refresh = (): boolean => {
    const hasChanged = finder.refresh();
    rowCache.forget();
    return hasChanged;
  };
  const removing = (): Removing => {
    return { root: library.root, journals: journals(), copiesOf: finder.copiesOf };
  };
  /** Does a thing to the library, and takes in what it came to. */
  const altering = <Result>(alter: () => Result): Result => {
    try {
      return alter();
    } finally {
      refresh();
    }
  };
  return {
    standing: (keys) => ({
      totals: rowCache.totals(),
      unreadKeys: rowCache.unreadKeys(),
      rows: rowCache.rows(keys),
    }),
    haveChanged(rows) {
      const now = rowCache.rows(rows.map(({ key }) => key));
      return JSON.stringify(now) !== JSON.stringify(rows);
    },
    unreadIds(keys) {
      const { isUnread } = rowCache.unreadKeys();
      const unread = keys.filter(isUnread);
      const rows: ArticleRow[] = [];
      for (let at = 0; at < unread.length; at += CHUNK) {
        rows.push(...finder.rows(unread.subarray(at, at + CHUNK)));
      }
      return rows.filter(({ state }) => !state.read).map(({ head }) => head.id);
    },
    keyOf: (id) => finder.keyOf(id) ?? undefined,
    change(changes, isAuto) {
      altering(() => journals().change(changes, { now: now(), auto: isAuto }));
    },
    remove: (head) => altering(() => removeArticles(removing(), [head], now())),
    undo: () =>
      altering(() => {
        journals().refresh();
        return journals().undo(now());
      }),
    sideEntries: library.sideEntries,
    refresh,
  };
}
