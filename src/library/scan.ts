// Finds the article files of a folder.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../core/errors.ts';
import { quoteValue } from '../core/quote.ts';
import { fileId, readFileName } from './file-names.ts';
import { systemReason } from './system-error.ts';

/** A file that is an article. */
export interface FoundFile {
  readonly id: string;
  /** From the root, with `/`. */
  readonly path: string;
}

interface Scan {
  readonly root: string;
  readonly files: { readonly path: string; readonly name: string; readonly depth: number }[];
  readonly problems: Problem[];
}

/**
 * Every `*.md` at any depth, one for an ID. Left out: names that start with a dot, the folder
 * `images` in the root, links to folders. Two files of one ID, names that differ only in case, bad
 * names and what cannot be read are problems; they hide nothing else.
 */
export function findFiles(root: string): {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
} {
  const scan: Scan = { root, files: [], problems: [] };
  scanFolder(scan, '', 0);
  const files = uniqueFiles(scan);
  return { files, problems: scan.problems };
}

function scanFolder(scan: Scan, path: string, depth: number): void {
  let entries: Dirent<Buffer>[];
  try {
    entries = readdirSync(join(scan.root, path), { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    const message = `the folder cannot be read: ${systemReason(error)}`;
    scan.problems.push({ path: path || '.', message });
    return;
  }
  for (const entry of entries) scanEntry(scan, entry, path, depth);
}

function scanEntry(scan: Scan, entry: Dirent<Buffer>, folder: string, depth: number): void {
  const { text: name, problem } = readFileName(entry.name);
  const path = folder === '' ? name : `${folder}/${name}`;
  if (name.startsWith('.') || path === 'images') return;
  const isArticle = name.endsWith('.md');
  if (!isArticle && !entry.isDirectory()) return;
  if (problem !== null) scan.problems.push({ path, message: problem });
  else if (entry.isDirectory()) scanFolder(scan, path, depth + 1);
  else if (entry.isFile()) scan.files.push({ path, name, depth });
  else scanOther(scan, entry, { path, name, depth });
}

/** A link counts where it leads to a file; sockets, pipes and devices are no articles. */
function scanOther(scan: Scan, entry: Dirent<Buffer>, file: Scan['files'][number]): void {
  const { path } = file;
  if (!entry.isSymbolicLink()) {
    scan.problems.push({ path, message: 'it is no ordinary file' });
    return;
  }
  try {
    const target = statSync(join(scan.root, path));
    if (target.isFile()) scan.files.push(file);
    else if (!target.isDirectory()) scan.problems.push({ path, message: 'it is no ordinary file' });
  } catch (error) {
    scan.problems.push({ path, message: `the link leads nowhere: ${systemReason(error)}` });
  }
}

/** Of two files with one ID the shallower, then the first by path, has it. */
function uniqueFiles({ files, problems }: Scan): readonly FoundFile[] {
  const byId = new Map<string, string>();
  const byFoldedId = new Map<string, string>();
  const found: FoundFile[] = [];
  for (const { path, name } of files.sort(compareFiles)) {
    const id = fileId(name);
    const folded = id.toLowerCase();
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
    found.push({ id, path });
  }
  return found;
}

function compareFiles(a: Scan['files'][number], b: Scan['files'][number]): number {
  if (a.depth !== b.depth) return a.depth - b.depth;
  return a.path < b.path ? -1 : 1;
}
