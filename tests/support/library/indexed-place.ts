// A library with an index, asked through the built program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadEngine } from '../../../src/library/index/tables/engine.ts';
import { run } from '../machine/run.ts';
import { manyLibrary } from './many-articles.ts';
import { temporaryCache } from './temporary-cache.ts';

/** A library and the cache that its index is in. */
export interface Place {
  readonly root: string;
  readonly cache: string;
}

/** A large library that was never opened. */
export function newPlace(): Place {
  return { root: manyLibrary(), cache: temporaryCache() };
}

/** What a call prints; nothing is to be said beside it. */
export async function ask({ root, cache }: Place, ...args: readonly string[]): Promise<string> {
  const options = { env: { XDG_CACHE_HOME: cache } };
  const { code, stdout, stderr } = await run([...args, '--library', root], options);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** The IDs that `list` prints. */
export async function ids(place: Place, ...words: readonly string[]): Promise<readonly string[]> {
  const printed = await ask(place, 'list', '--quiet', '--format', 'ids', ...words);
  return printed.split('\n').filter(Boolean);
}

/** The folder of the only index there is. */
export function folderOf({ cache }: Place): string {
  const parent = join(cache, 'newsprint/index');
  const [name = ''] = readdirSync(parent);
  return join(parent, name);
}

/** The database in use. */
export function databaseOf(place: Place): string {
  const folder = folderOf(place);
  return join(folder, readFileSync(join(folder, 'current'), 'utf8'));
}

/** Changes a database behind the program's back. */
export function changeDatabase(path: string, sql: string): void {
  const database = loadEngine(process.platform)?.(path);
  database?.exec(sql);
  database?.close();
}
