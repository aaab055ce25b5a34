// Which files are articles: one for an ID; the others are copies of one, or problems.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { fileId } from '../files/file-names.ts';
import { otherPlace } from './article-name.ts';
import {
  type ConflictCopy,
  copiedName,
  createCopyReader,
  originalName,
  plainName,
  rootName,
} from './conflict-copies.ts';

/** A file that is an article. */
export interface FoundFile {
  readonly id: string;
  /** From the root, with `/`. */
  readonly path: string;
}

/**
 * Of two files with one ID the shallower, then the first by path, has it. A copy by its name is one
 * where it has the guid or an address of its article, or the same text; where only a copier gives
 * such a name, unless guid and address differ. So is a file of the same name in the other folder of
 * its time. The first copy of an article whose file has gone is the article. One that
 * letters tell apart is one where guid or address are those of the other.
 * @returns the files with their IDs, and versions of these that a sync's conflict left
 */
export function assignIds(root: string, paths: readonly string[]) {
  const byId = new Map<string, string>();
  const byFoldedId = new Map<string, string>();
  const firstCopies = new Map<string, string>();
  const [files, copies, problems]: [FoundFile[], ConflictCopy[], Problem[]] = [[], [], []];
  const copyReader = createCopyReader(root);
  for (const { path, id } of inOrder(paths)) {
    const folded = foldId(id);
    const first = byId.get(id);
    const copied = first === undefined ? copiedName(id) : null;
    const original = byId.get(copied?.id ?? '') ?? byId.get(originalName(id));
    const of = first ?? original ?? firstCopies.get(originalName(id));
    const isSure = copied
      ? copied.isSure && plainName(id) === plainName(fileId(of ?? ''))
      : otherPlace(path) === first;
    const mayBe = of !== undefined && (copied !== null || isSure);
    const known = mayBe ? copyReader.readCopy(path, of, isSure) : null;
    const copy = known ?? (first === undefined ? copyReader.findTwin(path, byId) : null);
    const like = byFoldedId.get(folded);
    if (copy !== null) {
      copies.push(copy);
      continue;
    }
    if (first !== undefined) {
      // One that is moved meanwhile was seen in both places.
      if (![path, first].every((one) => existsSync(join(root, one)))) continue;
      problems.push({ path, message: `the ID ${quoteValue(id)} is taken by ${first}` });
      continue;
    }
    if (like !== undefined) {
      problems.push({ path, message: `the name differs from ${like} only in case` });
    }
    const plain = plainName(id);
    if (plain !== id && !byFoldedId.has(foldId(plain))) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      copies.push({ path, of: `${folder}${plain}.md`, isSame: false });
    }
    if (copied !== null && of === undefined) firstCopies.set(originalName(id), path);
    byId.set(id, path);
    byFoldedId.set(folded, path);
    files.push({ id, path });
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
