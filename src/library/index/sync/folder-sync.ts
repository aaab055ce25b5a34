// Updates the index from the folders whose time says that something changed.
import { lstatSync, type Stats, statSync } from 'node:fs';
import type { Problem } from '../../../core/errors.ts';
import { isAsSeen, type SeenFile } from '../../articles/read-article-file.ts';
import { type FolderContent, pathIn, readFolder } from '../../articles/scan-folder.ts';
import { readDoc } from '../tables/article-doc.ts';
import { type Database, exactNumbers, SEEN_COLUMNS, select } from '../tables/engine.ts';
import { type IndexWriter, putDoc, removeDoc } from '../tables/index-writer.ts';

/** A folder as it was when its files were read. */
export interface FolderStamp {
  /** From the root, '' for the root itself. */
  readonly path: string;
  /** In ms; -1 where it must be read again. */
  readonly ctime: number;
  readonly ino: number;
}

/** Of a folder that is to be read again whatever its time. */
export const UNSETTLED = -1;

/**
 * A folder that was read so soon after it changed may change again within the same tick of its file
 * system's clock; in ms. A clock that ran ahead will not come to the same time again.
 */
const FRESH = 2000;

const ROOT: FolderStamp = { path: '', ctime: UNSETTLED, ino: 0 };

const selectFolders = select<FolderStamp>(
  { path: 'path', ctime: { list: exactNumbers('ctime') }, ino: { list: exactNumbers('ino') } },
  'FROM (SELECT * FROM folder ORDER BY path)',
);

/** The folders that the index knows, by path; the root is one in any case, for all are found from it. */
export function keptFolders(database: Database): readonly FolderStamp[] {
  const kept = selectFolders(database);
  return kept[0]?.path === '' ? kept : [ROOT, ...kept];
}

/** Whether a folder has changed since, or has gone. */
export function isChanged(root: string, { path, ctime, ino }: FolderStamp): boolean {
  // What is the same, to the time of its last change, is still a folder.
  const stats = tryStat(root, path);
  return stats?.ctimeMs !== ctime || stats.ino !== ino;
}

/** Of a library with no more files each is looked at: edits in place change no folder. */
export const SMALL_LIBRARY = 300;

/** The folders that are not as the index knows them, or, of a small library, hold an edited file. */
export function changedFolders(database: Database, root: string): readonly FolderStamp[] {
  const { statement } = database;
  const isSmall = statement('SELECT 1 FROM doc LIMIT 1 OFFSET ?').get(SMALL_LIBRARY) === undefined;
  return keptFolders(database).filter((folder) => {
    return isChanged(root, folder) || (isSmall && holdsEdited(database, root, folder.path));
  });
}

function holdsEdited(database: Database, root: string, folder: string): boolean {
  return selectFiles(database, folder).some((file) => !isAsSeen(root, file.path, file));
}

/** Whether the library is there; one that is away, as on a disk that was pulled out, has lost nothing. */
export function hasRoot(root: string): boolean {
  return statFolder(root, '') !== null;
}

/** `null` where there is none, or a link; the root may be one. */
function statFolder(root: string, path: string): Stats | null {
  const stats = tryStat(root, path);
  return stats?.isDirectory() ? stats : null;
}

/** There may be many: a function and a path to normalise would take as long as looking at each. */
function tryStat(root: string, path: string): Stats | undefined {
  try {
    return path === '' ? statSync(root) : lstatSync(`${root}/${path}`);
  } catch {
    return undefined;
  }
}

/** Reads a folder; `null` where there is none. */
export function readStamped(root: string, path: string): (FolderStamp & FolderContent) | null {
  const began = Date.now();
  const stats = statFolder(root, path);
  if (stats === null) return null;
  const content = readFolder(root, path);
  const isSettled = !content.isUncertain && Math.abs(began - stats.ctimeMs) > FRESH;
  const ctime = isSettled ? stats.ctimeMs : UNSETTLED;
  return { ...content, ctime, ino: stats.ino };
}

