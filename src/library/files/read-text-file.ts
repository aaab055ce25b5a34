// Reads a file of text, of bounded size.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { readBounded, readBoundedText } from './open-file.ts';
import { orRefused } from './system-error.ts';

/** Largest article file, in bytes: 10 MiB. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What is said of a file that is larger than so many bytes. */
export function tooLarge(largest: number): string {
  return `it is larger than ${largest / 1024 ** 2} MiB`;
}

/**
 * The file's text, UTF-8; bytes that are none become U+FFFD.
 * @throws NewsprintError `unreadable` where it cannot be read or is larger than 10 MiB
 */
export function readTextFile(path: string, shown: string): string {
  return readKnown(path, shown, LARGEST_FILE, readBoundedText);
}

/** As `readTextFile`; `null` where there is nothing of that path: no error is made of that. */
export function readIfThere(path: string, shown: string): string | null {
  const isMissing = tryOr(() => statSync(path, { throwIfNoEntry: false }) === undefined, false);
  return isMissing ? null : readTextFile(path, shown);
}

/** As `readTextFile`; `null` for what cannot be read or is larger than 10 MiB. */
export function tryReadText(path: string): string | null {
  return tryOr(() => readBoundedText(path, LARGEST_FILE), null);
}

/** The same as bytes, of which there may be so many. */
export function tryReadBytes(path: string, largest = LARGEST_FILE): Buffer | null {
  return tryOr(() => readBounded(path, largest), null);
}

/** As `readTextFile`, as bytes, of which there may be so many. */
export function readBytes(path: string, shown: string, largest = LARGEST_FILE): Buffer {
  return readKnown(path, shown, largest, readBounded);
}

function readKnown<Content>(
  path: string,
  shown: string,
  largest: number,
  read: (path: string, largest: number) => Content | null,
): Content {
  const message = (): string => `cannot read ${quoteValue(shown)}`;
  const content = orRefused(message, () => read(path, largest), 'unreadable');
  if (content !== null) return content;
  throw new NewsprintError(`${message()}: ${tooLarge(largest)}`, { code: 'unreadable' });
}

/** When a file was last changed, in ms; `NaN` for one that has gone. */
export function fileTime(root: string, path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;
}
