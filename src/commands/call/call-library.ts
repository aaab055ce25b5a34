// Opens the library a call means, and says on standard error what is odd about it.
import { formatCount } from '../../core/count.ts';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import type { Finder, FinderOptions } from '../../library/finder/finder.ts';
import {
  emptyLibrary,
  type Library,
  NO_HOST,
  openLibrary,
} from '../../library/finder/open-library.ts';
import { scanFinder } from '../../library/finder/scan-finder.ts';
import { openFinder } from '../../library/index/open-finder.ts';
import { type Journals, openJournals } from '../../library/journals/journals.ts';
import { type LibraryPlace, locateLibrary } from '../../library/place/locate-library.ts';
import { makeLibrary } from '../../library/place/make-library.ts';
import { type Call, flagValue, type Io } from './call.ts';
import { createProgress } from './progress.ts';

/** In the environment of a process that compares every file with the index, in the background. */
export const IS_BACKGROUND_CHECK = 'NEWSPRINT_PASS';

/**
 * Where the library of this call is.
 * @throws NewsprintError `not-found` for a named library that is not there
 */
export function findLibrary(call: Call, io: Io): LibraryPlace {
  return locateLibrary(flagValue(call, 'library'), io);
}

/**
 * The root of the library to write to. The default library is made; a named one must be there.
 * @param what is to be kept: `articles`
 * @throws NewsprintError `read-only` where there is no folder for it, `not-found`
 */
export function rootForWriting(call: Call, io: Io, what: string): string {
  const { root, isShipped, exists } = findLibrary(call, io);
  if (isShipped) {
    const hint = 'name a folder you may write to with --library or NEWSPRINT_LIBRARY';
    throw new NewsprintError(`no home folder to keep ${what} in`, { code: 'read-only', hint });
  }
  if (!exists) makeLibrary(root);
  return root;
}

/**
 * The marks of the library, without its articles; those that came with the program have none.
 * @param finder of the library: what its index knows is not read from journals
 */
export function openMarks(call: Call, io: Io, finder?: Finder): Journals {
  const { root, isShipped } = findLibrary(call, io);
  return openJournals(root, isShipped ? NO_HOST : io, finder?.states);
}

/** How a verb means to use it. */
type CallOptions = Pick<FinderOptions, 'isAnew' | 'isSearched' | 'isForChange'>;

/**
 * Opens it for any verb but the reader: a default library that does not exist yet is empty. Whoever
 * opens it closes it.
 */
export async function openForFinding(
  call: Call,
  io: Io,
  options: CallOptions = {},
): Promise<Finder> {
  const place = findLibrary(call, io);
  if (!place.exists) return scanFinder(emptyLibrary(place.root, io));
  if (place.isShipped) return scanFinder(openShipped(io));
  return openWithProgress(place.root, io, options);
}

/** Opens it as `openForFinding`, does the work, and closes it. */
export async function withFinder<Value>(
  call: Call,
  io: Io,
  work: (finder: Finder) => Value | Promise<Value>,
  options?: CallOptions,
): Promise<Value> {
  const finder = await openForFinding(call, io, options);
  try {
    return await work(finder);
  } finally {
    finder.close();
  }
}

/** A finder for a library that is there; progress is shown while its index is built. */
export async function openWithProgress(
  root: string,
  io: Io,
  options: CallOptions & Pick<FinderOptions, 'isSteady'>,
): Promise<Finder> {
  const progress = createProgress(io);
  const onProgress = (done: number, all: number): void =>
    progress.show(`reading the library: ${done} of ${formatCount(all, 'article')}`);
  const onStale = (): void => startBackgroundCheck(root, io);
  return openFinder(root, io, { ...options, onProgress, onStale, onWait: waitNote(io) }).finally(
    progress.end,
  );
}

/**
 * Starts a process that compares every file with the index, or makes one, and says nothing. It goes on
 * when this one ends; what fails there is the next one's to do.
 */
export function startBackgroundCheck(root: string, { env }: Io): void {
  const [, program] = process.argv;
  if (program === undefined) return;
  const call = [program, 'check', '--quiet', '--library', root];
  const options = { detached: true, env: { ...env, [IS_BACKGROUND_CHECK]: '1' } } as const;
  // It takes milliseconds to load, and few calls start a pass.
  const { spawn } = process.getBuiltinModule('node:child_process');
  spawn(process.execPath, call, { ...options, stdio: 'ignore', windowsHide: true })
    .on('error', () => {})
    .unref();
}

/** The articles that came with the program, for a user without a home: no marks are kept. */
export function openShipped(io: Io): Library {
  io.note('no home folder: showing the articles that came with newsprint, read-only');
  return openLibrary(io.shipped);
}

/** Says what is waited for, and how to end that. */
export function waitNote(io: Io): OnWait {
  return (lock) =>
    io.note(`waiting for another newsprint to end; if none is at work, remove ${quoteValue(lock)}`);
}

/** The value, or `undefined` after naming why it could not be had: the rest goes on. */
export function attempt<Value>(io: Io, make: () => Value): Value | undefined {
  return tryKnown<Value | undefined>(make, (failure) => void io.fail(failure));
}
