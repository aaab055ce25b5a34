// Brings together what conflicts left in a library: copies beside files, and marks within them.
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { ArticleState } from '../../core/journal/article-state.ts';
import type { StateChange } from '../../core/journal/state-change.ts';
import { copiesInRoot, copyMessage, copyRemoval } from '../../library/articles/conflict-copies.ts';
import { findFiles } from '../../library/articles/scan-folder.ts';
import { libraryHasFile, replaceFile } from '../../library/articles/write-file.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import { fileId } from '../../library/files/file-names.ts';
import { flush } from '../../library/files/flush.ts';
import { randomName } from '../../library/files/random-name.ts';
import { tryReadBytes } from '../../library/files/read-text-file.ts';
import { changeSubscriptionsFile, SUBSCRIPTIONS } from '../../library/files/subscriptions-file.ts';
import type { Library } from '../../library/finder/open-library.ts';
import { STATE_FOLDER } from '../../library/journals/journal-file.ts';
import { journalNames } from '../../library/journals/journal-folder.ts';
import { flushMoves, keepInTrash, moveToTrash } from '../../library/journals/trash-files.ts';
import { changedTo } from '../feeds/subscriptions.ts';
import { findLoss, mendMarks, mergeFile } from './merge-file.ts';

/** The files that somebody kept with the marks of a conflict, by their paths from the root. */
function findMarked(root: string): readonly string[] {
  const articles = findFiles(root).files.map(({ path }) => path);
  const journals = journalNames(root).map((name) => `${STATE_FOLDER}/${name}`);
  return [...articles, SUBSCRIPTIONS, ...journals].filter((path) => {
    const bytes = tryReadBytes(join(root, path));
    return bytes !== null && mendMarks(path, bytes) !== null;
  });
}

/** What conflicts left beside the copies of articles. */
export function leftoverProblems(root: string): readonly Problem[] {
  const message = 'the marks of a conflict were kept: newsprint check --mend takes them out';
  const marked = findMarked(root).map((path) => ({ path, message }));
  const copies = copiesInRoot(root, SUBSCRIPTIONS);
  return [...marked, ...copies.map((path) => ({ path, message: copyMessage(SUBSCRIPTIONS) }))];
}

/**
 * Brings all of it together as one step to undo: the old texts go to the trash. Files come first,
 * then the journal.
 * @returns how many files are others now, how many copies are in the trash, and what could not be
 *   taken in of these
 */
export function mendLibrary({ root, copies, journals }: Library, now: Date, onWait?: OnWait) {
  const op = randomName();
  const ofFeeds = copiesInRoot(root, SUBSCRIPTIONS).map((path) => ({ path, of: SUBSCRIPTIONS }));
  const all = new Map([...copies, ...ofFeeds].map(({ path, of }) => [path, of]));
  const marked = findMarked(root).filter((path) => !all.has(path));
  const byFile = new Map<string, string[]>(marked.map((path) => [path, []]));
  for (const [path, named] of all) {
    // A copy may stand for its article.
    const of = all.get(named) ?? named;
    byFile.set(of, [...(byFile.get(of) ?? []), path].sort());
  }
  const changes: ArticleChange[] = [];
  for (const [path, own] of byFile) {
    const replaced = libraryHasFile(root, path);
    const set = replaced ? {} : marksOf(own.map((copy) => journals.state({ id: fileId(copy) })));
    if (mendFile(root, op, path, own, onWait))
      changes.push({ id: fileId(path), set, added: path, replaced });
  }
  const changed = changes.length;
  const gone = [...byFile.values()].flat();
  const losses = gone.flatMap((path) => {
    const bytes = tryReadBytes(join(root, path));
    return (bytes && findLoss(path, bytes)) ?? [];
  });
  for (const path of gone) moveToTrash(root, op, path);
  flushMoves(root, [op], [...byFile.keys(), ...gone]);
  flush(join(root, STATE_FOLDER));
  journals.change([...changes, ...gone.map((path) => copyRemoval({ path }))], { now, op });
  return { changed, copies: gone.length, losses };
}

/** What was marked while copies stood for their article. */
function marksOf(states: readonly ArticleState[]): StateChange {
  const read = states.some((one) => one.read);
  const starred = states.some((one) => one.starred);
  const tags = Object.assign({}, ...states.map((one) => one.tags));
  return { ...(read && { read }), ...(starred && { starred }), tags };
}

/** Takes the copies of a file into it, and the marks out of it; whether it is another now. */
function mendFile(
  root: string,
  op: string,
  path: string,
  copies: readonly string[],
  onWait?: OnWait,
): boolean {
  const versions = [path, ...copies].map((one) => tryReadBytes(join(root, one)));
  const before = versions[0] ?? null;
  const there = versions.filter((bytes) => bytes !== null);
  const [first, ...others] = there.map((bytes) => mendMarks(path, bytes) ?? bytes);
  if (first === undefined) return false;
  const after = others.reduce(
    (one, other) => mergeFile(path, { base: null, one, other }, true).bytes,
    first,
  );
  if (before?.equals(after)) return false;
  if (before !== null) keepInTrash(root, op, path);
  if (path === SUBSCRIPTIONS) changeSubscriptionsFile(root, onWait, () => changedTo(after));
  else replaceFile(root, path, after);
  return true;
}
