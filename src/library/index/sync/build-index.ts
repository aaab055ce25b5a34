// Builds an index: every file is read once, into a database that nobody uses before it is whole.
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../core/errors.ts';
import { pathIn, readFolder } from '../../articles/scan-folder.ts';
import type { OnProgress } from '../../finder/finder.ts';
import { statesInMemory } from '../tables/article-states.ts';
import { saveColumns } from '../tables/columns.ts';
import type { Database, Engine } from '../tables/engine.ts';
import { createIndexWriter, putDoc } from '../tables/index-writer.ts';
import { encodeManifest, type KnownFile, UNREADABLE } from '../tables/manifest.ts';
import { createTables, finishTables, writeFact } from '../tables/schema.ts';
import { updateOrders } from '../tables/sort-orders.ts';
import { type FolderStamp, isLongAgo, putFolder, readNames, UNSETTLED } from './folder-sync.ts';
import { assignOwners } from './id-owners.ts';
import { syncJournals } from './journal-sync.ts';
import { readAhead } from './read-ahead.ts';

/** A folder as it was before its files were read. */
interface Walked {
  readonly stamp: FolderStamp;
  /** Of articles. */
  readonly names: readonly string[];
  /** Of everything in it. */
  readonly all: readonly string[];
  readonly problems: readonly Problem[];
}

/** A file that was read, and why that failed. */
interface ReadFile extends KnownFile {
  readonly failed: readonly Problem[];
}

const NONE: readonly Problem[] = [];

/** Fills a new database; it is whole on the disk when this ends. */
export async function buildIndex(
  engine: Engine,
  path: string,
  root: string,
  onProgress: OnProgress,
): Promise<void> {
  const database = engine(path);
  try {
    createTables(database);
    database.exec('BEGIN');
    await fillTables(database, root, onProgress);
    database.exec('COMMIT');
    finishTables(database);
  } finally {
    database.close();
  }
}

async function fillTables(database: Database, root: string, onProgress: OnProgress): Promise<void> {
  const folders = walk(root);
  const paths = folders.flatMap(({ stamp, names }) =>
    names.map((name) => pathIn(stamp.path, name)),
  );
  const { states } = syncJournals(database, root);
  const writer = createIndexWriter(database, root, statesInMemory(states));
  const files = new Map<string, ReadFile>();
  for await (const docs of readAhead(root, paths)) {
    for (const doc of docs) {
      const { seen, problems } = doc;
      const file = seen === null ? UNREADABLE : { ...seen, key: putDoc(writer, doc, 0) };
      files.set(paths[files.size] ?? '', { ...file, failed: seen === null ? problems : NONE });
    }
    onProgress(files.size, paths.length);
  }
  assignOwners(writer, files);
  saveColumns(writer.columns);
  updateOrders(writer);
  putFolders(database, folders, files);
  writeFact(database, 'lastKey', writer.nextKey - 1);
}

/** Every folder with the files in it. */
function walk(root: string): readonly Walked[] {
  const found: Walked[] = [];
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const stats =
      path === '' ? statSync(root) : lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined) continue;
    const all = readNames(root, path);
    const { files, folders, problems, isUncertain } = readFolder(root, path);
    const isSettled = !isUncertain && isLongAgo(stats.mtimeMs);
    const mtime = isSettled ? stats.mtimeMs : UNSETTLED;
    found.push({ stamp: { path, mtime, ino: stats.ino }, names: files, all, problems });
    waiting.push(...folders);
  }
  return found;
}

function putFolders(
  database: Database,
  folders: readonly Walked[],
  files: ReadonlyMap<string, ReadFile>,
): void {
  for (const { stamp, names, all, problems } of folders) {
    const known = new Map<string, ReadFile>();
    for (const name of names) {
      const file = files.get(pathIn(stamp.path, name));
      if (file !== undefined) known.set(name, file);
    }
    const failed = Array.from(known.values(), (file) => file.failed).flat();
    const mtime = failed.length > 0 ? UNSETTLED : stamp.mtime;
    const manifest = encodeManifest(all, known);
    putFolder(database, { ...stamp, mtime }, manifest, [...problems, ...failed]);
  }
}