/** Keeps a folder as it was read, and what was wrong with its files. */
export function putFolder(
  database: Database,
  { path, ctime, ino }: FolderStamp,
  problems: readonly Problem[],
): void {
  const list = problems.length === 0 ? null : JSON.stringify(problems);
  database
    .statement('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?)')
    .run(path, ctime, ino, list);
}

/** Updates the index from folders and those in them. */
export function syncFolders(writer: IndexWriter, folders: readonly FolderStamp[]): void {
  for (const { path } of folders) if (isKnown(writer.database, path)) syncFolder(writer, path);
}

/** Not any more, where the folder above was read first and does not have it. */
function isKnown({ statement }: Database, path: string): boolean {
  return path === '' || statement('SELECT 1 FROM folder WHERE path = ?').get(path) !== undefined;
}

function syncFolder(writer: IndexWriter, path: string): void {
  const { root, database } = writer;
  const read = readStamped(root, path);
  if (read === null) {
    if (hasRoot(root)) removeFolder(writer, path);
    return;
  }
  const known = knownFiles(database, path);
  const problems: Problem[] = [...read.problems];
  let isWhole = true;
  for (const name of read.files) {
    const file = pathIn(path, name);
    if (!syncFile(writer, file, known.get(file), problems)) isWhole = false;
    known.delete(file);
  }
  for (const { key } of known.values()) removeDoc(writer, key);
  putFolder(database, isWhole ? read : { ...read, ctime: UNSETTLED }, problems);
  syncSubfolders(writer, path, read.folders);
}

/** A file of a folder as the index has it. */
interface KnownFile extends SeenFile {
  readonly path: string;
  readonly key: number;
}

const selectFiles = select<KnownFile>(
  { path: 'path', key: 'key', ...SEEN_COLUMNS },
  'FROM doc WHERE folder = ?',
);

/** The files directly in a folder, by path. */
function knownFiles(database: Database, folder: string): Map<string, KnownFile> {
  return new Map(selectFiles(database, folder).map((file) => [file.path, file]));
}

/** @returns false for a file that cannot be read, or has gone since its folder was read */
function syncFile(
  writer: IndexWriter,
  path: string,
  known: KnownFile | undefined,
  problems: Problem[],
): boolean {
  if (known !== undefined && isAsSeen(writer.root, path, known)) return true;
  const doc = readDoc(writer.root, path);
  if (doc.head !== null) {
    putDoc(writer, doc, known?.key ?? 0);
    return true;
  }
  problems.push(...doc.problems);
  if (known !== undefined) removeDoc(writer, known.key);
  return false;
}

/** Folders that are new are read, those that have gone are taken out. */
function syncSubfolders(writer: IndexWriter, path: string, folders: readonly string[]): void {
  const wanted = new Set(folders);
  for (const name of foldersUnder(writer.database, path)) {
    const isDeeper = name.slice(path.length + 1).includes('/');
    if (!wanted.delete(name) && !isDeeper) removeFolder(writer, name);
  }
  for (const child of wanted) syncFolder(writer, child);
}

/** Every folder below one; in the order of letters a slash is just before a 0. */
function foldersUnder(database: Database, path: string): readonly string[] {
  const [from, to] = path === '' ? ['', '\u{10ffff}'] : [`${path}/`, `${path}0`];
  return selectBetween(database, from, to).map((folder) => folder.path);
}

const selectBetween = select<Pick<FolderStamp, 'path'>>(
  { path: 'path' },
  'FROM folder WHERE path > ? AND path < ?',
);

function removeFolder(writer: IndexWriter, path: string): void {
  const { database } = writer;
  for (const folder of [path, ...foldersUnder(database, path)]) {
    for (const { key } of knownFiles(database, folder).values()) removeDoc(writer, key);
    database.statement('DELETE FROM folder WHERE path = ?').run(folder);
  }
}
