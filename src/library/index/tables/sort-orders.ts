// Orders: the keys of all articles as each sort has them; answers are read off them.
import {
  compareSortPlaces,
  type SortKey,
  type SortPlace,
  sortText,
} from '../../../core/article/article-order.ts';
import { type Columns, FLAG, fill, openColumns, toBytes } from './columns.ts';
import { bytes, type Database, EngineError, text } from './engine.ts';
import type { IndexWriter } from './index-writer.ts';
import { transact } from './schema.ts';

/** Those that are kept; relevance is none. */
export type KeptSort = Exclude<SortKey, 'relevance'>;

const SORTS: readonly KeptSort[] = ['published', 'added', 'title', 'source'];

/** From so many changed articles on an order is made anew. */
const MANY = 1000;

/** The keys of every article that has its ID, in order. */
export function readOrder(database: Database, columns: Columns, sort: KeptSort): Uint32Array {
  return (
    keptOrder(database, sort) ?? keepNewOrder(database, sort) ?? makeOrder(database, columns, sort)
  );
}

/** Makes an order and keeps it; `null` where nothing can be written now. */
function keepNewOrder(database: Database, sort: KeptSort): Uint32Array | null {
  try {
    return transact(database, () => {
      // Other processes may have written since the columns were read, or made the order.
      const order = keptOrder(database, sort) ?? makeOrder(database, openColumns(database), sort);
      saveOrder(database, sort, order);
      return order;
    });
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function keptOrder(database: Database, sort: KeptSort): Uint32Array | null {
  const find = database.statement('SELECT data FROM piece WHERE name = ? AND at = 0');
  const row = find.get(`order ${sort}`);
  if (row === undefined) return null;
  const data = bytes(row[0]);
  return fill(new Uint32Array(data.length / Uint32Array.BYTES_PER_ELEMENT), data);
}

/** Keeps an order. */
function saveOrder(database: Database, sort: KeptSort, order: Uint32Array): void {
  const put = database.statement('INSERT OR REPLACE INTO piece VALUES (?, 0, ?)');
  put.run(`order ${sort}`, toBytes(order));
}

/** An order from all documents. */
function makeOrder(database: Database, columns: Columns, sort: KeptSort): Uint32Array {
  const column = (what: string): readonly unknown[] => {
    const all = `SELECT json_group_array(value) FROM (SELECT ${what} AS value FROM doc ORDER BY key)`;
    return JSON.parse(text(database.statement(all).get()?.[0]));
  };
  const [ids, letters] = [column('id'), column(LETTERS[sort])];
  const flags = columns.flags.whole();
  const owners = column('key').flatMap((value, at) => {
    const key = Number(value);
    if (((flags[key] ?? 0) & FLAG.owner) === 0) return [];
    return [{ key, ...placeOf(columns, sort, key, ids[at], letters[at]) }];
  });
  return Uint32Array.from(owners.sort(compareSortPlaces), ({ key }) => key);
}

const TITLE = "json_extract(head, '$.title')";
const SOURCE = "json_extract(head, '$.source')";
/** The letters that decide, out of the table of documents. */
const LETTERS = { published: 'NULL', added: 'NULL', title: TITLE, source: SOURCE } as const;

function placeOf(
  { flags, time, added }: Columns,
  sort: KeptSort,
  key: number,
  id: unknown,
  letters: unknown,
): SortPlace {
  const timeOf = (column: Columns['time'], flag: number): number =>
    (flags.get(key) & flag) === 0 ? Number.NEGATIVE_INFINITY : column.get(key);
  const published = timeOf(time, FLAG.hasTime);
  return {
    text: sortText(sort, typeof letters === 'string' ? letters : null),
    time: sort === 'added' ? timeOf(added, FLAG.hasAdded) : published,
    published,
    id: String(id),
  };
}

/** Brings the orders that are kept up to date with what was written. */
export function updateOrders({ database, columns, moved }: IndexWriter): void {
  if (moved.size === 0) return;
  for (const sort of SORTS) {
    const before = keptOrder(database, sort);
    const canMove = before !== null && moved.size <= MANY;
    const after = canMove
      ? movedOrder(database, columns, sort, before, moved)
      : makeOrder(database, columns, sort);
    saveOrder(database, sort, after);
  }
  moved.clear();
}

/** The same order with some articles in new places. */
function movedOrder(
  database: Database,
  columns: Columns,
  sort: KeptSort,
  before: Uint32Array,
  moved: ReadonlySet<number>,
): Uint32Array {
  const placeOf = placer(database, columns, sort);
  const rest = before.filter((key) => !moved.has(key));
  const shown = [...moved].filter((key) => (columns.flags.get(key) & FLAG.owner) !== 0);
  const coming = sortKeys(shown, placeOf);
  const order = new Uint32Array(rest.length + coming.length);
  let [from, to] = [0, 0];
  for (const { key, place } of coming) {
    const end = firstAfter(rest, from, place, placeOf);
    order.set(rest.subarray(from, end), to);
    to += end - from;
    order[to++] = key;
    from = end;
  }
  order.set(rest.subarray(from), to);
  return order;
}

function firstAfter(
  order: Uint32Array,
  from: number,
  place: SortPlace,
  placeOf: (key: number) => SortPlace,
): number {
  let [low, high] = [from, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareSortPlaces(placeOf(order[middle] ?? 0), place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Some keys in the order of `published`. */
export function inPublishedOrder(
  database: Database,
  columns: Columns,
  keys: readonly number[],
): readonly number[] {
  return sortKeys(keys, placer(database, columns, 'published')).map(({ key }) => key);
}

function sortKeys(keys: readonly number[], placeOf: (key: number) => SortPlace) {
  const placed = keys.map((key) => ({ key, place: placeOf(key) }));
  return placed.sort((a, b) => compareSortPlaces(a.place, b.place));
}

function placer(database: Database, columns: Columns, sort: KeptSort): (key: number) => SortPlace {
  const find = database.statement(`SELECT id, ${LETTERS[sort]} FROM doc WHERE key = ?`);
  return (key) => {
    const [id, letters] = find.get(key) ?? [];
    return placeOf(columns, sort, key, text(id), letters);
  };
}
