// The kept orders: the keys of all articles as each sort has them, in pieces of which few change at a time.
import type { SortKey } from '../../../core/article/article-order.ts';
import { type Database, number } from './engine.ts';
import { putPiece, readPiece, wholeNumbers } from './pieces.ts';

/** Those that are kept; relevance is none. */
export type KeptSort = Exclude<SortKey, 'relevance'>;

/** Keys in a piece that is made anew; one that has grown to twice as many is not kept. */
const ORDER_KEYS = 8192;

/** The keys of every article that has its ID, in order. */
export function readOrder(database: Database, sort: KeptSort): Uint32Array {
  return joined([...piecesAtOnce(database, sort)]);
}

/** The same one after the other; no more of them is read than is asked for. */
export function* keysInOrder(database: Database, sort: KeptSort): Iterable<number> {
  for (const piece of piecesAtOnce(database, sort)) yield* piece;
}

/** As they are at one moment, whatever other processes write meanwhile; also within a transaction. */
function* piecesAtOnce(database: Database, sort: KeptSort): Iterable<Uint32Array> {
  database.exec('SAVEPOINT reading');
  try {
    yield* openOrder(database, sort).pieces();
  } finally {
    database.exec('RELEASE reading');
  }
}

/**
 * The keys that come before a place in an order, the last of them first.
 * @param isBefore whether the article of a key does
 */
export function* keysBackFrom(
  database: Database,
  sort: KeptSort,
  isBefore: (key: number) => boolean,
): Iterable<number> {
  const order = openOrder(database, sort);
  const last = order.find(isBefore);
  for (let { at } = last; at >= 0; at -= 1) {
    const keys = order.piece(at);
    yield* (at === last.at ? keys.subarray(0, last.place) : keys).toReversed();
  }
}

/** Replaces an order as a whole. */
export function putOrder(database: Database, sort: KeptSort, order: Uint32Array): void {
  database.statement('DELETE FROM piece WHERE name = ?').run(nameOf(sort));
  for (let at = 0; at * ORDER_KEYS < order.length; at += 1) {
    const piece = order.subarray(at * ORDER_KEYS, (at + 1) * ORDER_KEYS);
    putPiece(database, nameOf(sort), at, piece);
  }
}

/**
 * Takes keys out of an order, puts others in, and writes the pieces that changed.
 * @param gone may be in it
 * @param coming are not in it, or gone
 * @param isBefore whether the article of a key that stays comes before one that is coming
 */
export function changeOrder<Coming extends { readonly key: number }>(
  database: Database,
  sort: KeptSort,
  gone: ReadonlySet<number>,
  coming: readonly Coming[],
  isBefore: (key: number, one: Coming) => boolean,
): void {
  const order = openOrder(database, sort);
  if (gone.size > 0) order.remove(gone);
  for (const one of coming) order.insert(one.key, (key) => isBefore(key, one));
  order.save();
}

function openOrder(database: Database, sort: KeptSort) {
  const count = database
    .statement('SELECT count(*) FROM piece WHERE name = ?')
    .get(nameOf(sort))?.[0];
  let known: (Uint32Array | undefined)[] = Array.from({ length: number(count) });
  const changed = new Set<number>();
  /** Whether pieces are others, and all are written. */
  let isAnew = false;
  const piece = (at: number): Uint32Array => {
    // Of an empty order none has been kept, or all went.
    if (at === known.length) return new Uint32Array();
    const made = known[at] ?? wholeNumbers(readPiece(database, nameOf(sort), at));
    known[at] = made;
    return made;
  };
  const change = (at: number, keys: Uint32Array): void => {
    known[at] = keys;
    changed.add(at);
    if (keys.length === 0 || keys.length > 2 * ORDER_KEYS) isAnew = true;
  };
  const order = {
    piece,
    *pieces(): Iterable<Uint32Array> {
      for (let at = 0; at < known.length; at += 1) yield piece(at);
    },
    remove(gone: ReadonlySet<number>): void {
      for (let at = 0; at < known.length; at += 1) {
        const rest = without(piece(at), gone);
        if (rest.length < piece(at).length) change(at, rest);
      }
      // An empty one has no place among the others.
      if (isAnew) known = known.filter((keys) => keys?.length !== 0);
    },
    /** Where in which piece the keys end that come before something. */
    find(isBefore: (other: number) => boolean) {
      const isPieceBefore = (at: number): boolean => isBefore(piece(at)[0] ?? 0);
      const at = Math.max(0, firstNot(known.length, isPieceBefore) - 1);
      const keys = piece(at);
      return { at, place: firstNot(keys.length, (index) => isBefore(keys[index] ?? 0)) };
    },
    insert(key: number, isBefore: (other: number) => boolean): void {
      const { at, place } = order.find(isBefore);
      const keys = piece(at);
      change(at, joined([keys.subarray(0, place), Uint32Array.of(key), keys.subarray(place)]));
    },
    save(): void {
      if (isAnew) putOrder(database, sort, joined([...order.pieces()]));
      else for (const at of changed) putPiece(database, nameOf(sort), at, piece(at));
    },
  };
  return order;
}

function nameOf(sort: KeptSort): string {
  return `order ${sort}`;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Keys that are looked for one by one. */
const FEW = 8;

/** The same keys where none of them is among those that go. */
function without(keys: Uint32Array, gone: ReadonlySet<number>): Uint32Array {
  // Most pieces have none of a few, which the runtime finds out in a fraction of the loop's time.
  if (gone.size <= FEW && ![...gone].some((key) => keys.includes(key))) return keys;
  const rest = new Uint32Array(keys.length);
  let count = 0;
  for (const key of keys) {
    if (gone.has(key)) continue;
    rest[count] = key;
    count += 1;
  }
  return rest.slice(0, count);
}

/** The first of so many places that is not before another; those that are come first. */
function firstNot(count: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
