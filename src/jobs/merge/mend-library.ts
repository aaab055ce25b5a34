// Brings together what conflicts left in a library: copies beside files, and marks within them.
import { join } from 'node:path';
import { type Problem, quoteValue } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { ArticleState } from '../../core/journal/article-state.ts';
import type { StateChange } from '../../core/journal/state-change.ts';
import { copiesInRoot, copyMessage, copyRemoval } from '../../library/articles/conflict-copies.ts';
import { readArticleFile } from '../../library/articles/read-article-file.ts';
import { findFiles } from '../../library/articles/scan-folder.ts';
import { replaceFile } from '../../library/articles/write-file.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import { fileId } from '../../library/files/file-names.ts';
import { flush } from '../../library/files/flush.ts';
import { randomName } from '../../library/files/random-name.ts';
import { tryReadBytes } from '../../library/files/read-text-file.ts';
import { changeSubscriptionsFile, SUBSCRIPTIONS } from '../../library/files/subscriptions-file.ts';
import { orRefused } from '../../library/files/system-error.ts';
import type { Library } from '../../library/finder/open-library.ts';
import { STATE_FOLDER } from '../../library/journals/journal-file.ts';
import { journalNames } from '../../library/journals/journal-folder.ts';
import type { PendingOperation } from '../../library/journals/pending-operations.ts';
import { flushMoves, keepInTrash, moveToTrash } from '../../library/journals/trash-files.ts';
import { changedTo } from '../feeds/subscriptions.ts';
import { withFetchLock } from '../fetch/fetch-lock.ts';
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
  const copies = copiesInRoot(root, SUBSCRIPTIONS).flatMap((path) => {
    const problem = { path, message: copyMessage(SUBSCRIPTIONS) };
    return readArticleFile(root, path, () => ({ problems: [problem] })).problems;
  });
  return [...marked, ...copies];
}

/** A copy as it was when it was read. */
interface Copy {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The copies that can be read; the others stay where they are, as problems. */
function readCopies(root: string, paths: readonly string[]): readonly Copy[] {
  return paths.flatMap((path) => {
    const bytes = tryReadBytes(join(root, path));
    return bytes === null ? [] : [{ path, bytes }];
  });
}

/** What bringing it together came to, as far as it came. */
interface Mended {
  /** How many files are others now. */
  readonly changed: number;
  /** How many copies are in the trash. */
  readonly copies: number;
  /** What could not be taken in of these. */
  readonly losses: readonly Problem[];
  /** What ended it before its end; `null` for nothing. */
  readonly failure: unknown;
}

interface Mending extends Pick<Library, 'root' | 'journals'> {
  readonly pending: PendingOperation;
  readonly onWait: OnWait;
  /** What was done so far. */
  readonly done: ArticleChange[];
  readonly losses: Problem[];
}

const NOTHING: Mended = { changed: 0, copies: 0, losses: [], failure: null };

/**
 * Brings all of it together as one step to undo, also where it comes to a part of it only: the old
 * texts go to the trash. A library without conflicts is not written to.
 * @param open reads the library: once more when no other job is at it
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function mendLibrary(open: () => Library, now: Date, onWait: OnWait): Promise<Mended> {
  const library = open();
  const { root, journals } = library;
  // The marks that one that was killed had noted are the article's from then on.
  journals.change([], { now });
  if (findConflicts(library).size === 0) return NOTHING;
  const waiting = { signal: new AbortController().signal, onWait };
  const mend = async () => mendAll(open(), now, onWait);
  return (await withFetchLock(root, waiting, mend)) ?? NOTHING;
}

/**
 * Each change is noted before it is made; files come first, then the journal. Where that cannot be
 * written, the notes stay for the next change or undo.
 */
function mendAll(library: Library, now: Date, onWait: OnWait): Mended {
  const { root, journals } = library;
  const pending = journals.pending(randomName());
  const mending: Mending = { root, journals, pending, onWait, done: [], losses: [] };
  const { done, losses } = mending;
  let failure: unknown = null;
  try {
    for (const [path, named] of findConflicts(library)) {
      const copies = readCopies(root, named);
      mendFile(mending, path, copies);
      for (const copy of copies) putAway(mending, copy);
    }
  } catch (error) {
    failure = error;
  }
  try {
    flushMoves(
      root,
      [pending.op],
      done.map(({ added, path }) => added ?? path ?? null),
    );
    flush(join(root, STATE_FOLDER));
  } finally {
    journals.change(done, { now, op: pending.op });
    pending.end();
  }
  const changed = done.filter(({ added }) => added !== undefined).length;
  return { changed, copies: done.length - changed, losses, failure };
}

/** The files to mend, each with its copies; all by their paths from the root. */
function findConflicts({ root, copies }: Library): ReadonlyMap<string, readonly string[]> {
  const ofFeeds = copiesInRoot(root, SUBSCRIPTIONS).map((path) => ({ path, of: SUBSCRIPTIONS }));
  const all = new Map([...copies, ...ofFeeds].map(({ path, of }) => [path, of]));
  const marked = findMarked(root).filter((path) => !all.has(path));
  const byFile = new Map<string, string[]>(marked.map((path) => [path, []]));
  for (const [path, named] of all) {
    // A copy may stand for its article.
    const of = all.get(named) ?? named;
    byFile.set(of, [...(byFile.get(of) ?? []), path].sort());
  }
  return byFile;
}

/** What was marked while copies stood for their article. */
function marksOf(states: readonly ArticleState[]): StateChange {
  const read = states.some((one) => one.read);
  const starred = states.some((one) => one.starred);
  const tags = Object.assign({}, ...states.map((one) => one.tags));
  return { ...(read && { read }), ...(starred && { starred }), tags };
}

/** Takes the copies of a file into it, and the marks out of it. */
function mendFile(mending: Mending, path: string, copies: readonly Copy[]): void {
  const { root, journals, pending, onWait, done } = mending;
  const before = tryReadBytes(join(root, path));
  const versions = [...(before === null ? [] : [before]), ...copies.map(({ bytes }) => bytes)];
  const [first, ...others] = versions.map((bytes) => mendMarks(path, bytes) ?? bytes);
  if (first === undefined) return;
  const after = others.reduce(
    (one, other) => mergeFile(path, { base: null, one, other }, true).bytes,
    first,
  );
  if (before?.equals(after)) return;
  const replaced = before !== null;
  const set = replaced
    ? {}
    : marksOf(copies.map((copy) => journals.state({ id: fileId(copy.path) })));
  const change = { id: fileId(path), set, added: path, replaced };
  const keep = (): void => {
    pending.note(change, after.length);
    if (replaced) keepInTrash(root, pending.op, path);
  };
  if (path === SUBSCRIPTIONS) {
    keep();
    changeSubscriptionsFile(root, onWait, () => changedTo(after));
  } else {
    orRefused(`${quoteValue(path)} cannot be replaced`, () => {
      keep();
      replaceFile(root, path, after);
    });
  }
  done.push(change);
}

/** Moves a copy to the trash, whose content its file has by now. */
function putAway({ root, pending, done, losses }: Mending, { path, bytes }: Copy): void {
  const loss = findLoss(path, bytes);
  if (loss !== null) losses.push(loss);
  const change = copyRemoval({ path });
  orRefused(`${quoteValue(path)} cannot be moved to the trash`, () => {
    pending.note(change);
    moveToTrash(root, pending.op, path);
  });
  done.push(change);
}
