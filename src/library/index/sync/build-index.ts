// Builds an index: every file is read once, into a database that nobody uses before it is whole.
import type { Problem } from '../../../core/errors.ts';
import { lazy } from '../../../core/lazy.ts';
import { type FolderContent, folderOf, pathIn, walkFolders } from '../../articles/scan-folder.ts';
import { fileId } from '../../files/file-names.ts';
import type { OnProgress } from '../../finder/finder.ts';
import { groupNumber } from '../tables/article-states.ts';
import type { Database, Engine } from '../tables/engine.ts';
import { createIndexWriter, putDoc } from '../tables/index-writer.ts';
import { createIndexes, createTables, finishTables } from '../tables/schema.ts';
import { type FolderStamp, putFolder, readStamped, UNSETTLED } from './folder-sync.ts';
import { syncJournals } from './journal-sync.ts';
import { readAhead } from './read-ahead.ts';
import { finishWriting } from './sync-index.ts';

interface FolderNames extends FolderStamp, Pick<FolderContent, 'problems'> {
  /** Of its files, a slash between them: as one text they take a quarter of the room. */
  readonly names: string;
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
  // Every folder as it was before its files were read.
  const folders: FolderNames[] = [];
  let all = 0;
  for (const { files, ...folder } of walkFolders((path) => readStamped(root, path))) {
    folders.push({ ...folder, names: files.join('/') });
    all += files.length;
  }
  syncJournals(
    database,
    root,
    lazy(() => new Set(Array.from(pathsOf(folders), (path) => groupNumber(fileId(path))))),
  );
  const writer = createIndexWriter(database, root, true);
  let count = 0;
  const failed: Problem[] = [];
  for await (const docs of readAhead(root, pathsOf(folders), all)) {
    for (const doc of docs) {
      if (doc.head === null) failed.push(...doc.problems);
      else putDoc(writer, doc, 0);
    }
    count += docs.length;
    onProgress(count, all);
  }
  // Their names go before memory is needed for the orders.
  for (const folder of folders.splice(0)) {
    const own = failed.filter(({ path }) => folderOf(path) === folder.path);
    const ctime = own.length > 0 ? UNSETTLED : folder.ctime;
    putFolder(database, { ...folder, ctime }, [...folder.problems, ...own]);
  }
  createIndexes(database);
  finishWriting(writer);
}

function* pathsOf(folders: readonly FolderNames[]): Iterable<string> {
  for (const { path, names } of folders) {
    if (names !== '') for (const name of names.split('/')) yield pathIn(path, name);
  }
}
