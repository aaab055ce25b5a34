// Folders: made with those above them, and the library’s own, which no link leads out of it.
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { systemCode } from './system-error.ts';

/**
 * Makes a folder and the missing ones above it, one by one: Node's own way never ends in a file
 * system, such as /proc, that has no room for folders and calls them missing.
 * @returns whether it was made; false where it was there
 */
export function makeFolder(path: string, mode = 0o777): boolean {
  const parent = dirname(path);
  try {
    return makeOneFolder(path, mode);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || parent === path) throw error;
  }
  makeFolder(parent, mode);
  return makeOneFolder(path, mode);
}

/** Does what needs the folder of a file, which is made where it is missing. */
export function inFolder<Value>(path: string, action: () => Value, mode?: number): Value {
  try {
    return action();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  makeFolder(dirname(path), mode);
  return action();
}

/** Makes a folder in one that is there; false where it was made already. */
export function makeOneFolder(path: string, mode = 0o777): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * One of the library's own folders, absolute, be it there or not. What is written, moved and deleted
 * in it is only ever the library's: a library from elsewhere may hold a link to anything.
 * @throws NewsprintError `read-only` where a part of the path is a link out of the library
 */
export function ownFolder(root: string, path: string): string {
  const parts = path.split('/');
  for (const at of parts.keys()) {
    const part = parts.slice(0, at + 1).join('/');
    const place = join(root, part);
    if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    // Where it leads may not be there yet, or not for this user to see.
    if (tryOr(() => liesIn(root, place), false)) continue;
    const message = `${quoteValue(part)} is a link that leads out of the library`;
    throw new NewsprintError(message, { code: 'read-only' });
  }
  return join(root, path);
}

/** Whether what is there lies in a folder, wherever links lead. @throws the system's error */
export function liesIn(root: string, path: string): boolean {
  return realpathSync(path).startsWith(realpathSync(root) + sep);
}
