// Puts whole files into the library: never half of one, never over another by accident.
import { closeSync, linkSync, lstatSync, openSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isElsewhere, preparePlace, removeDraft, writeDraft } from '../files/draft-file.ts';
import { systemCode } from '../files/system-error.ts';
import { otherPlace } from './article-name.ts';

/**
 * Makes a file that is not there yet.
 * @param path from the root
 * @returns false where something has the name already
 * @throws the system's error, or NewsprintError where the folder is a link
 */
export function createFile(root: string, path: string, data: string | Uint8Array): boolean {
  return place(root, path, data, (draft) => takePlace(root, path, draft));
}

/** Makes a file or puts it in the place of another. */
export function replaceFile(root: string, path: string, data: string | Uint8Array): void {
  place(root, path, data, renameSync);
}

function place<Result>(root: string, path: string, data: string | Uint8Array, move: Move<Result>) {
  const { target, drafts, beside } = preparePlace(root, path);
  try {
    return placeFrom(drafts, target, data, move);
  } catch (error) {
    if (!isElsewhere(error)) throw error;
    return placeFrom(beside, target, data, move);
  }
}

type Move<Result> = (draft: string, target: string) => Result;

function placeFrom<Result>(
  folder: string,
  target: string,
  data: string | Uint8Array,
  move: Move<Result>,
): Result {
  const draft = writeDraft(folder, data);
  try {
    return move(draft, target);
  } finally {
    removeDraft(draft);
  }
}

/**
 * Gives a draft its path, where no file has its name. A name is taken in the folder of its year before
 * it goes to that of its month: of two processes that disagree where it belongs one has it.
 * @returns false where something has the name already
 */
export function takePlace(root: string, path: string, draft: string): boolean {
  const other = otherPlace(path);
  if (other === null) return moveToFreeName(draft, join(root, path));
  const [inYear, inMonth] = path.length < other.length ? [path, other] : [other, path];
  const taken = join(root, inYear);
  if (!moveToFreeName(draft, taken)) return false;
  if (isThere(root, inMonth)) {
    unlinkSync(taken);
    return false;
  }
  if (path === inMonth) renameSync(taken, join(root, inMonth));
  return true;
}

/**
 * Gives a draft its name, where nothing has it: a link is made only then, which a rename would not
 * mind.
 * @returns false where something has the name already
 */
function moveToFreeName(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (isElsewhere(error)) throw error;
  }
  // The file system has no links: the name is taken first, empty.
  return takeName(target) && moveOver(draft, target);
}

function takeName(target: string): boolean {
  try {
    closeSync(openSync(target, 'wx'));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function moveOver(draft: string, target: string): boolean {
  renameSync(draft, target);
  return true;
}

/**
 * Whether the library has a file.
 * @param path from the root
 */
export function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path)).isFile();
  } catch {
    return false;
  }
}
