// The columns of an index with a bit for what the user's rules hide from lists.
import { lazy } from '../../../core/lazy.ts';
import type { Query } from '../../../core/query/query.ts';
import { type Columns, FLAG, openColumns } from '../tables/columns.ts';
import type { Database } from '../tables/engine.ts';
import { queryFilter } from './query-filter.ts';
import { findTexts, splitForEngine } from './text-query.ts';

/** The columns as they are now; what the queries let through is found once, when it is asked for. */
export function mutedColumns(database: Database, queries: readonly Query[]): Columns {
  const columns = openColumns(database);
  const { flags } = columns;
  if (queries.length === 0) return { ...columns, flags: { ...flags, whole: lazy(flags.whole) } };
  const muted = lazy(() => mutedKeys(database, columns, queries));
  const withBit = {
    get: (key: number) => flags.get(key) | (muted().has(key) ? FLAG.muted : 0),
    whole: lazy(() => {
      const all = flags.whole();
      for (const key of muted()) if (key < all.length) all[key] = (all[key] ?? 0) | FLAG.muted;
      return all;
    }),
  };
  return { ...columns, flags: { ...flags, ...withBit } };
}

/** Of queries of words alone the engine finds all at once. */
function mutedKeys(
  database: Database,
  columns: Columns,
  queries: readonly Query[],
): ReadonlySet<number> {
  const words: string[] = [];
  const keys = new Set<number>();
  for (const query of queries) {
    const { expression, rest } = splitForEngine(query);
    if (rest.length === 0 && expression !== null) words.push(`(${expression})`);
    else {
      const fits = queryFilter(database, columns, query);
      for (const key of columns.flags.whole().keys()) if (fits(key)) keys.add(key);
    }
  }
  const found = words.length === 0 ? [] : findTexts(database, words.join(' OR '));
  for (const key of found) keys.add(key);
  return keys;
}
