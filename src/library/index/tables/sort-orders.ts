// Orders: the keys of all articles as each sort has them; answers are read off them.
import {
  compareSortPlaces,
  type SortKey,
  type SortPlace,
  sortPlace,
  sortText,
} from '../../../core/article/article-order.ts';
import { type Columns, FLAG, fill, toBytes } from './columns.ts';
import { bytes, type Database, numbers, OF_KEYS, select } from './engine.ts';
import type { IndexWriter } from './index-writer.ts';

/** Those that are kept; relevance is none. */
export type KeptSort = Exclude<SortKey, 'relevance'>;

const SORTS: readonly KeptSort[] = ['published', 'added', 'title', 'source', 'minutes'];

/** From so many changed articles on an order is made anew. */
const MANY = 1000;

/** Keys of an order that lie in one piece. */
const ORDER_KEYS = 8192;

/**
 * The keys of every article that has its ID, in order.
 * @param least of an order that is longer, so many and a few more
 */
export function readOrder(
  { statement }: Database,
  sort: KeptSort,
  least = Number.POSITIVE_INFINITY,
): Uint32Array {
  const find = statement('SELECT data FROM piece WHERE name = ? AND at = ?');
  const pieces: Buffer[] = [];
  while (pieces.length * ORDER_KEYS < least) {
    const piece = bytes(find.get(`order ${sort}`, pieces.length)?.[0]);
    if (piece.length === 0) break;
    pieces.push(piece);
  }
  const data = Buffer.concat(pieces);
  return fill(new Uint32Array(data.length / Uint32Array.BYTES_PER_ELEMENT), data);
}

export function updateOrders({ database, columns, moved, isAnew }: IndexWriter): void {
  const areMade = isAnew || moved.size > MANY;
  if (!areMade && moved.size === 0) return;
  const keys = areMade ? columns.flags.whole().keys() : moved;
  const owners = [...keys].filter((key) => (columns.flags.get(key) & FLAG.owner) !== 0);
  if (areMade) makeOrders(database, columns, owners);
  else {
    const named = readNamed(database, owners, true);
    for (const sort of SORTS) {
      const rest = readOrder(database, sort).filter((key) => !moved.has(key));
      const isLettered = sort === 'title' || sort === 'source';
      const find = (key: number): Placed | undefined =>
        placed(columns, sort, readNamed(database, [key], isLettered))[0];
      putOrder(database, sort, withComing(rest, placed(columns, sort, named), find));
    }
  }
  moved.clear();
}

function putOrder({ statement }: Database, sort: KeptSort, order: Uint32Array): void {
  const name = `order ${sort}`;
  statement('DELETE FROM piece WHERE name = ?').run(name);
  const put = statement('INSERT INTO piece VALUES (?, ?, ?)');
  for (let at = 0; at * ORDER_KEYS < order.length; at += 1) {
    put.run(name, at, toBytes(order.subarray(at * ORDER_KEYS, (at + 1) * ORDER_KEYS)));
  }
}

/** What comes first in each order; then the newest, then the ID, as `compareSortPlaces` has it. */
const FIRST: Readonly<Record<KeptSort, string>> = {
  published: 'published DESC',
  added: 'added DESC',
  minutes: 'minutes',
  title: 'title',
  source: 'source',
};

/** All orders of so many articles that memory has no room for what decides: the engine sorts them. */
function makeOrders(database: Database, columns: Columns, owners: readonly number[]): void {
  const { exec, statement } = database;
  exec('CREATE TEMP TABLE place(key, title, source, published, added, minutes, id)');
  const put = statement('INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let at = 0; at < owners.length; at += AT_ONCE) {
    for (const { key, id, title, source } of readNamed(
      database,
      owners.slice(at, at + AT_ONCE),
      true,
    )) {
      const texts = [sortText('title', title), sortText('source', source)];
      const times = [columns.time.get(key), columns.added.get(key), columns.minutes.get(key)];
      put.run(key, ...texts, ...times, id);
    }
  }
  for (const sort of SORTS) {
    const sorted = `SELECT key FROM place ORDER BY ${FIRST[sort]}, published DESC, id`;
    const list = statement(`SELECT json_group_array(key) FROM (${sorted})`).get();
    putOrder(database, sort, Uint32Array.from(numbers(list?.[0])));
  }
  exec('DROP TABLE temp.place');
}

interface Named {
  readonly key: number;
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
}

/** Rows that are in memory at a time. */
const AT_ONCE = 1000;
const LETTERS = {
  title: "json_extract(head, '$.title')",
  source: "json_extract(head, '$.source')",
};
const selectNamed = select<Named>({ key: 'key', id: 'id', ...LETTERS }, OF_KEYS);
const selectBare = select<Named>({ key: 'key', id: 'id', title: 'NULL', source: 'NULL' }, OF_KEYS);

/** @param isLettered whether title and source may decide */
function readNamed(database: Database, keys: readonly number[], isLettered: boolean) {
  const named: Named[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = JSON.stringify(keys.slice(at, at + AT_ONCE));
    named.push(...(isLettered ? selectNamed : selectBare)(database, some));
  }
  return named;
}

interface Placed {
  readonly key: number;
  readonly place: SortPlace;
}

function withComing(
  rest: Uint32Array,
  coming: readonly Placed[],
  find: (key: number) => Placed | undefined,
): Uint32Array {
  const order = new Uint32Array(rest.length + coming.length);
  let from = 0;
  let to = 0;
  for (const one of coming) {
    const isBefore = (key: number): boolean => comparePlaced(find(key) ?? one, one) < 0;
    const end = firstAfter(rest, from, isBefore);
    order.set(rest.subarray(from, end), to);
    to += end - from;
    order[to++] = one.key;
    from = end;
  }
  order.set(rest.subarray(from), to);
  return order;
}

function firstAfter(order: Uint32Array, from: number, isBefore: (key: number) => boolean): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(order[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function inPublishedOrder(
  database: Database,
  columns: Columns,
  keys: readonly number[],
): readonly number[] {
  return placed(columns, 'published', readNamed(database, keys, false)).map(({ key }) => key);
}

/** In their order. */
function placed(columns: Columns, sort: KeptSort, named: readonly Named[]): readonly Placed[] {
  return named
    .map((one) => ({ key: one.key, place: placeOf(columns, sort, one) }))
    .sort(comparePlaced);
}

function comparePlaced(a: Placed, b: Placed): number {
  return compareSortPlaces(a.place, b.place);
}

function placeOf({ time, added, minutes }: Columns, sort: KeptSort, named: Named): SortPlace {
  const { key } = named;
  return sortPlace(sort, named, {
    published: () => time.get(key),
    added: () => added.get(key),
    minutes: () => minutes.get(key),
  });
}
