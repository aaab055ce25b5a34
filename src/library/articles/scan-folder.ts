// Finds the article files of a folder.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import { lazyFor } from '../../core/lazy.ts';
import { readFileName } from '../files/file-names.ts';
import { isGone, systemReason } from '../files/system-error.ts';
import { assignIds, type FoundFile } from './assign-ids.ts';
import type { ConflictCopy } from './conflict-copies.ts';

export interface FolderContent {
  /** From the root, '' for the root itself. */
  readonly path: string;
  /** Names of files that are articles. */
  readonly files: string[];
  /** Folders to look into, from the root. */
  readonly folders: string[];
  readonly problems: Problem[];
  /** Whether something in it may change without changing the folder's own time. */
  isUncertain: boolean;
}

/**
 * Every `*.md` at any depth, one for an ID. Left out: names that start with a dot, the folder
 * `images` in the root, links to folders. Two files of one ID, names that differ only in case, bad
 * names and what cannot be read are problems; they hide nothing else.
 */
export function findFiles(root: string) {
  const paths: string[] = [];
  const problems: Problem[] = [];
  for (const folder of walkFolders((path) => readFolder(root, path))) {
    for (const name of folder.files) paths.push(pathIn(folder.path, name));
    for (const problem of folder.problems) problems.push(problem);
  }
  const assigned = assignIds(root, paths);
  return { ...assigned, problems: [...problems, ...assigned.problems] };
}

/** Each folder of a library before those in it. @param read a folder; `null` for one to pass by */
export function* walkFolders<Found extends FolderContent>(
  read: (path: string) => Found | null,
  start: readonly string[] = [''],
): Iterable<Found> {
  const waiting = [...start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const found = read(path);
    if (found === null) continue;
    yield found;
    waiting.push(...found.folders);
  }
}

/** The path of a name in a folder; the root is ''. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a path; the root is ''. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What a folder holds that counts. @param path from the root, '' for the root itself */
export function readFolder(root: string, path: string): FolderContent {
  const content: FolderContent = { path, files: [], folders: [], problems: [], isUncertain: false };
  let entries: readonly Entry[];
  try {
    entries = readEntries(join(root, path));
  } catch (error) {
    const message = `the folder cannot be read: ${systemReason(error)}`;
    if (path === '' || !isGone(error)) content.problems.push({ path: path || '.', message });
    content.isUncertain = true;
    return content;
  }
  for (const entry of entries) takeEntry(content, entry, root, path);
  return content;
}

type Entry = Dirent<string> | Dirent<Buffer>;

/** With names as text; where one may be none, with their bytes: each of those is memory of its own. */
function readEntries(path: string): readonly Entry[] {
  const entries = readdirSync(path, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries;
  return readdirSync(path, { encoding: 'buffer', withFileTypes: true });
}

function takeEntry(content: FolderContent, entry: Entry, root: string, folder: string): void {
  const { text: name, problem } = readFileName(entry.name);
  const path = pathIn(folder, name);
  if (name.startsWith('.') || path === 'images') return;
  const isArticle = name.endsWith('.md');
  if (!isArticle && !entry.isDirectory()) return;
  if (problem !== null) content.problems.push({ path, message: problem });
  else if (entry.isDirectory()) content.folders.push(path);
  else if (entry.isFile()) content.files.push(name);
  else takeOther(content, entry, root, { path, name });
}

/** A link counts where it leads to a file; sockets, pipes and devices are no articles. */
function takeOther(
  content: FolderContent,
  entry: Entry,
  root: string,
  { path, name }: { readonly path: string; readonly name: string },
): void {
  const { files, problems } = content;
  content.isUncertain = true;
  try {
    const target = entry.isSymbolicLink() ? statSync(join(root, path)) : entry;
    if (target.isFile()) files.push(name);
    else if (!target.isDirectory()) problems.push({ path, message: 'it is no ordinary file' });
  } catch (error) {
    problems.push({ path, message: `the link leads nowhere: ${systemReason(error)}` });
  }
}

/** Finds the copies that conflicts left beside an article; each folder is read once. */
export function createCopyLister(root: string) {
  const copiesIn = lazyFor((folder: string) => {
    const paths = readFolder(root, folder).files.map((name) => pathIn(folder, name));
    return assignIds(root, paths).copies;
  });
  return ({ path }: Pick<FoundFile, 'path'>): readonly ConflictCopy[] =>
    copiesIn(folderOf(path)).filter(({ of }) => of === path);
}
