// Drafts: files written whole to the disk before they get their name in the library.
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { inFolder, makeFolder, ownFolder } from './folders.ts';
import { randomName } from './random-name.ts';
import { systemCode, unlessCode } from './system-error.ts';

/** Where drafts are, from the library's root: a crash leaves them where they are found again. */
export const DRAFTS_FOLDER = '.newsprint/drafts';

/** What lives some milliseconds, or as long as a fetch, and is older is what a crash left (ms). */
const OLD = 12 * 3_600_000;

/**
 * Makes the folder of a file.
 * @returns where it is to go, and the folder of drafts with the file's own, for a part of the library
 *   that is another disk; all absolute
 * @throws the system's error, or NewsprintError where the folder is a link or none
 */
export function preparePlace(root: string, path: string) {
  return { target: join(root, path), folders: prepareFolder(root, dirname(path)) };
}

/** The same for all files of a folder. @returns the folders for their drafts */
export function prepareFolder(root: string, path: string) {
  const folder = join(root, path);
  const known = lstatSync(folder, { throwIfNoEntry: false });
  if (known === undefined) makeFolder(folder);
  const stats = known ?? lstatSync(folder);
  if (!stats.isDirectory()) {
    const what = stats.isSymbolicLink()
      ? 'a link: it may lead out of the library'
      : 'no folder, and is in the way of one';
    throw new NewsprintError(`${quoteValue(path)} is ${what}`, { code: 'read-only' });
  }
  return [ownFolder(root, DRAFTS_FOLDER), folder] as const;
}

export function isOtherDisk(error: unknown): boolean {
  return systemCode(error) === 'EXDEV';
}

/**
 * Writes a draft, hands its path on to be renamed or linked, and removes it where it was not.
 * @param folders where it may be: the next one where the one before is on another disk
 * @param mode of the file from its making on; the user's own without it
 */
export function withTemporaryFile<Result>(
  [folder = '', ...others]: readonly string[],
  data: string | Uint8Array,
  use: (draft: string) => Result,
  mode?: number,
): Result {
  try {
    const { draft, file } = openDraft(folder, data, mode);
    try {
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return use(draft);
    } finally {
      removeDraft(draft);
    }
  } catch (error) {
    if (!isOtherDisk(error) || others.length === 0) throw error;
  }
  return withTemporaryFile(others, data, use, mode);
}

/**
 * Gives a draft its name, where nothing has it: a link fails where there is a file, a rename would
 * replace it.
 * @returns false where something has the name already
 */
export function moveToFreeName(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (isOtherDisk(error)) throw error;
  }
  // The file system has no links: the name is taken first, empty.
  const name = unlessCode<number | null>('EEXIST', () => openSync(target, 'wx'), null);
  if (name === null) return false;
  closeSync(name);
  renameSync(draft, target);
  return true;
}

/** What stays is removed later: what the draft was for is done. */
export function removeDraft(draft: string): void {
  tryOr(() => unlinkSync(draft), undefined);
}

/**
 * Writes a file that has no name in the library yet.
 * @returns its path, and the file, which the caller flushes and closes
 */
export function openDraft(folder: string, data: string | Uint8Array, mode?: number) {
  const draft = join(folder, `.${randomName()}.tmp`);
  const file = inFolder(draft, () => openSync(draft, 'wx', mode));
  try {
    writeFileSync(file, data);
    return { draft, file };
  } catch (error) {
    closeSync(file);
    removeDraft(draft);
    throw error;
  }
}

/**
 * Writes a file of the user's own that is seen whole or not at all, and makes its folder; it may be
 * lost with the power.
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const draft = join(dirname(path), `.draft-${randomName()}`);
  try {
    inFolder(draft, () => writeFileSync(draft, data, { mode: 0o600 }), 0o700);
    renameSync(draft, path);
    removeLeftovers(dirname(path));
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
}

/** What this program calls files and folders for a moment: random, whatever they are beside. */
const FOR_A_MOMENT = /^\.(?:.+[.-])?[a-z\d]{20}(?:\.tmp)?$|\.adding$|\.lock\.[\da-f]{16}$/;

/**
 * Removes what processes that were killed left in a folder; what cannot be removed waits for the
 * next time.
 * @param start what its names begin with, in a folder that is not this program's own
 */
export function removeLeftovers(folder: string, start = ''): void {
  const isLeft = (name: string) => name.startsWith(start) && FOR_A_MOMENT.test(name);
  try {
    for (const name of readdirSync(folder).filter(isLeft)) {
      const path = join(folder, name);
      const isOld = Date.now() - lstatSync(path).mtimeMs > OLD;
      if (isOld) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // There are none, or another process was faster.
  }
}
