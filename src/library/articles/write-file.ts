// Puts whole files into the library: never half of one, never over another by accident.
import { lstatSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tryOr } from '../../core/try-or.ts';
import { moveToFreeName, preparePlace, withTemporaryFile } from '../files/temporary-file.ts';
import { otherPlace } from './article-name.ts';

/**
 * Makes a file that is not there yet.
 * @returns false where something has the name already
 * @throws the system's error, or NewsprintError where the folder is a link
 */
export function createFile(root: string, path: string, data: string | Uint8Array): boolean {
  const { folders } = preparePlace(root, path);
  return withTemporaryFile(folders, data, (draft) => takePlace(root, path, draft));
}

/** Makes a file or puts it in the place of another. */
export function replaceFile(root: string, path: string, data: string | Uint8Array): void {
  const { folders, target } = preparePlace(root, path);
  withTemporaryFile(folders, data, (draft) => renameSync(draft, target));
}

/**
 * Gives a draft its path, where no file has its name. A name is taken in the folder of its year
 * before it moves to that of its month, so that two processes never take it in both.
 * @returns false where something has the name already
 */
export function takePlace(root: string, path: string, draft: string): boolean {
  const other = otherPlace(path);
  if (other === null) return moveToFreeName(draft, join(root, path));
  const [inYear, inMonth] = path.length < other.length ? [path, other] : [other, path];
  const taken = join(root, inYear);
  if (!moveToFreeName(draft, taken)) return false;
  if (libraryHasFile(root, inMonth)) {
    unlinkSync(taken);
    return false;
  }
  if (path === inMonth) renameSync(taken, join(root, inMonth));
  return true;
}

/** Whether the library has a file. @param path from the root */
export function libraryHasFile(root: string, path: string): boolean {
  return tryOr(
    () => lstatSync(`${root}/${path}`, { throwIfNoEntry: false })?.isFile() === true,
    false,
  );
}
