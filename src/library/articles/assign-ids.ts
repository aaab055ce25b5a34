// Which files are articles: one for an ID; the others are copies of one, or problems.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { fileId } from '../files/file-names.ts';
import { type ConflictCopy, createCopyFinder, plainName, rootName } from './conflict-copies.ts';

export interface FoundFile {
  readonly id: string;
  /** From the root, with `/`. */
  readonly path: string;
}

/**
 * Of two files with one ID the shallower, then the first by path, has it. The first copy of an
 * article whose file has gone is the article.
 * @returns the files with their IDs, and versions of these that a sync's conflict left
 */
export function assignIds(root: string, paths: readonly string[]) {
  const byId = new Map<string, string>();
  const byFoldedId = new Map<string, string>();
  const files: FoundFile[] = [];
  const copies: ConflictCopy[] = [];
  const problems: Problem[] = [];
  const findCopy = createCopyFinder(root, byId);
  const take = (path: string, id: string): void => {
    const like = byFoldedId.get(foldId(id));
    if (like !== undefined) {
      problems.push({ path, message: `the name differs from ${like} only in case` });
    }
    const plain = plainName(id);
    if (plain !== id && !byFoldedId.has(foldId(plain))) {
      copies.push({ path, of: posix.join(posix.dirname(path), `${plain}.md`), isSame: false });
    }
    byId.set(id, path);
    byFoldedId.set(foldId(id), path);
    files.push({ id, path });
  };
  // One that is moved meanwhile was seen in both places.
  const areThere = (...both: readonly string[]) => both.every((one) => existsSync(join(root, one)));
  for (const { path, id } of inOrder(paths)) {
    const copy = findCopy(path, id);
    const first = byId.get(id);
    if (copy !== null) copies.push(copy);
    else if (first === undefined) take(path, id);
    else if (areThere(path, first)) {
      problems.push({ path, message: `the ID ${quoteValue(id)} is taken by ${first}` });
    }
  }
  return { files, copies, problems };
}

/** Articles before their copies, and these before copies of them. */
function inOrder(paths: readonly string[]): readonly FoundFile[] {
  const placed = paths.map((path) => {
    const id = fileId(path);
    return { path, id, depth: path.split('/').length, copied: id.length - rootName(id).length };
  });
  return placed.sort(
    (a, b) => a.copied - b.copied || a.depth - b.depth || (a.path < b.path ? -1 : 1),
  );
}

/** IDs that differ only in case are folded to the same. */
export function foldId(id: string): string {
  return id.toLowerCase();
}

/** What files have in common of which one may have the ID of another, or be a copy of it. */
export function groupOf(id: string): string {
  return foldId(rootName(id));
}
