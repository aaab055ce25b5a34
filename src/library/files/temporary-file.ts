// Drafts: files written whole to the disk before they get their name in the library.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { quoteValue } from '../../core/quote-value.ts';
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
 */
export function withTemporaryFile<Result>(
  [folder = '', ...others]: readonly string[],
  data: string | Uint8Array,
  use: (draft: string) => Result,
): Result {
  try {
    const draft = writeDraft(folder, data);
    try {
      return use(draft);
    } finally {
      removeTemporaryFile(draft);
    }
  } catch (error) {
    if (!isOtherDisk(error) || others.length === 0) throw error;
  }
  return withTemporaryFile(others, data, use);
}

/** Writes a draft that survives a loss of power; returns its path. */
function writeDraft(folder: string, data: string | Uint8Array): string {
  const { draft, file } = openTemporaryFile(folder);
  try {
    writeAll(file, data);
    fsyncSync(file);
  } catch (error) {
    removeTemporaryFile(draft);
    throw error;
  } finally {
    closeSync(file);
  }
  return draft;
}

/** Makes an empty draft. */
export function openTemporaryFile(folder: string): {
  readonly draft: string;
  readonly file: number;
} {
  const draft = join(folder, `.${randomName()}.tmp`);
  try {
    return { draft, file: openSync(draft, 'wx') };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  makeFolder(folder);
  return { draft, file: openSync(draft, 'wx') };
}

/** Writes all of it, however many calls that takes. */
export function writeAll(file: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Removes a draft, unless it got a name. */
export function removeTemporaryFile(draft: string): void {
  try {
    unlinkSync(draft);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

/** Removes the drafts that a crash left; one that cannot be removed waits for the next time. */
export function removeOldTemporaryFiles(root: string, now: number): void {
  try {
    const folder = ownFolder(root, DRAFTS_FOLDER);
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (now - lstatSync(path).mtimeMs > OLD) removeTemporaryFile(path);
    }
  } catch {
    // There are none, or another process was faster.
  }
}

/** What systems say that flush no folders, or keep the user from opening this one. */
const NOT_HERE = new Set(['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF']);

/**
 * Flushes a folder; a system that has no such thing, as Windows, is left alone.
 * @throws the system's error where the disk cannot be written
 */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!NOT_HERE.has(systemCode(error))) throw error;
  }
}
