// Which library a call means.
import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { systemCode, systemReason } from '../files/system-error.ts';
import type { Host } from './device.ts';
import { userPath } from './user-folder.ts';

export interface LibraryPlace {
  readonly root: string;
  /** Whether it is the articles that came with the program, for users without a home: read-only. */
  readonly isShipped: boolean;
  /** Only the default one, under the user's data folder, may not be there yet. */
  readonly exists: boolean;
}

/** What decides on the library beside the flag. */
interface Surroundings extends Host {
  /** The folder of the shipped articles. */
  readonly shipped: string;
  /** What a relative name starts from; the working folder may have gone. */
  readonly cwd: string;
}

/**
 * `--library`, else `$NEWSPRINT_LIBRARY`, else the default under the user's data folder, else the
 * shipped articles.
 * @param flag the value of `--library`
 * @throws NewsprintError `not-found` for a named library that does not exist, `unreadable` for one
 * that is no folder, `usage` for an empty name
 */
export function locateLibrary(flag: string | undefined, around: Surroundings): LibraryPlace {
  const { env, shipped } = around;
  if (flag === '') throw new NewsprintError('--library needs a folder', { code: 'usage' });
  const named = flag ?? (env['NEWSPRINT_LIBRARY'] || undefined);
  if (named !== undefined) {
    return namedLibrary(isAbsolute(named) ? named : resolve(around.cwd, named));
  }
  const root = userPath('data', around);
  if (root === null) return { root: shipped, isShipped: true, exists: true };
  return { root, isShipped: false, exists: isFolder(root) };
}

function namedLibrary(root: string): LibraryPlace {
  if (isFolder(root)) return { root, isShipped: false, exists: true };
  throw new NewsprintError(`no library at ${quoteValue(root)}`, {
    code: 'not-found',
    hint: 'make the folder, or name another with --library or NEWSPRINT_LIBRARY',
  });
}

/**
 * Whether the folder is there.
 * @throws NewsprintError `unreadable` where something else is there, or it cannot be looked at
 */
export function isFolder(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw notOpened(path, systemReason(error), error);
  }
  throw notOpened(path, 'it is a file, not a folder');
}

function notOpened(path: string, reason: string, cause?: unknown): NewsprintError {
  const message = `cannot open the library ${quoteValue(path)}: ${reason}`;
  return new NewsprintError(message, { code: 'unreadable', cause });
}
