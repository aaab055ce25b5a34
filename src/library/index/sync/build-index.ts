// Builds an index: every file is read once, into a database that nobody uses before it is whole.
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../core/errors.ts';
import { pathIn, readFolder } from '../../articles/scan-folder.ts';
import type { OnProgress } from '../../finder/finder.ts';
import type { DocResult } from '../tables/article-doc.ts';
import { saveColumns } from '../tables/columns.ts';
import { createWriter, putDoc, type Writer } from '../tables/doc-writer.ts';
import type { Database, Engine } from '../tables/engine.ts';
import { statesInMemory } from '../tables/kept-marks.ts';
import { encodeManifest, type KnownFile, UNREADABLE } from '../tables/manifest.ts';
import { updateOrders } from '../tables/orders.ts';
import { createTables, finishTables, writeFact } from '../tables/schema.ts';
import { settleAll } from './claims.ts';
import { type FolderStamp, isLongAgo, putFolder, readNames, UNSETTLED } from './folder-sync.ts';
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
  const writer = createWriter(database, root, statesInMemory(states));
  const files = new Map<string, KnownFile>();
  const failures = new Map<string, readonly Problem[]>();
  for await (const docs of readAhead(root, paths)) {
    for (const doc of docs) takeDoc(writer, paths[files.size] ?? '', doc, files, failures);
    onProgress(files.size, paths.length);
  }
  const keys = [...files]
    .filter(([, { key }]) => key !== 0)
    .map(([at, { key }]) => [at, key] as const);
  settleAll(writer, new Map(keys));
  saveColumns(writer.columns);
  updateOrders(writer);
  putFolders(database, folders, files, failures);
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

function takeDoc(
  writer: Writer,
  path: string,
  doc: DocResult,
  files: Map<string, KnownFile>,
  failures: Map<string, readonly Problem[]>,
): void {
  if (doc.seen === null) {
    failures.set(path, doc.problems);
    files.set(path, UNREADABLE);
  } else files.set(path, { ...doc.seen, key: putDoc(writer, doc, 0) });
}

function putFolders(
  database: Database,
  folders: readonly Walked[],
  files: ReadonlyMap<string, KnownFile>,
  failures: ReadonlyMap<string, readonly Problem[]>,
): void {
  for (const { stamp, names, all, problems } of folders) {
    const paths = names.map((name) => [name, pathIn(stamp.path, name)] as const);
    const known = paths.flatMap(([name, path]) => {
      const file = files.get(path);
      return file === undefined ? [] : [[name, file] as const];
    });
    const failed = paths.flatMap(([, path]) => failures.get(path) ?? []);
    const mtime = failed.length > 0 ? UNSETTLED : stamp.mtime;
    putFolder(database, { ...stamp, mtime }, encodeManifest(all, new Map(known)), [
      ...problems,
      ...failed,
    ]);
  }
}
