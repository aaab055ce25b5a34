// Conflict copies that a sync leaves beside a file, found by name and content.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { letteredId, plainId } from '../../core/journal/identity.ts';
import { lazyFor } from '../../core/lazy.ts';
import { areNamedAlike, areVersions, readNames } from '../../core/merge/same-article.ts';
import { fileId } from '../files/file-names.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { unlessCode } from '../files/system-error.ts';
import { otherPlace } from './article-name.ts';

/**
 * A file that is a version of an article of the library and no article of its own. It replaces the
 * article where that one's file has gone.
 */
export interface ConflictCopy {
  /** From the root; without its ending it is the copy's name in journals. */
  readonly path: string;
  /** The path of the article, or the one it had. */
  readonly of: string;
  /** Whether the two are equal byte by byte. */
  readonly isSame: boolean;
}

/** Names that only sync programs give, with the original name in them. */
const SURE: readonly RegExp[] = [
  // Syncthing.
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z\d]{7})?$/s,
  // Nextcloud, ownCloud, and Dropbox, which names a person or a machine.
  /^(.+) \((?:[^()]+ )?conflicted copy(?: [^()]*(?:\(\d+\))?)?\)$/is,
  // Older ownCloud, and Seafile.
  /^(.+)_conflict-\d{8}-\d{6}$/s,
  /^(.+) \(SFConflict [^()]+\)$/s,
];
/** Names that people give as well. */
const NUMBERED = /^(.+) \(\d{1,3}\)$/s;

/** The original of a copy's name, both without endings; `null` for any other name. */
export function copiedName(name: string): { readonly id: string; readonly isSure: boolean } | null {
  // A quick test for most names.
  if (!name.endsWith(')') && !name.includes('conflict')) return null;
  const sure = SURE.map((pattern) => pattern.exec(name)?.[1]).find((id) => id !== undefined);
  const id = sure ?? NUMBERED.exec(name)?.[1];
  return id === undefined ? null : { id, isSure: sure !== undefined };
}

/** The name at the root of a copy, of a copy of a copy, and so on. */
function originalName(name: string): string {
  const copied = copiedName(name);
  return copied === null ? name : originalName(copied.id);
}

/** The same without the letters with which machines tell two articles of one name apart. */
export function rootName(name: string): string {
  return plainId(originalName(name));
}

/** The name without what only sync programs append. */
export function plainName(name: string): string {
  const copied = copiedName(name);
  return copied?.isSure ? plainName(copied.id) : name;
}

/** The copies of a file in the library's root, by their names. */
export function copiesInRoot(root: string, file: string): readonly string[] {
  const [original = '', ending = ''] = file.split('.');
  const names = unlessCode('ENOENT', () => readdirSync(root), []).filter((name) =>
    name.endsWith(`.${ending}`),
  );
  return names.filter((name) => copiedName(name.slice(0, -ending.length - 1))?.id === original);
}

/** Compares copies with their article, which is read once for all of them. */
function createCopyReader(root: string) {
  const read = lazyFor((path: string) => tryReadText(join(root, path)));
  const copyOf = (path: string, of: string, areOne: typeof areVersions): ConflictCopy | null => {
    const copy = read(path);
    const article = read(of);
    if (copy === null || article === null) return null;
    return areOne(copy, article) ? { path, of, isSame: copy === article } : null;
  };
  return {
    readCopy: (path: string, of: string, isSure: boolean): ConflictCopy | null =>
      copyOf(path, of, (a, b) => areVersions(a, b, isSure)),
    /** Finds the same article under the name that another machine gave it. */
    findTwin(path: string, byId: ReadonlyMap<string, string>): ConflictCopy | null {
      const plain = rootName(fileId(path));
      const first = byId.get(plain);
      if (first === undefined) return null;
      const second = byId.get(letteredId(plain, readNames(read(path) ?? '')) ?? '');
      const twin = copyOf(path, first, areNamedAlike);
      return twin ?? (second === undefined ? null : copyOf(path, second, areNamedAlike));
    },
  };
}

/**
 * Finds the article that a file is a copy of. A file with a copy's name is one if it shares the guid,
 * an address or the text with its article; where only a sync program gives such a name, unless guid
 * and address differ. So is a file of the same name in the other folder for its date. A name with
 * letters is a copy if guid or address are the other's.
 * @param byId the articles so far, among which the original has to be already
 */
export function createCopyFinder(root: string, byId: ReadonlyMap<string, string>) {
  const { readCopy, findTwin } = createCopyReader(root);
  /** First copies of articles whose file has gone, by their IDs. */
  const firstCopies = new Map<string, string>();
  return (path: string, id: string): ConflictCopy | null => {
    const first = byId.get(id);
    if (first === otherPlace(path)) return readCopy(path, first, true);
    if (first !== undefined) return null;
    const copied = copiedName(id);
    if (copied === null) return findTwin(path, byId);
    const original = originalName(id);
    const of = byId.get(copied.id) ?? byId.get(original) ?? firstCopies.get(original);
    if (of !== undefined) {
      const isSure = copied.isSure && plainName(id) === plainName(fileId(of));
      return readCopy(path, of, isSure) ?? findTwin(path, byId);
    }
    const twin = findTwin(path, byId);
    if (twin === null) firstCopies.set(original, path);
    return twin;
  };
}

/** A problem for each copy, but for the same file in another folder. */
export function copyProblems(copies: readonly ConflictCopy[]): readonly Problem[] {
  const isSaid = ({ path, of, isSame }: ConflictCopy): boolean =>
    !isSame || fileId(path) !== fileId(of);
  return copies.filter(isSaid).map(({ path, of }) => ({ path, message: copyMessage(of) }));
}

export function copyMessage(of: string): string {
  return `a copy of ${of} that a conflict left; newsprint check --mend brings them together`;
}

/** Whether a copy was removed, as a copy or as the article that it replaced. */
export function isCopyRemoved(
  { path }: Pick<ConflictCopy, 'path'>,
  isRemoved: (id: string) => boolean,
): boolean {
  return [copyName(path), fileId(path)].some((id) => isRemoved(id));
}

/** A change of a journal that removes a copy; it hides nothing else. */
export function copyRemoval({ path }: Pick<ConflictCopy, 'path'>): ArticleChange {
  return { id: copyName(path), path, set: { removed: true } };
}

/** The name of a copy in journals, for it has no ID. */
function copyName(path: string): string {
  return path.replace(/\.\w+$/, '').normalize('NFC');
}
