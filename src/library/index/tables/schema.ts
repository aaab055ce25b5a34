// The tables of the index, and their version.
import { statSync } from 'node:fs';
import { TEXT_FIELDS } from '../../../core/query/query.ts';
import { tryOr } from '../../../core/try-or.ts';
import { limitHeap, limitHeapForBuild } from '../../threads/limit-heap.ts';
import {
  asBytes,
  type Database,
  number,
  PATIENCE,
  type SqlValue,
  unlessPassing,
} from './engine.ts';

/** Grows with every change of the tables or of how they are filled: an older index is rebuilt. */
export const SCHEMA_VERSION = 20;

/** Keys whose columns lie in one piece. */
export const PIECE_KEYS = 2048;

const TABLES = `
  CREATE TABLE fact(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE folder(path TEXT PRIMARY KEY, ctime REAL, ino REAL, problems TEXT);
  CREATE TABLE doc(key INTEGER PRIMARY KEY, id TEXT, folded INTEGER, folder TEXT, path TEXT,
    mtime REAL, size INTEGER, ino REAL, digest INTEGER, head TEXT, problems TEXT, body TEXT);
  CREATE TABLE id_problem(path TEXT, folded INTEGER, message TEXT);
  CREATE TABLE name(hash INTEGER, key INTEGER, PRIMARY KEY(hash, key)) WITHOUT ROWID;
  CREATE TABLE word(kind TEXT, hash INTEGER, text TEXT, PRIMARY KEY(kind, hash)) WITHOUT ROWID;
  CREATE TABLE sketch(key INTEGER PRIMARY KEY, story INTEGER, origin INTEGER, worth INTEGER,
    data BLOB);
  CREATE INDEX sketch_story ON sketch(story) WHERE story != key;
  CREATE TABLE state(folded INTEGER PRIMARY KEY, removed INTEGER, lines TEXT);
  CREATE INDEX state_removed ON state(folded) WHERE removed IS NOT NULL;
  CREATE TABLE journal(name TEXT PRIMARY KEY, offset INTEGER, tail BLOB, cut TEXT);
  CREATE TABLE piece(name TEXT, at INTEGER, data BLOB, PRIMARY KEY(name, at));
  CREATE VIRTUAL TABLE texts USING fts5(${TEXT_FIELDS.join(', ')},
    content='', contentless_delete=1, tokenize='ascii');
`;

const INDEXES = `
  CREATE INDEX doc_id ON doc(id);
  CREATE INDEX doc_folder ON doc(folder);
  CREATE INDEX doc_folded ON doc(folded);
  CREATE INDEX doc_problem ON doc(key) WHERE problems IS NOT NULL;
  CREATE INDEX name_key ON name(key);
`;

/** Makes the tables in an empty database that nobody else knows of yet. */
export function createTables(database: Database): void {
  limitHeapForBuild();
  unmap(database);
  database.exec('PRAGMA page_size = 8192');
  const vacuum = 'auto_vacuum = INCREMENTAL';
  set(database, vacuum, 'journal_mode = OFF', 'synchronous = OFF', 'cache_size = -8192');
  set(database, 'temp_store = FILE');
  database.exec(TABLES);
  // Parts are written as they come and never merged meanwhile.
  configure(database, BUILDING);
}

const BUILDING = [
  ['automerge', 0],
  ['crisismerge', 1999],
  ['hashsize', 8 * 1024 * 1024],
] as const;

/** How the database is used when it is built. */
const USING = [
  ['automerge', 8],
  ['crisismerge', 16],
  ['hashsize', 1024 * 1024],
] as const;

/** The engine binds every number as a real one, and these must be whole. */
function configure(database: Database, settings: typeof BUILDING | typeof USING): void {
  for (const [name, value] of settings) {
    database.exec(`INSERT INTO texts(texts, rank) VALUES ('${name}', ${value})`);
  }
}

/** Called when the tables are full, which takes a fraction of the time. */
export function createIndexes(database: Database): void {
  database.exec(INDEXES);
}

/** Ends a build: from now on the database is one that others read and write as well. */
export function finishTables(database: Database): void {
  configure(database, USING);
  // All that was written becomes one part; later ones are small and merged by the engine itself.
  database.exec("INSERT INTO texts(texts) VALUES ('optimize')");
  database.exec('PRAGMA incremental_vacuum');
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  set(database, 'journal_mode = WAL');
}

/** Whether the tables are of this version. Throws an `UnusableError` where the file is no database. */
export function isCurrent(database: Database): boolean {
  return number(database.statement('PRAGMA user_version').get()?.[0]) === SCHEMA_VERSION;
}

/** How every process opens an index that is there. */
export function tune(database: Database): void {
  set(database, 'synchronous = NORMAL', 'mmap_size = 1073741824', 'cache_size = -8192');
}

/**
 * For a program that stays, or goes through a whole library. Pages of the file that were looked at
 * count as memory while they are mapped.
 */
export function keepSmall(database: Database): void {
  limitHeap();
  unmap(database);
  // The system keeps pages of the file as well.
  set(database, 'cache_size = -1024');
}

/** Of a mapped file everything that is looked at here and there stays in memory. */
export function unmap(database: Database): void {
  set(database, 'mmap_size = 0');
}

/** What is written to a database waits in a log beside it; in bytes. */
const LONG_LOG = 2_000_000;

/** Gives back the room that much writing took on the disk, unless another process is at work. */
export function shrink(database: Database): void {
  const path = database.statement('PRAGMA database_list').get()?.[2];
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size <= LONG_LOG) return;
  set(database, 'busy_timeout = 0');
  unlessPassing(() => {
    database.exec('PRAGMA incremental_vacuum');
    set(database, 'wal_checkpoint(TRUNCATE)');
  }, undefined);
  set(database, `busy_timeout = ${PATIENCE}`);
}

function set(database: Database, ...settings: readonly string[]): void {
  database.exec(settings.map((setting) => `PRAGMA ${setting}`).join(';'));
}

/** Runs an action that writes all or nothing; waits for other processes that write. */
export function transact<Result>(database: Database, action: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // The engine may have taken it back by itself, and then says so.
    tryOr(() => database.exec('ROLLBACK'), undefined);
    throw error;
  }
}

/** What is kept about the whole index under a name. */
export function readFact(database: Database, name: string): SqlValue | undefined {
  const value = `iif(typeof(value) = 'text', ${asBytes('value')}, value)`;
  return database.statement(`SELECT ${value} FROM fact WHERE name = ?`).get(name)?.[0];
}

/** Keeps it; within a transaction where it belongs to one. */
export function writeFact(database: Database, name: string, value: SqlValue): void {
  database.statement('INSERT OR REPLACE INTO fact VALUES (?, ?)').run(name, value);
}
