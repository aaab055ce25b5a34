// Updates the index from the folders whose time says that something changed.
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../core/errors.ts';
import { pathIn, readFolder } from '../../articles/scan-folder.ts';
import { readDoc } from '../tables/article-doc.ts';
import { fill, toBytes } from '../tables/columns.ts';
import { bytes, type Database, number, text } from '../tables/engine.ts';
import { type IndexWriter, putDoc, removeDoc } from '../tables/index-writer.ts';
import {
  decodeManifest,
  encodeManifest,
  isSame,
  type KnownFile,
  knownFile,
  type Manifest,
  NO_ARTICLE,
  setKnown,
  UNREADABLE,
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
  return rows.map(([path, mtime, ino]) => {
    return { path: text(path), mtime: number(mtime), ino: number(ino) };
  });
}

/** The folders that are not as they were. */
export function changedFolders(
  root: string,
  folders: readonly FolderStamp[],
): readonly FolderStamp[] {
  return folders.filter((folder) => isChanged(root, folder));
}

/** Whether all are as they were; the last by name, which change most, are looked at first. */
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
    // Not by `join`: there may be hundreds, and normalising a path takes as long as looking at it.
    const stats = path === '' ? statSync(root) : lstatSync(`${root}/${path}`);
    return stats.isDirectory() ? stats : null;
  } catch {
    return null;
  }
}

/** Updates the index from folders and those in them. */
export function syncFolders(writer: IndexWriter, folders: readonly FolderStamp[]): void {
  for (const { path } of folders) {
    const stats = statFolder(writer.root, path);
    if (stats === null) removeFolder(writer, path);
    else if (isKnown(writer.database, path)) syncFolder(writer, path, stats);
  }
}

/** Not any more, where the folder above was read first and does not have it. */
function isKnown({ statement }: Database, path: string): boolean {
  return path === '' || statement('SELECT 1 FROM folder WHERE path = ?').get(path) !== undefined;
}

function syncFolder(writer: IndexWriter, path: string, stats: Stats): void {
  const { root, database } = writer;
  const began = Date.now();
  const manifest = readManifest(database, path);
  if (syncSameNames(writer, path, stats, manifest)) return;
  const known = decodeManifest(manifest);
  const names = readNames(root, path);
  const content = readFolder(root, path);
  const files = new Map<string, KnownFile>();
  const problems: Problem[] = [...content.problems];
  let isSettled = !content.isUncertain && isLongAgo(stats.mtimeMs, began);
  for (const name of content.files) {
    const file = syncFile(writer, pathIn(path, name), known.get(name), problems);
    if (file === null || file.key === 0) isSettled = false;
    if (file !== null) files.set(name, file);
  }
  for (const [name, { key }] of known) if (!files.has(name) && key !== 0) removeDoc(writer, key);
  const mtime = isSettled ? stats.mtimeMs : UNSETTLED;
  putFolder(database, { path, mtime, ino: stats.ino }, encodeManifest(names, files), problems);
  syncSubfolders(writer, path, content.folders);
}

/** Keeps a folder. */
export function putFolder(
  database: Database,
  { path, mtime, ino }: FolderStamp,
  { names, numbers }: Manifest,
  problems: readonly Problem[],
): void {
  const list = problems.length === 0 ? null : JSON.stringify(problems);
  const put = database.statement('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?, ?, ?)');
  put.run(path, mtime, ino, list, names, toBytes(numbers));
}

function readManifest({ statement }: Database, path: string): Manifest {
  const row = statement('SELECT names, numbers FROM folder WHERE path = ?').get(path);
  const data = bytes(row?.[1]);
  const numbers = fill(new Float64Array(data.length / Float64Array.BYTES_PER_ELEMENT), data);
  return { names: text(row?.[0]), numbers };
}

/** All names in a folder; they are compared only, so that invalid UTF-8 does no harm. */
export function readNames(root: string, path: string): readonly string[] {
  try {
    return readdirSync(join(root, path));
  } catch {
    return [];
  }
}

/**
 * Updates the index from a folder that has the same names as before, as after a file was replaced:
 * each file is statted only, for there may be years of articles.
 * @returns false where there are others, or one is no file any more
 */
function syncSameNames(
  writer: IndexWriter,
  path: string,
  stats: Stats,
  manifest: Manifest,
): boolean {
  const { root, database } = writer;
  const row = database.statement('SELECT problems FROM folder WHERE path = ?').get(path);
  const names = readNames(root, path);
  if (row?.[0] !== null || names.join('\n') !== manifest.names) return false;
  const start = path === '' ? `${root}/` : `${root}/${path}/`;
  const isSettled = isLongAgo(stats.mtimeMs);
  for (const [at, name] of names.entries()) {
    const known = knownFile(manifest.numbers, at);
    if (known.key === NO_ARTICLE) {
      // A folder may be where a file was.
      if (!name.startsWith('.')) return false;
      continue;
    }
    const file = statSync(start + name, OR_NONE);
    if (file === undefined || !file.isFile()) return false;
    if (isSame(known, file)) continue;
    const problems: Problem[] = [];
    const read = syncFile(writer, pathIn(path, name), known, problems);
    if (read === null || problems.length > 0) return false;
    setKnown(manifest.numbers, at, read);
  }
  const put = database.statement(
    'UPDATE folder SET mtime = ?, ino = ?, numbers = ? WHERE path = ?',
  );
  const mtime = isSettled ? stats.mtimeMs : UNSETTLED;
  put.run(mtime, stats.ino, toBytes(manifest.numbers), path);
  return true;
}

const OR_NONE = { throwIfNoEntry: false } as const;

/** `null` for a file that has gone since its folder was read. */
function syncFile(
  writer: IndexWriter,
  path: string,
  known: KnownFile | undefined,
  problems: Problem[],
): KnownFile | null {
  const stats = statSync(join(writer.root, path), OR_NONE);
  if (stats === undefined) return null;
  if (known !== undefined && isSame(known, stats)) return known;
  const doc = readDoc(writer.root, path);
  const key = known?.key ?? 0;
  if (doc.seen !== null) return { ...doc.seen, key: putDoc(writer, doc, key) };
  problems.push(...doc.problems);
  if (key !== 0) removeDoc(writer, key);
  return UNREADABLE;
}

/** Folders that are new are read, those that have gone are taken out. */
function syncSubfolders(writer: IndexWriter, path: string, folders: readonly string[]): void {
  const wanted = new Set(folders);
  for (const name of foldersUnder(writer.database, path)) {
    const isDeeper = name.slice(path.length + 1).includes('/');
    if (!wanted.delete(name) && !isDeeper) removeFolder(writer, name);
  }
  for (const child of wanted) {
    const stats = statFolder(writer.root, child);
    if (stats !== null) syncFolder(writer, child, stats);
  }
}

/** Every folder below one; in the order of letters a slash is just before a 0. */
function foldersUnder({ statement }: Database, path: string): readonly string[] {
  const rows =
    path === ''
      ? statement("SELECT path FROM folder WHERE path != ''").all()
      : statement('SELECT path FROM folder WHERE path >= ? AND path < ?').all(
          `${path}/`,
          `${path}0`,
        );
  return rows.map(([name]) => text(name));
}

function removeFolder(writer: IndexWriter, path: string): void {
  const { database } = writer;
  for (const folder of [path, ...foldersUnder(database, path)]) {
    for (const { key } of decodeManifest(readManifest(database, folder)).values()) {
      if (key !== 0) removeDoc(writer, key);
    }
    database.statement('DELETE FROM folder WHERE path = ?').run(folder);
  }
}
