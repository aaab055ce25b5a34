// Takes what folders hold into the index: only those whose time says that something changed.
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../core/errors.ts';
import { pathIn, readFolder } from '../../articles/scan-folder.ts';
import { readDoc } from '../tables/article-doc.ts';
import { fill, toBytes } from '../tables/columns.ts';
import { putDoc, removeDoc, type Writer } from '../tables/doc-writer.ts';
import { bytes, type Database, number, type SqlRow, text } from '../tables/engine.ts';
import {
  decodeManifest,
  encodeManifest,
  isSame,
  type KnownFile,
  type Manifest,
  NO_ARTICLE,
  NUMBERS,
  setKnown,
} from '../tables/manifest.ts';

/** A folder as it was when it was read. */
export interface FolderStamp {
  /** From the root, '' for the root itself. */
  readonly path: string;
  /** In ms; -1 where it must be read again. */
  readonly mtime: number;
  readonly ino: number;
}

/** Of a folder that is to be read again whatever its time. */
export const UNSETTLED = -1;

/**
 * A folder that was read so soon after it changed may change again within the same tick of its file
 * system's clock; in ms.
 */
const FRESH = 2000;

/** Whether that cannot be; a clock that ran ahead will not come to the same time again. */
export function isLongAgo(mtime: number, now = Date.now()): boolean {
  return Math.abs(now - mtime) > FRESH;
}

/** The folders as the index knows them. */
export function keptFolders(database: Database): readonly FolderStamp[] {
  const rows = database.statement('SELECT path, mtime, ino FROM folder ORDER BY path').all();
  return rows.map(([path, mtime, ino]) => ({
    ...{ path: text(path), mtime: number(mtime), ino: number(ino) },
  }));
}

/** Those of them that are not as they were. */
export function changedFolders(
  root: string,
  folders: readonly FolderStamp[],
): readonly FolderStamp[] {
  return folders.filter((folder) => isChanged(root, folder));
}

/** Whether none is; those of late, which stand at the end, are looked at first. */
export function areSameFolders(root: string, folders: readonly FolderStamp[]): boolean {
  return !folders.toReversed().some((folder) => isChanged(root, folder));
}

function isChanged(root: string, { path, mtime, ino }: FolderStamp): boolean {
  const stats = statFolder(root, path);
  return stats === null || stats.mtimeMs !== mtime || stats.ino !== ino;
}

/** `null` where there is none, or a link; the root may be one. */
function statFolder(root: string, path: string): Stats | null {
  try {
    // Put together by hand: there may be hundreds, and no path is any more normal after it.
    const stats = path === '' ? statSync(root) : lstatSync(`${root}/${path}`);
    return stats.isDirectory() ? stats : null;
  } catch {
    return null;
  }
}

interface FolderSync {
  readonly root: string;
  readonly writer: Writer;
  /** Files that were read. */
  count: number;
}

/** Takes folders in with what is below them; returns how many files were read. */
export function syncFolders(root: string, writer: Writer, folders: readonly FolderStamp[]): number {
  const sync: FolderSync = { root, writer, count: 0 };
  for (const { path } of folders) {
    const stats = statFolder(root, path);
    if (stats === null) removeFolder(writer, path);
    else if (isKnown(writer.database, path)) syncFolder(sync, path, stats);
  }
  return sync.count;
}

/** Not any more, where the folder above was read first and does not have it. */
function isKnown({ statement }: Database, path: string): boolean {
  return path === '' || statement('SELECT 1 FROM folder WHERE path = ?').get(path) !== undefined;
}

function syncFolder(sync: FolderSync, path: string, stats: Stats): void {
  const { root, writer } = sync;
  const { database } = writer;
  const began = Date.now();
  const manifest = readManifest(database, path);
  if (syncSameNames(sync, path, stats, manifest)) return;
  const known = decodeManifest(manifest);
  const names = readNames(root, path);
  const content = readFolder(root, path);
  const files = new Map<string, KnownFile>();
  const problems: Problem[] = [...content.problems];
  let isSettled = !content.isUncertain && isLongAgo(stats.mtimeMs, began);
  for (const name of content.files) {
    const file = syncFile(sync, pathIn(path, name), known.get(name), problems);
    if (file === null || file.key === 0) isSettled = false;
    if (file !== null) files.set(name, file);
  }
  for (const [name, { key }] of known) if (!files.has(name) && key !== 0) removeDoc(writer, key);
  const mtime = isSettled ? stats.mtimeMs : UNSETTLED;
  putFolder(database, { path, mtime, ino: stats.ino }, encodeManifest(names, files), problems);
  syncBelow(sync, path, content.folders);
}

/** Keeps a folder. */
export function putFolder(
  database: Database,
  { path, mtime, ino }: FolderStamp,
  { names, numbers }: Manifest,
  problems: readonly Problem[],
): void {
  const told = problems.length === 0 ? null : JSON.stringify(problems);
  const put = database.statement('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?, ?, ?)');
  put.run(path, mtime, ino, told, names, toBytes(numbers));
}

