// Puts whole files into the library: never half of one, never over another by accident.
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { NewsprintError } from '../core/errors.ts';
import { quoteValue } from '../core/quote.ts';
import { makeFolder } from './make-folder.ts';
import { randomName } from './random-name.ts';
import { systemCode } from './system-error.ts';

/**
 * Makes a file that is not there yet.
 * @param path from the root
 * @returns false where something has the name already
 * @throws the system's error
 */
export function createFile(root: string, path: string, data: string | Uint8Array): boolean {
  const draft = writeDraft(root, path, data);
  try {
    return moveToFreeName(draft, join(root, path));
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes a file or puts it in the place of another. */
export function replaceFile(root: string, path: string, data: string | Uint8Array): void {
  const draft = writeDraft(root, path, data);
  try {
    renameSync(draft, join(root, path));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** In the same folder, its name with a dot before it: a crash leaves nothing that counts. */
function writeDraft(root: string, path: string, data: string | Uint8Array): string {
  const folder = join(root, dirname(path));
  makeFolder(folder);
  if (!lstatSync(folder).isDirectory()) {
    const message = `${quoteValue(dirname(path))} is a link: it may lead out of the library`;
    throw new NewsprintError(message, { code: 'read-only' });
  }
  const draft = join(folder, `.${randomName()}.tmp`);
  const file = openSync(draft, 'wx');
  try {
    writeAll(file, typeof data === 'string' ? Buffer.from(data) : data);
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return draft;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** A link is made only where there is nothing yet, which a rename would not mind. */
function moveToFreeName(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // The file system has no links: the name is taken first, empty.
  try {
    closeSync(openSync(target, 'wx'));
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  renameSync(draft, target);
  return true;
}
