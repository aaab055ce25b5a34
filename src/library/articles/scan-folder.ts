// Finds the article files of a folder.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { fileId, readFileName } from '../files/file-names.ts';
import { systemReason } from '../files/system-error.ts';

/** A file that is an article. */
export interface FoundFile {
  readonly id: string;
  /** From the root, with `/`. */
  readonly path: string;
}

interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** What one folder holds. */
export interface FolderContent {
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
export function findFiles(root: string): FoundFiles {
  const paths: string[] = [];
  const problems: Problem[] = [];
  for (const [folder, content] of walkFolders(root)) {
    for (const name of content.files) paths.push(pathIn(folder, name));
    for (const problem of content.problems) problems.push(problem);
  }
  const assigned = assignIds(paths);
  return { files: assigned.files, problems: [...problems, ...assigned.problems] };
}

/** Each folder of a library before those in it. */
function* walkFolders(root: string): Iterable<readonly [path: string, content: FolderContent]> {
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const content = readFolder(root, path);
    yield [path, content];
    waiting.push(...content.folders);
  }
}

/** Whether a library has more files than that; no more folders are read than it takes to know. */
export function hasMoreFiles(root: string, most: number): boolean {
  let count = 0;
  for (const [, { files }] of walkFolders(root)) {
    count += files.length;
    if (count > most) return true;
  }
  return false;
}

/** The path of a name in a folder; the root is ''. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a path; the root is ''. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * What a folder holds that counts.
 * @param path from the root, '' for the root itself
 */
export function readFolder(root: string, path: string): FolderContent {
  const content: FolderContent = { files: [], folders: [], problems: [], isUncertain: false };
  let entries: Dirent<Buffer>[];
  try {
    entries = readdirSync(join(root, path), { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    const message = `the folder cannot be read: ${systemReason(error)}`;
    content.problems.push({ path: path || '.', message });
    content.isUncertain = true;
    return content;
  }
  for (const entry of entries) takeEntry(content, entry, root, path);
  return content;
}

function takeEntry(
  content: FolderContent,
  entry: Dirent<Buffer>,
  root: string,
  folder: string,
): void {
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
  entry: Dirent<Buffer>,
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

/** Of two files with one ID the shallower, then the first by path, has it. */
export function assignIds(paths: readonly string[]): FoundFiles {
  const byId = new Map<string, string>();
  const byFoldedId = new Map<string, string>();
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const placed = paths.map((path) => ({ path, depth: path.split('/').length }));
  placed.sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1));
  for (const { path } of placed) {
    const id = fileId(path);
    const folded = foldId(id);
    const first = byId.get(id);
    const like = byFoldedId.get(folded);
    if (first !== undefined) {
      problems.push({ path, message: `the ID ${quoteValue(id)} is taken by ${first}` });
      continue;
    }
    if (like !== undefined) {
      problems.push({ path, message: `the name differs from ${like} only in case` });
    }
    byId.set(id, path);
    byFoldedId.set(folded, path);
    files.push({ id, path });
  }
  return { files, problems };
}

/** IDs that differ only in case are folded to the same. */
export function foldId(id: string): string {
  return id.toLowerCase();
}
