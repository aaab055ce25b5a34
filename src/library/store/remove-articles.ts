// The trash: removes articles, lists what was removed, and empties it.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { quoteValue } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { tryOr } from '../../core/try-or.ts';
import { copyRemoval } from '../articles/conflict-copies.ts';
import { readHead } from '../articles/read-article-file.ts';
import { createCopyLister, findFiles } from '../articles/scan-folder.ts';
import { fileId } from '../files/file-names.ts';
import { flush } from '../files/flush.ts';
import { ownFolder } from '../files/folders.ts';
import { randomName } from '../files/random-name.ts';
import { orRefused, unlessCode, writeError } from '../files/system-error.ts';
import type { Journals } from '../journals/journals.ts';
import { flushMoves, moveToTrash, prepareTrash, TRASH_FOLDER } from '../journals/trash-files.ts';

export interface Removing {
  readonly root: string;
  readonly journals: Journals;
  /** Articles of the same address, or of the same guid from the same feed. */
  readonly copiesOf: (head: ArticleHead) => readonly ArticleHead[];
}

/**
 * Removes articles, all as one operation: the journal first, which hides them, then their files go
 * to the trash, with the copies that conflicts left of them. What others of the library are known
 * by, too, does not hide those. Where the trash cannot be written nothing is hidden either.
 * @returns the operation, `null` where all were removed already, and how many articles are removed
 * @throws NewsprintError `read-only` or `failed` where the journal or the trash cannot be written
 */
export function removeArticles(removing: Removing, heads: readonly ArticleHead[], now: Date) {
  const { root, journals } = removing;
  const op = randomName();
  const copies = heads.flatMap(createCopyLister(root));
  const pathsOf = (files: readonly ArticleHead[]) => [...files, ...copies].map(({ path }) => path);
  const prepare = () => prepareTrash(root, op, pathsOf(heads));
  const tidy = orRefused(`nothing is removed: ${TRASH_FOLDER} cannot be written`, prepare);
  try {
    const changes = [...removals(removing, heads), ...copies.map(copyRemoval)];
    const { ids } = journals.change(changes, { now, op });
    if (ids.length === 0) return { op: null, changed: 0 };
    const altered = new Set(ids);
    const removed = heads.filter(({ id }) => altered.has(id.normalize('NFC')));
    moveFiles(removing, op, pathsOf(removed), now);
    return { op, changed: removed.length };
  } finally {
    tidy();
  }
}

function removals({ copiesOf }: Removing, heads: readonly ArticleHead[]): readonly ArticleChange[] {
  const going = new Set(heads.map(({ id }) => id));
  return heads.map((head) => {
    const { id, path, url, guid, feed } = head;
    const staying = copiesOf(head).filter((other) => !going.has(other.id));
    return {
      id,
      path,
      feed,
      set: { removed: true },
      url: staying.some((other) => other.url === url) ? null : url,
      guid: staying.some((other) => other.guid === guid) ? null : guid,
    };
  });
}

/** Where one cannot be moved, none is: the journal takes it back, unless that cannot be written. */
function moveFiles({ root, journals }: Removing, op: string, paths: readonly string[], now: Date) {
  let at = '';
  try {
    for (const path of paths) {
      at = path;
      moveToTrash(root, op, path);
    }
    flushMoves(root, [op], paths);
  } catch (error) {
    const isBack = tryOr(() => journals.undo(now, op) !== null, false);
    const what = isBack ? 'nothing is removed: ' : 'removed, but ';
    throw writeError(`${what}${quoteValue(at)} cannot be moved to the trash`, error);
  }
}

export interface TrashedFile {
  /** The operation that removed it. */
  readonly op: string;
  readonly id: string;
  /** Where it was, from the library's root. */
  readonly path: string;
  /** Its headline, else its file's name. */
  readonly title: string;
  /** When it was moved. */
  readonly removed: Date;
  /** Whether the library, or the trash, has a later text of the same file. */
  readonly isEarlier: boolean;
}

/**
 * What is in the trash, newest first.
 * @throws NewsprintError `unreadable` where it cannot be read
 */
export function listTrash(root: string): readonly TrashedFile[] {
  const operations = readTrash(root);
  const files = operations.flatMap((op) => listOperation(root, op));
  files.sort((a, b) => b.removed.getTime() - a.removed.getTime());
  const seen = new Set<string>();
  return files.map((file) => {
    const isEarlier = file.isEarlier || seen.has(file.path);
    seen.add(file.path);
    return { ...file, isEarlier };
  });
}

function listOperation(root: string, op: string): readonly TrashedFile[] {
  const folder = join(root, TRASH_FOLDER, op);
  const removed = statSync(folder, { throwIfNoEntry: false })?.mtime ?? new Date(0);
  const { files, copies } = findFiles(folder);
  // A copy whose article is elsewhere is among the files as well.
  const paths = new Set([...files, ...copies].map(({ path }) => path));
  return Array.from(paths, (path) => {
    const id = fileId(path);
    const title = readHead(folder, { id, path }).head?.title ?? id;
    return { op, id, path, title, removed, isEarlier: existsSync(join(root, path)) };
  });
}

function readTrash(root: string): readonly string[] {
  const read = () => readdirSync(ownFolder(root, TRASH_FOLDER));
  const readAny = () => unlessCode('ENOENT', read, []);
  const names = orRefused(`cannot read ${TRASH_FOLDER}`, readAny, 'unreadable');
  return names.filter((name) => !name.startsWith('.'));
}

/**
 * Deletes what is in the trash, all or nothing; returns how many files that were.
 * @throws NewsprintError `read-only` where it cannot be deleted
 */
export function emptyTrash(root: string): number {
  const count = listTrash(root).length;
  const folder = join(root, '.newsprint');
  const empty = (): void => {
    const trash = join(root, TRASH_FOLDER);
    if (existsSync(trash)) renameSync(trash, join(folder, `.emptied-${randomName()}`));
    // Also what a crash left of an earlier time.
    for (const name of readdirSync(folder)) {
      if (name.startsWith('.emptied-')) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
    }
    flush(folder);
  };
  const emptyAny = () => unlessCode('ENOENT', empty, undefined);
  orRefused('the trash cannot be emptied', emptyAny, 'read-only');
  return count;
}
