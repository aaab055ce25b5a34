// Reads an article's file as it is at a moment; what cannot be read is a problem.
import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { NewsprintError, type Problem } from '../../core/errors.ts';
import { readOpenFile, withFile } from '../files/open-file.ts';
import { LARGEST_FILE, tooLarge } from '../files/read-text-file.ts';
import { isGone, systemReason } from '../files/system-error.ts';
import type { FoundFile } from './assign-ids.ts';
import { parseHead } from './parse-article.ts';

/** A file as it was when it was read. */
export interface SeenFile {
  /** In ms; -1 where it must be read again: it was being written. */
  readonly mtime: number;
  readonly size: number;
  readonly ino: number;
}

function isSame(known: SeenFile, { mtimeMs, size, ino }: Stats): boolean {
  return known.mtime === mtimeMs && known.size === size && known.ino === ino;
}

/** Whether the library has the file still as it was. */
export function isAsSeen(root: string, path: string, seen: SeenFile): boolean {
  // Not by `join`: normalising the path takes as long as looking at the file.
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  return stats?.isFile() === true && isSame(seen, stats);
}

/** Why there is nothing of a file: it cannot be read, or has gone, which is no problem. */
export interface Unread {
  readonly head: null;
  readonly problems: readonly Problem[];
}

/** A file that was changed so shortly before it was read may change again unseen; in ms. */
const FRESH = 100;
/** Of what cannot be known again. */
const UNSURE = -1;

export function readArticleFile<Parsed>(
  root: string,
  path: string,
  parse: (text: string, seen: SeenFile) => Parsed,
): Parsed | Unread {
  try {
    return withFile(join(root, path), (file, { size, mtimeMs, ino }) => {
      const mtime = Date.now() - mtimeMs < FRESH ? UNSURE : mtimeMs;
      const bytes = readOpenFile(file, size, LARGEST_FILE);
      if (bytes === null) throw new NewsprintError(tooLarge(LARGEST_FILE), { code: 'unreadable' });
      return parse(bytes.toString('utf8'), { mtime, size, ino });
    });
  } catch (error) {
    if (isGone(error)) return { head: null, problems: [] };
    const message = `the file cannot be read: ${systemReason(error)}`;
    return { head: null, problems: [{ path, message }] };
  }
}

export function readHead(root: string, { id, path }: FoundFile) {
  return readArticleFile(root, path, (text) => parseHead(text, id, path));
}
