// Drafts: files written whole to the disk before they get their name in the library.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { makeFolder } from './make-folder.ts';
import { ownFolder } from './own-folder.ts';
import { randomName } from './random-name.ts';
import { systemCode } from './system-error.ts';

/** Where drafts are, from the library's root: a crash leaves them where they are found again. */
export const DRAFTS_FOLDER = '.newsprint/drafts';

/** A draft lives some milliseconds; an older one is what a crash left (ms). */
const OLD = 3_600_000;

/** Where a file is to go; all absolute. */
export interface FilePlace {
  readonly target: string;
  /** The folder of drafts, and the file's own for a part of the library that is another disk. */
  readonly folders: readonly [drafts: string, own: string];
}

/**
 * Makes the folder of a file.
 * @param path from the root
 * @throws the system's error, or NewsprintError where the folder is a link or none
 */
export function preparePlace(root: string, path: string): FilePlace {
  const folder = join(root, dirname(path));
  makeFolder(folder);
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) {
    const what = stats.isSymbolicLink()
      ? 'a link: it may lead out of the library'
      : 'no folder, and is in the way of one';
    throw new NewsprintError(`${quoteValue(dirname(path))} is ${what}`, { code: 'read-only' });
  }
  return { target: join(root, path), folders: [ownFolder(root, DRAFTS_FOLDER), folder] };
}

/** Whether the draft's folder is on another disk than its target. */
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
    const { draft, file } = writeDraft(folder, data, mode);
    try {
      flushAndClose(file);
      return use(draft);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (!isOtherDisk(error) || others.length === 0) throw error;
  }
  return withTemporaryFile(others, data, use, mode);
}

function flushAndClose(file: number): void {
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file that is written and has no name in the library yet. */
export interface WrittenDraft {
  readonly draft: string;
  /** Open, and not flushed. */
  readonly file: number;
}

/** Writes a draft. */
export function writeDraft(folder: string, data: string | Uint8Array, mode?: number): WrittenDraft {
  const draft = join(folder, `.${randomName()}.tmp`);
  const file = openNew(draft, mode);
  try {
    writeAll(file, data);
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
  return { draft, file };
}

function openNew(path: string, mode?: number): number {
  try {
    return openSync(path, 'wx', mode);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  makeFolder(dirname(path));
  return openSync(path, 'wx', mode);
}

/** Writes all of it, however many calls that takes. */
export function writeAll(file: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Writes a file of the user's own that is seen whole or not at all; it may be lost with the power. */
export function writeWhole(path: string, data: string): void {
  const draft = join(dirname(path), `.draft-${randomName()}`);
  try {
    writeFileSync(draft, data, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    tryOr(() => rmSync(draft, { force: true }), undefined);
    throw error;
  }
}

/** Removes the drafts that a crash left; one that cannot be removed waits for the next time. */
export function removeOldTemporaryFiles(root: string, now: number): void {
  try {
    const folder = ownFolder(root, DRAFTS_FOLDER);
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (now - lstatSync(path).mtimeMs > OLD) rmSync(path, { force: true });
    }
  } catch {
    // There are none, or another process was faster.
  }
}
