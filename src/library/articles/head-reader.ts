// Reads the heads of many files through one buffer, only as much of each as its head takes.
import { readSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import type { Problem } from '../../core/errors.ts';
import { withFile } from '../files/open-file.ts';
import { LARGEST_FILE, readTextFile, TOO_LARGE } from '../files/read-text-file.ts';
import { systemReason } from '../files/system-error.ts';
import { parseHead } from './parse-article.ts';
import type { FoundFile } from './scan-folder.ts';

/** Bytes read of a file at first; nearly every head is shorter. */
const CHUNK = 8192;

interface HeadResult {
  /** `null` where the file cannot be read. */
  readonly head: ArticleHead | null;
  readonly problems: readonly Problem[];
}

/** The start of a file, and whether that is all of it. */
interface Start {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A reader of the heads of a library's files; what cannot be read is a problem. */
export function createHeadReader(root: string): (file: FoundFile) => HeadResult {
  const buffer = Buffer.allocUnsafe(CHUNK);
  return (file) => {
    const path = join(root, file.path);
    try {
      const start = readStart(path, buffer);
      return start === null ? failed(file, TOO_LARGE) : parseFile(file, path, start);
    } catch (error) {
      return failed(file, systemReason(error));
    }
  };
}

function failed({ path }: FoundFile, reason: string): HeadResult {
  return { head: null, problems: [{ path, message: `the file cannot be read: ${reason}` }] };
}

/** `null` for a file that is too large. */
function readStart(path: string, buffer: Buffer): Start | null {
  return withFile(path, (file, { size }) => {
    const length = readSync(file, buffer, 0, CHUNK, 0);
    if (length < CHUNK) return { text: buffer.toString('utf8', 0, length), isWhole: true };
    if (size > LARGEST_FILE) return null;
    // Up to the last whole line: no character and no line of dashes is cut in two.
    const end = buffer.lastIndexOf(0x0a) + 1;
    return { text: buffer.toString('utf8', 0, end), isWhole: false };
  });
}

function parseFile(file: FoundFile, path: string, start: Start): HeadResult {
  const parsed = parseHead(start.text, file.id, file.path);
  const isEnough = start.isWhole || !(parsed.isUntitled || parsed.isUnclosed);
  return isEnough ? parsed : parseHead(readTextFile(path, file.path), file.id, file.path);
}