function readManifest({ statement }: Database, path: string): Manifest {
  const row = statement('SELECT names, numbers FROM folder WHERE path = ?').get(path);
  const data = bytes(row?.[1]);
  const numbers = fill(new Float64Array(data.length / Float64Array.BYTES_PER_ELEMENT), data);
  return { names: text(row?.[0]), numbers };
}

/** All names of a folder, unread; a name that is no UTF-8 is as good as another here. */
export function readNames(root: string, path: string): readonly string[] {
  try {
    return readdirSync(join(root, path));
  } catch {
    return [];
  }
}

/**
 * Takes in a folder in which there are the same names as before, as after a file was replaced: each
 * is statted, and nothing is done twice. Years of articles may be in it.
 * @returns false where there are others, or one is no file any more
 */
function syncSameNames(sync: FolderSync, path: string, stats: Stats, known: Manifest): boolean {
  const { root, writer } = sync;
  const { database } = writer;
  const [row] = database.statement('SELECT problems FROM folder WHERE path = ?').all(path);
  const names = readNames(root, path);
  if (row === undefined || row[0] !== null || names.join('\n') !== known.names) return false;
  const start = path === '' ? `${root}/` : `${root}/${path}/`;
  const { numbers } = known;
  const isSettled = isLongAgo(stats.mtimeMs);
  for (let at = 0, from = 0; at < names.length; at += 1, from += NUMBERS) {
    if (numbers[from] === NO_ARTICLE) {
      // A folder may be where a file was.
      if (names[at]?.startsWith('.') !== true) return false;
      continue;
    }
    const file = statSync(start + names[at], OR_NONE);
    if (file === undefined || !file.isFile()) return false;
    const isSame =
      numbers[from + 1] === file.mtimeMs &&
      numbers[from + 2] === file.size &&
      numbers[from + 3] === file.ino;
    if (isSame) continue;
    const problems: Problem[] = [];
    const known = { key: numbers[from] ?? 0, mtime: UNSETTLED, size: 0, ino: 0 };
    const read = syncFile(sync, pathIn(path, names[at] ?? ''), known, problems);
    if (read === null || problems.length > 0) return false;
    setKnown(numbers, at, read);
  }
  putNumbers(
    database,
    { path, mtime: isSettled ? stats.mtimeMs : UNSETTLED, ino: stats.ino },
    numbers,
  );
  return true;
}

const OR_NONE = { throwIfNoEntry: false } as const;

function putNumbers(
  { statement }: Database,
  { path, mtime, ino }: FolderStamp,
  numbers: Float64Array,
): void {
  const put = statement('UPDATE folder SET mtime = ?, ino = ?, numbers = ? WHERE path = ?');
  put.run(mtime, ino, toBytes(numbers), path);
}

/** `null` for a file that has gone since its folder was read. */
function syncFile(
  sync: FolderSync,
  path: string,
  known: KnownFile | undefined,
  problems: Problem[],
): KnownFile | null {
  const { root, writer } = sync;
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (known !== undefined && isSame(known, stats)) return known;
  sync.count += 1;
  const doc = readDoc(root, path);
  const key = known?.key ?? 0;
  if (doc.seen === null) {
    problems.push(...doc.problems);
    if (key !== 0) removeDoc(writer, key);
    return { key: 0, mtime: UNSETTLED, size: 0, ino: 0 };
  }
  return { ...doc.seen, key: putDoc(writer, doc, key) };
}

/** Folders that are new are read, those that have gone are taken out. */
function syncBelow(sync: FolderSync, path: string, folders: readonly string[]): void {
  const { root, writer } = sync;
  const wanted = new Set(folders);
  for (const [child] of below(writer.database, path)) {
    const name = text(child);
    if (!wanted.delete(name) && !name.slice(path.length + 1).includes('/')) {
      removeFolder(writer, name);
    }
  }
  for (const child of wanted) {
    const stats = statFolder(root, child);
    if (stats !== null) syncFolder(sync, child, stats);
  }
}

/** Every folder below one; a slash is before a 0. */
function below({ statement }: Database, path: string): readonly SqlRow[] {
  if (path === '') return statement("SELECT path FROM folder WHERE path != ''").all();
  const range = statement('SELECT path FROM folder WHERE path >= ? AND path < ?');
  return range.all(`${path}/`, `${path}0`);
}

function removeFolder(writer: Writer, path: string): void {
  const { database } = writer;
  const gone = [path, ...below(database, path).map(([child]) => String(child))];
  for (const folder of gone) {
    for (const { key } of decodeManifest(readManifest(database, folder)).values()) {
      if (key !== 0) removeDoc(writer, key);
    }
    database.statement('DELETE FROM folder WHERE path = ?').run(folder);
  }
}
