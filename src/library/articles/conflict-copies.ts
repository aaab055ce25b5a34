// Copies that a sync's conflict leaves beside a file: by their names, and by what is in them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { letteredId, plainId } from '../../core/journal/identity.ts';
import { lazyFor } from '../../core/lazy.ts';
import { areNamedAlike, areVersions, readNames } from '../../core/merge/same-article.ts';
import { fileId } from '../files/file-names.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { otherPlace } from './article-name.ts';

/**
 * A file that is a version of an article of the library, not an article of its own, unless that
 * article's file has gone: then it stands for it.
 */
export interface ConflictCopy {
  /** From the root; without its ending it is what journals call the copy. */
  readonly path: string;
  /** The path of the article, or the one it had. */
  readonly of: string;
  /** Whether not a byte of the two differs. */
  readonly isSame: boolean;
}

/** Names that only a copier gives, around the name that it copied. */
const SURE: readonly RegExp[] = [
  // Syncthing.
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z\d]{7})?$/s,
  // Nextcloud, ownCloud, and Dropbox, which names a person or a machine.
  /^(.+) \((?:[^()]+ )?conflicted copy(?: [^()]*(?:\(\d+\))?)?\)$/is,
  // Older ownCloud, and Seafile.
  /^(.+)_conflict-\d{8}-\d{6}$/s,
  /^(.+) \(SFConflict [^()]+\)$/s,
];
/** Names that people give, too. */
const NUMBERED = /^(.+) \(\d{1,3}\)$/s;

/** The name that another copies, both without their endings; `null` where no copier gives it. */
export function copiedName(name: string): { readonly id: string; readonly isSure: boolean } | null {
  // Tells most names in no time.
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

/** That without the letters by which machines tell two articles apart, maybe the other way round. */
export function rootName(name: string): string {
  return plainId(originalName(name));
}

/** The name without what copiers alone put behind it. */
export function plainName(name: string): string {
  const copied = copiedName(name);
  return copied?.isSure ? plainName(copied.id) : name;
}

/** The copies of a file in the library's root, by their names. */
export function copiesInRoot(root: string, file: string): readonly string[] {
  const [original = '', ending = ''] = file.split('.');
  const names = readdirSync(root).filter((name) => name.endsWith(`.${ending}`));
  return names.filter((name) => copiedName(name.slice(0, -ending.length - 1))?.id === original);
}

/** Reads what a file is a copy of; an article may have many copies: it is read once. */
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
    /** The article under the other name that a machine that was apart gave it. */
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
 * Finds what a file is a copy of. A copy by its name is one where it has the guid or an address of its
 * article, or the same text; where only a copier gives such a name, unless guid and address differ. So
 * is a file of the same name in the other folder of its time. One that letters tell apart is one where
 * guid or address are those of the other.
 * @param byId the articles so far: a file is asked for after all that it may be a copy of
 */
export function createCopyFinder(root: string, byId: ReadonlyMap<string, string>) {
  const { readCopy, findTwin } = createCopyReader(root);
  /** Of articles whose file has gone, by their IDs. */
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

/** What is said of copies; of the same file in another folder there is nothing to say. */
export function copyProblems(copies: readonly ConflictCopy[]): readonly Problem[] {
  const isSaid = ({ path, of, isSame }: ConflictCopy): boolean =>
    !isSame || fileId(path) !== fileId(of);
  return copies.filter(isSaid).map(({ path, of }) => ({ path, message: copyMessage(of) }));
}

export function copyMessage(of: string): string {
  return `a copy of ${of} that a conflict left; newsprint check --mend brings them together`;
}

/** Whether a copy was removed: as one, or as the article that it stood for. */
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

/** What a journal calls a copy: it is no article, and has no ID. */
function copyName(path: string): string {
  return path.replace(/\.\w+$/, '').normalize('NFC');
}
