// Orders: the keys of all articles as each sort has them; answers are read off them.
import {
  compareSortPlaces,
  type SortPlace,
  sortPlace,
  sortText,
} from '../../../core/article/article-order.ts';
import { type Columns, FLAG } from './columns.ts';
import { type Database, numbers, OF_KEYS, select } from './engine.ts';
import type { IndexWriter } from './index-writer.ts';
import { changeOrder, type KeptSort, putOrder } from './order-pieces.ts';

const SORTS: readonly KeptSort[] = ['published', 'added', 'title', 'source', 'minutes'];

/** More that moved are not held in memory: all are sorted anew. */
const MANY = 20_000;

/** Puts the articles that moved where they belong in every kept order; within a transaction. */
export function updateOrders(writer: IndexWriter): void {
  const { database, columns, moved, isAnew, firstNew } = writer;
  const areMade = isAnew || moved.size > MANY;
  if (!areMade && moved.size === 0) return;
  const keys = areMade ? columns.flags.whole().keys() : moved;
  const owners = [...keys].filter((key) => (columns.flags.get(key) & FLAG.owner) !== 0);
  if (areMade) makeOrders(database, columns, owners);
  else {
    const named = readNamed(database, owners, true);
    const gone = new Set([...moved].filter((key) => key < firstNew));
    for (const sort of SORTS) {
      const isLettered = sort === 'title' || sort === 'source';
      changeOrder(database, sort, {
        gone,
        coming: placed(columns, sort, named),
        read: (some) => placed(columns, sort, readNamed(database, some, isLettered)),
        compare: comparePlaced,
      });
    }
  }
  moved.clear();
  writer.firstNew = writer.nextKey;
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

/** The keys that have documents, the newest first. */
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
