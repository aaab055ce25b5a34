// A table in a file of the user's cache folder: values by their keys, the newest at its end.
import { parseJson } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { tryReadBytes } from '../files/read-text-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import type { Host } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';

export type CachedTable<Value> = ReturnType<typeof openCachedTable<Value>>;

interface TableOptions<Value> {
  /** The file's, from the cache folder. */
  readonly path: string;
  /** Keys that are kept, the last set. */
  readonly most: number;
  /** Bytes; a larger file counts as none. */
  readonly largest: number;
  /** What JSON gave, or what is set, as a value; `null` for what cannot be trusted, or is not kept. */
  readonly parse: (json: unknown, key: string) => Value | null;
}

/**
 * Reads a table. Nothing here ever fails: without a cache folder, or with a file that cannot be read
 * or written, the table is empty the next time.
 */
export function openCachedTable<Value>(
  host: Host,
  { path, most, largest, parse }: TableOptions<Value>,
) {
  const file = userPath('cache', host, path);
  const parseRow = (row: unknown): readonly (readonly [string, Value])[] => {
    const [key, json]: readonly unknown[] = Array.isArray(row) ? row : [];
    const value = typeof key === 'string' ? parse(json, key) : null;
    return typeof key !== 'string' || value === null ? [] : [[key, value]];
  };
  const read = () => new Map(readRows(file, largest).flatMap(parseRow));
  const known: Map<string, Value | null> = read();
  const changed = new Map<string, Value | null>();
  return {
    get: (key: string): Value | null => known.get(key) ?? null,
    /** @param value `null` forgets the key */
    set(key: string, value: Value | null): void {
      const kept = value === null ? null : parse(value, key);
      known.set(key, kept);
      changed.set(key, kept);
    },
    /** Writes what was set, without losing what other processes wrote; may be called again. */
    save(): void {
      if (file === null || changed.size === 0) return;
      const rows = read();
      for (const [key, value] of changed) {
        // The newest are at the end.
        rows.delete(key);
        if (value !== null) rows.set(key, value);
      }
      const kept = [...rows].slice(-most).map((row) => JSON.stringify(row));
      // Of two processes that write at once one loses a row or two.
      tryOr(() => writeWhole(file, `[${kept.join(',\n')}]\n`), undefined);
      changed.clear();
    },
  };
}

function readRows(path: string | null, largest: number): readonly unknown[] {
  const rows = parseJson((path && tryReadBytes(path, largest))?.toString('utf8') ?? '');
  return Array.isArray(rows) ? rows : [];
}
