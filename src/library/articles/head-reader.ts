// Reads the heads of many files through one buffer, only as much of each as its head takes.
import { readSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { NewsprintError, type Problem } from '../../core/errors.ts';
import { withFile } from '../files/open-file.ts';
import { LARGEST_FILE, readTextFile, TOO_LARGE } from '../files/read-text-file.ts';
import { isGone, systemReason } from '../files/system-error.ts';
import type { FoundFile } from './assign-ids.ts';
import { parseHead } from './parse-article.ts';

/** Bytes read of a file at first; nearly every head is shorter. */
const CHUNK = 8192;

interface HeadResult {
  /** `null` where the file cannot be read. */
  readonly head: ArticleHead | null;
  readonly problems: readonly Problem[];
}

/** A reader of the heads of a library's files; what cannot be read is a problem. */
export function createHeadReader(root: string): (file: FoundFile) => HeadResult {
  const buffer = Buffer.allocUnsafe(CHUNK);
  return ({ id, path }) => {
    try {
      const { text, isWhole } = readStart(join(root, path), buffer);
      const parsed = parseHead(text, id, path);
      const isEnough = isWhole || !(parsed.isUntitled || parsed.isUnclosed);
      return isEnough ? parsed : parseHead(readTextFile(join(root, path), path), id, path);
    } catch (error) {
      if (isGone(error)) return { head: null, problems: [] };
      const message = `the file cannot be read: ${systemReason(error)}`;
      return { head: null, problems: [{ path, message }] };
    }
  };
}

/** The start of a file, and whether that is all of it. */
function readStart(path: string, buffer: Buffer): { text: string; isWhole: boolean } {
  return withFile(path, (file, { size }) => {
    const length = readSync(file, buffer, 0, CHUNK, 0);
    if (length < CHUNK) return { text: buffer.toString('utf8', 0, length), isWhole: true };
    if (size > LARGEST_FILE) throw new NewsprintError(TOO_LARGE, { code: 'unreadable' });
    // Up to the last whole line: no character and no line of dashes is cut in two.
    const end = buffer.lastIndexOf(0x0a) + 1;
    return { text: buffer.toString('utf8', 0, end), isWhole: false };
  });
}
