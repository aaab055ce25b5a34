// Makes a folder and those above it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './system-error.ts';

/**
 * Makes a folder and the missing ones above it, one by one: Node's own way never ends in a file
 * system, such as /proc, that has no room for folders and calls them missing.
 * @returns whether it was made; false where it was there
 * @throws the system's error
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
