// A file of the cache folder that keeps rows by their keys, the newest at its end.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { readBounded } from './open-file.ts';
import { randomName } from './random-name.ts';

/** Values by their keys, in the order in which they were set. */
export type Rows<Value> = Map<string, Value>;

/**
 * What the file holds; nothing where it cannot be read.
 * @param path `null` where there is no cache folder
 * @param largest bytes; a larger file counts as none
 * @param parseRow nothing for a row that cannot be trusted
 */
export function readRows<Value>(
  path: string | null,
  largest: number,
  parseRow: (row: unknown) => readonly (readonly [string, Value])[],
): Rows<Value> {
  try {
    const bytes = path === null ? null : readBounded(path, largest);
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '[]');
    return new Map(Array.isArray(value) ? value.flatMap(parseRow) : []);
  } catch {
    return new Map();
  }
}

/** The rows with what was set since, `null` for what was forgotten; only the newest of too many. */
export function mergeRows<Value>(
  rows: Rows<Value>,
  changed: ReadonlyMap<string, Value | null>,
  most: number,
): Rows<Value> {
  for (const [key, value] of changed) {
    // The newest are at the end.
    rows.delete(key);
    if (value !== null) rows.set(key, value);
  }
  return new Map([...rows].slice(-most));
}

/**
 * Writes rows of JSON, whole or not at all; where they cannot be written nothing is known the next
 * time. Of two processes that write at once one loses a row or two.
 */
export function writeRows(path: string, rows: readonly string[]): void {
  const draft = `${path}.${randomName()}`;
  attempt(() => {
    makeFolder(dirname(path), 0o700);
    writeFileSync(draft, `[${rows.join(',\n')}]\n`, { mode: 0o600 });
    renameSync(draft, path);
  });
  attempt(() => rmSync(draft, { force: true }));
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Then nothing is known the next time.
  }
}
