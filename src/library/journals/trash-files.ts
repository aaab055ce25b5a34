// Files in the trash: moved there by an operation, and back when it is undone.
import {
  copyFileSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { JournalEntry } from '../../core/journal/journal-entry.ts';
import { tryOr } from '../../core/try-or.ts';
import { otherPlace } from '../articles/article-name.ts';
import { flush, flushNames } from '../files/flush.ts';
import { inFolder, makeFolder, ownFolder } from '../files/folders.ts';
import { randomName } from '../files/random-name.ts';
import { SUBSCRIPTIONS, subscriptionsPlace } from '../files/subscriptions-file.ts';
import { systemCode, unlessCode } from '../files/system-error.ts';

/** The trash, from the library's root: a folder for each operation, with the files at their paths. */
export const TRASH_FOLDER = '.newsprint/trash';

/** @throws NewsprintError where it is a link out of the library */
function trashOf(root: string): string {
  return ownFolder(root, TRASH_FOLDER);
}

/**
 * Makes the folders of the trash that files are to be moved to.
 * @returns what removes those that stay empty
 */
export function prepareTrash(root: string, op: string, paths: readonly string[]): () => void {
  const trash = trashOf(root);
  const folders = new Set(paths.map((path) => join(op, dirname(path))));
  for (const folder of folders) makeFolder(join(trash, folder));
  return () => {
    for (const folder of folders) removeEmptyFolders(trash, join(folder, 'x'));
  };
}

/** Where a file lies itself: a link that the subscriptions are is the user's own, and stays. */
function placeOf(root: string, path: string): string {
  return path === SUBSCRIPTIONS ? subscriptionsPlace(root) : join(root, path);
}

/** Moves a file of the library to the trash; one that has gone already is left be. */
export function moveToTrash(root: string, op: string, path: string): void {
  const target = join(trashOf(root), op, path);
  const move = (): void => moveFile(placeOf(root, path), target);
  unlessCode('ENOENT', () => inFolder(target, move), undefined);
}

/** Flushes the folders of files that operations moved to the trash or back. */
export function flushMoves(
  root: string,
  ops: readonly string[],
  paths: readonly (string | null)[],
): void {
  const own = paths.filter((path) => path !== null && isLibraryPath(root, path));
  const folders = ['.', ...ops.map((op) => `${TRASH_FOLDER}/${op}`)];
  if (own.length === 0) return;
  if (own.includes(SUBSCRIPTIONS)) flush(dirname(subscriptionsPlace(root)));
  flushNames(
    root,
    own.flatMap((path) => folders.map((folder) => `${folder}/${path}`)),
  );
}

/** Copies, whole or not at all, where the two are on different disks. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    const draft = join(dirname(to), `.${randomName()}`);
    copyFileSync(from, draft);
    renameSync(draft, to);
    rmSync(from);
  }
}

/** Where the file of a removal is now. */
type RemovedFilePlace = 'trash' | 'library' | 'both' | 'gone';

/** Looks for the file; a removal without a path in the library moved none. */
export function findRemoved(root: string, { op, rest: { path } }: JournalEntry): RemovedFilePlace {
  if (path === null || !isLibraryPath(root, path)) return 'library';
  const inTrash = isThere(join(trashOf(root), op, path));
  const inLibrary = holderOf(root, path) !== null;
  if (inTrash) return inLibrary ? 'both' : 'trash';
  return inLibrary ? 'library' : 'gone';
}

/** The file with a path's name, at that path or in the other folder for it. */
function holderOf(root: string, path: string): string | null {
  const places = [path, otherPlace(path)].filter((place) => place !== null);
  return places.map((place) => join(root, place)).find(isThere) ?? null;
}

/** Whether an operation's added file is there, with the one that it replaced. */
export function canTakeBack(root: string, { op, rest }: JournalEntry): boolean {
  const { added, replaced } = rest;
  if (added === null || !isLibraryPath(root, added)) return false;
  if (!tryOr(() => isThere(placeOf(root, added)), false)) return false;
  return !replaced || isThere(join(trashOf(root), op, added));
}

/**
 * Keeps a file of the library in the trash before another is renamed over it, so that there is one
 * under its name at every moment, and on the disk.
 */
export function keepInTrash(root: string, op: string, path: string): void {
  const source = placeOf(root, path);
  const target = join(trashOf(root), op, path);
  makeFolder(dirname(target));
  try {
    linkSync(source, target);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw error;
    // The operation has replaced it before: the first version is kept.
    if (systemCode(error) === 'EEXIST') return;
    copyFileSync(source, target);
  }
  flush(dirname(target));
}

/** Under which name the trash keeps what the undoing of an operation takes back. */
export function undoingOf(op: string): string {
  return `${op}-undone`;
}

/** Whether an added file was taken back, by an undoing that did not come to its end. */
export function isTakenBack(
  root: string,
  { op, rest: { added, replaced } }: JournalEntry,
): boolean {
  if (added === null || !isLibraryPath(root, added)) return false;
  const trash = trashOf(root);
  const isBack = !replaced || !isThere(join(trash, op, added));
  return isBack && isThere(join(trash, undoingOf(op), added));
}

/** Takes an added file to the trash, and what it replaced back; once, however often it is asked to. */
export function takeBackAdded(root: string, entry: JournalEntry): void {
  const { op, rest } = entry;
  const { added, replaced } = rest;
  if (added === null || isTakenBack(root, entry)) return;
  const undoing = undoingOf(op);
  if (!replaced) {
    moveToTrash(root, undoing, added);
    return;
  }
  keepInTrash(root, undoing, added);
  moveFile(join(trashOf(root), op, added), placeOf(root, added));
  removeEmptyFolders(trashOf(root), join(op, added));
}

/**
 * Moves the file of a removal back, never over another: what is in its way stays, and so does the
 * file in the trash, unless they are the same.
 */
export function restoreFile(root: string, { op, rest: { path } }: JournalEntry): boolean {
  if (path === null) return false;
  const source = join(trashOf(root), op, path);
  const target = join(root, path);
  makeFolder(dirname(target));
  const holder = holderOf(root, path) ?? target;
  const isMoved = holder === target && moveInto(source, target);
  if (!isMoved && isSameFile(source, holder)) rmSync(source, { force: true });
  removeEmptyFolders(trashOf(root), join(op, path));
  return isMoved;
}

/** Links the file, for a rename would replace an existing one. */
function moveInto(source: string, target: string): boolean {
  try {
    linkSync(source, target);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || isThere(target)) return false;
    // The file system has no links, or the two are on different disks.
    moveFile(source, target);
    return true;
  }
  rmSync(source, { force: true });
  return true;
}

function isSameFile(a: string, b: string): boolean {
  return tryOr(() => readFileSync(a).equals(readFileSync(b)), false);
}

function removeEmptyFolders(top: string, path: string): void {
  try {
    for (let at = dirname(path); at !== '.'; at = dirname(at)) rmdirSync(join(top, at));
  } catch {
    // It is not empty.
  }
}

function isThere(path: string): boolean {
  return tryOr(() => lstatSync(path) !== undefined, false);
}

/** The file of subscriptions, and its copies. */
const SUBSCRIPTIONS_PATH = /^subscriptions[^/]*\.opml$/;

/** Whether a path from a journal, which may be anything, can be a file of the library. */
function isLibraryPath(root: string, path: string): boolean {
  const parts = path.split('/');
  if (SUBSCRIPTIONS_PATH.test(path)) return true;
  if (!path.endsWith('.md') || parts.some((part) => part === '' || part.startsWith('.'))) {
    return false;
  }
  const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
  const isLink = (folder: string): boolean =>
    lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return !path.includes('\\') && !folders.some(isLink);
}
