// Compares an index with the files: each difference is a problem.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../core/errors.ts';
import { findFiles } from '../../articles/scan-folder.ts';
import type { OnProgress } from '../../finder/finder.ts';
import { readDoc } from '../tables/article-doc.ts';
import { type Columns, FLAG, openColumns } from '../tables/columns.ts';
import {
  asBytes,
  type Database,
  type SqlRow,
  select,
  text,
  UnusableError,
} from '../tables/engine.ts';

/**
 * Reads every file and compares what it holds with what an index has of it that was just brought up
 * to date; then has the engine look at its own tables.
 */
export async function checkIndex(
  database: Database,
  root: string,
  onChecked: OnProgress,
): Promise<readonly Problem[]> {
  const { files } = findFiles(root);
  const keys = keptFiles(database, openColumns(database));
  const find = database.statement(`SELECT digest, ${asBytes('head')} FROM doc WHERE key = ?`);
  const problems: Problem[] = [];
  for (const [at, { path }] of files.entries()) {
    const key = keys.get(path);
    keys.delete(path);
    const message = compareFile(root, path, key === undefined ? key : find.get(key));
    if (message !== null) problems.push({ path, message });
    if (at % 200 === 0) {
      onChecked(at, files.length);
      await new Promise(setImmediate);
    }
  }
  for (const path of keys.keys())
    problems.push({ path, message: 'the index has a file that is not there' });
  return [...problems, ...checkTables(database)];
}

/** The files that have their IDs, by path, with their keys. */
function keptFiles(database: Database, { flags }: Columns): Map<string, number> {
  const owners = selectPaths(database).filter(({ key }) => (flags.get(key) & FLAG.owner) !== 0);
  return new Map(owners.map(({ path, key }) => [path, key]));
}

const selectPaths = select<{ key: number; path: string }>({ key: 'key', path: 'path' }, 'FROM doc');

/** What is wrong; `null` where all is the same, or the file changed this moment. */
function compareFile(root: string, path: string, row: SqlRow | undefined): string | null {
  const doc = readDoc(root, path);
  if (doc.head === null) return null;
  if (row === undefined) return existsSync(join(root, path)) ? 'the index does not have it' : null;
  const [digest, head] = row;
  const isSame = digest === doc.digest && text(head) === doc.kept;
  return isSame ? null : 'the index has it otherwise than the file';
}

/** What the engine finds wrong in the words it keeps, and in its file. */
function checkTables(database: Database): readonly Problem[] {
  const path = 'index';
  try {
    database.exec("INSERT INTO texts(texts) VALUES ('integrity-check')");
    const result = database.statement('PRAGMA quick_check(1)').get()?.[0];
    return result === 'ok' ? [] : [{ path, message: `the index is damaged: ${text(result)}` }];
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    return [{ path, message: `the index is damaged: ${error.message}` }];
  }
}
