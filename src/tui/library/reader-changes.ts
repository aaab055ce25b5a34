// What the reader changes of its library: marks, removals, and what is taken back.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { lazy } from '../../core/lazy.ts';
import { flush, flushBeside } from '../../library/files/flush.ts';
import type { Finder } from '../../library/finder/finder.ts';
import { checkLibrary } from '../../library/finder/open-library.ts';
import { namesOfIds } from '../../library/finder/resolve-word.ts';
import { openJournals } from '../../library/journals/journals.ts';
import type { Host } from '../../library/place/device.ts';
import { removeArticles } from '../../library/store/remove-articles.ts';

/** What keys changed is flushed so much later, keys that follow each other together (ms). */
const FLUSH_AFTER = 100;

/** @param path of the file that is written to; `null` where there is none yet */
function createFlushing(path: () => string | null) {
  let flushing: Promise<void> | null = null;
  return {
    /** A moment later; the reader goes on meanwhile. */
    flushSoon(): Promise<void> {
      flushing ??= new Promise((resolve) => void setTimeout(resolve, FLUSH_AFTER)).then(() => {
        flushing = null;
        return flushBeside(path());
      });
      return flushing;
    },
    flushNow: () => flush(path() ?? ''),
  };
}

/** Other editions of a story are read, or unread, where one of them is. */
function changesOfOthers(
  finder: Finder,
  { id, set: { read } }: ArticleChange,
): readonly ArticleChange[] {
  const stories = finder.stories();
  if (read === undefined || stories.size === 0) return [];
  const editions = stories.get(finder.keyOf(id) ?? -1) ?? [];
  return finder.rows(editions).map(({ head }) => ({ id: head.id, set: { read } }));
}

/** @param host whose marks are kept */
export function createReaderChanges(finder: Finder, host: Host, now: () => Date) {
  const { root, copiesOf } = finder;
  const journals = lazy(() => openJournals(root, host, finder.states));
  const { flushSoon, flushNow } = createFlushing(() => journals().path());
  let hasChanged = false;
  /** Does a thing to the library, and takes in what it came to. */
  const altering = <Result>(alter: () => Result): Result => {
    try {
      return alter();
    } finally {
      finder.refresh();
    }
  };
  return {
    /**
     * Sets fields of articles, all as one step; `isAuto` ones are none. A story is read as a whole.
     * @returns the IDs of those that are another by now
     */
    change(asked: readonly ArticleChange[], isAuto: boolean): readonly string[] {
      const changes = asked.flatMap((change) => [change, ...changesOfOthers(finder, change)]);
      const options = { now: now(), auto: isAuto, isFlushedLater: true };
      const names = namesOfIds(
        finder,
        changes.map(({ id }) => id),
      );
      const named = changes.map((change) => ({ ...names.get(change.id), ...change }));
      const { changed, ids } = altering(() => journals().change(named, options));
      hasChanged ||= changed > 0;
      return ids;
    },
    /** Sees to it that changes are on the disk to stay; the reader goes on meanwhile. */
    flushSoon,
    /** The same at once, for a reader that is left. */
    flush(): void {
      if (hasChanged) flushNow();
    },
    remove(head: ArticleHead) {
      // One that is away is not made anew by its trash.
      checkLibrary(root);
      const removing = { root, journals: journals(), copiesOf };
      return altering(() => removeArticles(removing, [head], now()));
    },
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
    /** Undoes what an import added beside articles. @returns that in words */
    async undoImportExtras(op: string): Promise<readonly string[]> {
      const { undoImportExtras } = await import('../../jobs/import/undo-import-extras.ts');
      return undoImportExtras(root, host, op);
    },
  };
}
