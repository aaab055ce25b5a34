// Reads a file of text, of bounded size.
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { NewsprintError } from '../core/errors.ts';
import { quoteValue } from '../core/quote.ts';
import { systemReason } from './system-error.ts';

/** Largest article file, in bytes: 10 MiB. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What is said of a larger one. */
export const TOO_LARGE = 'it is larger than 10 MiB';

/**
 * The file's text, UTF-8; bytes that are none become U+FFFD.
 * @param shown the path to name in errors
 * @throws NewsprintError `unreadable` where it cannot be read or is larger than 10 MiB
 */
export function readTextFile(path: string, shown: string): string {
  let text: string | null;
  try {
    text = readSmall(path);
  } catch (error) {
    throw unreadable(shown, systemReason(error), error);
  }
  if (text === null) throw unreadable(shown, TOO_LARGE);
  return text;
}

function readSmall(path: string): string | null {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size > LARGEST_FILE ? null : readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function unreadable(shown: string, reason: string, cause?: unknown): NewsprintError {
  const message = `cannot read ${quoteValue(shown)}: ${reason}`;
  return new NewsprintError(message, { code: 'unreadable', cause });
}
