// Appends lines to this device's journal, all or none, without a lock.
import {
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { flushNames } from '../files/flush.ts';
import { makeOneFolder, ownFolder } from '../files/folders.ts';
import { withOpenFile } from '../files/open-file.ts';
import { orRefused } from '../files/system-error.ts';
import { STATE_FOLDER } from './journal-file.ts';

/** A link is not followed: its target may be any file of the user's. */
const FLAGS =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * Appends the lines in one write, which no other process's write can come between, and takes back
 * what was written where the disk fills up. Then ends compactions that are under way: one that has
 * not renamed its file yet may not have read these lines. One that has renamed it may have dropped
 * them: the caller looks whether the journal that is there now holds them.
 * @param lines without newlines
 * @param isFlushed whether they are on the disk to stay when it returns
 * @throws NewsprintError `read-only` or `failed`, naming the journal
 */
export function appendLines(
  root: string,
  device: string,
  lines: readonly string[],
  isFlushed: boolean,
): void {
  const path = `${STATE_FOLDER}/${device}.jsonl`;
  orRefused(`marks cannot be kept: ${quoteValue(path)}`, () => {
    appendToFile(root, path, lines, isFlushed);
    endCompactions(root, device);
  });
}

/**
 * Appends lines to a file of the library's own in one write, all or none.
 * @param path from the root, in `.newsprint`; it is made where it is not there
 * @throws the system's error; NewsprintError `read-only` where it leads elsewhere or is no file
 */
export function appendToFile(
  root: string,
  path: string,
  lines: readonly string[],
  isFlushed: boolean,
): void {
  const folder = ownFolder(root, dirname(path));
  if (!existsSync(folder)) {
    // One by one: a library that has gone is not made again.
    makeOneFolder(join(root, '.newsprint'));
    makeOneFolder(folder);
  }
  withOpenFile(join(folder, basename(path)), FLAGS, (file) => {
    const isNew = fstatSync(file).size === 0;
    writeLines(file, `${lines.join('\n')}\n`, isFlushed);
    if (isNew) flushNames(root, [path]);
  });
}

function writeLines(file: number, text: string, isFlushed: boolean): void {
  const stats = fstatSync(file);
  if (!stats.isFile()) throw new NewsprintError('it is no ordinary file', { code: 'read-only' });
  const { size } = stats;
  const bytes = Buffer.from(endsLine(file, size) ? text : `\n${text}`);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written);
    if (isFlushed) fsyncSync(file);
  } catch (error) {
    // Only where nobody else has written since.
    if (written > 0 && fstatSync(file).size === size + written) ftruncateSync(file, size);
    throw error;
  }
}

/** A line torn by a crash is closed by the next one. */
function endsLine(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  return size === 0 || readSync(file, last, 0, 1, size - 1) === 0 || last[0] === 0x0a;
}

function endCompactions(root: string, device: string): void {
  const folder = join(root, STATE_FOLDER);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`.${device}.`)) rmSync(join(folder, name), { force: true });
  }
}
