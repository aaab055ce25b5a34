// An index that is open, and what most questions need of it.
import type { SortKey } from '../../../core/article/article-order.ts';
import type { Problem } from '../../../core/errors.ts';
import type { Counts } from '../../finder/unread-counts.ts';
import { countChanges } from '../sync/sync-index.ts';
import { type Columns, FLAG, isShown, openColumns } from '../tables/columns.ts';
import { type Database, number, text } from '../tables/engine.ts';
import type { IndexPlace } from '../tables/index-place.ts';
import { unmap } from '../tables/schema.ts';
import { readOrder } from '../tables/sort-orders.ts';

/** An index that is open. */
export interface OpenIndex {
  readonly root: string;
  readonly place: IndexPlace;
  readonly database: Database;
  columns: Columns;
  /** As of which change the columns are. */
  changes: number;
}

/**
 * An index that was just brought up to date.
 * @param isSteady whether what was looked at does not stay in memory
 */
export function openTables(
  tables: Pick<OpenIndex, 'root' | 'place' | 'database'>,
  isSteady: boolean,
): OpenIndex {
  const { database } = tables;
  if (isSteady) unmap(database);
  return { ...tables, columns: openColumns(database), changes: countChanges(database) };
}

/** The first of an order: not all of it is looked at. */
export function firstKeys(
  { database, columns }: OpenIndex,
  sort: Exclude<SortKey, 'relevance'>,
  count: number,
): readonly number[] {
  const keys: number[] = [];
  for (const key of readOrder(database, sort)) {
    if (keys.length >= count) break;
    if (isShown(columns.flags.get(key))) keys.push(key);
  }
  return keys;
}

/** How many articles are shown, and how many of them are unread. */
export function totals({ columns }: OpenIndex): Counts {
  let [articles, unread] = [0, 0];
  for (const flags of columns.flags.whole()) {
    if (!isShown(flags)) continue;
    articles += 1;
    if ((flags & FLAG.read) === 0) unread += 1;
  }
  return { articles, unread };
}

/** What is wrong with the files, by path. */
export function readProblems({ database, columns: { flags } }: OpenIndex): readonly Problem[] {
  const { statement } = database;
  const parse = (list: unknown): readonly Problem[] => JSON.parse(String(list));
  const folders = statement('SELECT problems FROM folder WHERE problems IS NOT NULL').all();
  const ids = statement('SELECT path, message FROM id_problem').all();
  const docs = statement('SELECT key, problems FROM doc WHERE problems IS NOT NULL').all();
  const owners = docs.filter(([key]) => (flags.get(number(key)) & FLAG.owner) !== 0);
  const all = [
    ...folders.flatMap(([list]) => parse(list)),
    ...ids.map(([path, message]) => ({ path: text(path), message: text(message) })),
    ...owners.flatMap(([, list]) => parse(list)),
  ];
  return all.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
