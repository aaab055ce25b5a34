// The kept orders: the keys of all articles as each sort has them, in pieces of which few change at a time.
import type { SortKey } from '../../../core/article/article-order.ts';
import { firstNot } from '../../../core/first-not.ts';
import { lazy } from '../../../core/lazy.ts';
import { type Database, numbers } from './engine.ts';
import { putPiece, readPiece, wholeNumbers } from './pieces.ts';

/** Those that are kept; relevance is none. */
export type KeptSort = Exclude<SortKey, 'relevance'>;

/** Keys in a piece that is made anew; one that has grown to twice as many is not kept. */
const ORDER_KEYS = 8192;

/** Keys of an order that lie in one piece, read when they are first asked for. */
interface OrderPiece {
  readonly length: number;
  readonly keys: () => Uint32Array;
}

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
    for (const { keys } of openOrder(database, sort)) yield keys();
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
  let start = lengthOf(order);
  const end = firstNot(start, (index) => isBefore(keyAt(order, index)));
  for (const { length, keys } of order.toReversed()) {
    start -= length;
    if (start < end)
      yield* keys()
        .subarray(0, end - start)
        .toReversed();
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

/** An article in an order, with whatever decides on its place. */
interface Ordered {
  readonly key: number;
}

/** What becomes of an order. */
interface OrderChange<Article extends Ordered> {
  /** Keys that go; they may be in it. */
  readonly gone: ReadonlySet<number>;
  /** In order; they are not in it, or gone. */
  readonly coming: readonly Article[];
  /** Reads kept articles, of which some may be missing. */
  readonly read: (keys: readonly number[]) => readonly Article[];
  /** Below 0 where the first comes before the other. */
  readonly compare: (one: Article, other: Article) => number;
}

/** Takes keys out of an order, puts others in, and writes the pieces that changed. */
export function changeOrder<Article extends Ordered>(
  database: Database,
  sort: KeptSort,
  change: OrderChange<Article>,
): void {
  const before = openOrder(database, sort);
  const left = before.map((piece) => without(piece, change.gone));
  // Of a new one there is none.
  const after = withComing(left.length === 0 ? [NO_KEYS] : left, change);
  if (after.some(({ length }) => length > 2 * ORDER_KEYS)) {
    putOrder(database, sort, joined(after.map(({ keys }) => keys())));
    return;
  }
  for (const [at, piece] of after.entries()) {
    if (piece !== before[at]) putPiece(database, nameOf(sort), at, piece.keys());
  }
}

function openOrder(database: Database, sort: KeptSort): readonly OrderPiece[] {
  const name = nameOf(sort);
  const lengths = numbers(database.statement(LENGTHS).get(name)?.[0]);
  return lengths.map((length, at) => ({
    length,
    keys: lazy(() => wholeNumbers(readPiece(database, name, at))),
  }));
}

const LENGTHS = `SELECT json_group_array(length) FROM
  (SELECT length(data) / ${Uint32Array.BYTES_PER_ELEMENT} AS length FROM piece WHERE name = ? ORDER BY at)`;

function nameOf(sort: KeptSort): string {
  return `order ${sort}`;
}

const NO_KEYS = pieceOf(new Uint32Array());

function pieceOf(keys: Uint32Array): OrderPiece {
  return { length: keys.length, keys: () => keys };
}

function lengthOf(order: readonly OrderPiece[]): number {
  return order.reduce((sum, { length }) => sum + length, 0);
}

/** The key at a place of all. */
function keyAt(order: readonly OrderPiece[], index: number): number {
  let start = 0;
  for (const { length, keys } of order) {
    if (index < start + length) return keys()[index - start] ?? 0;
    start += length;
  }
  return 0;
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

/** The same piece where none of its keys is among those that go. */
function without(piece: OrderPiece, gone: ReadonlySet<number>): OrderPiece {
  if (gone.size === 0) return piece;
  const keys = piece.keys();
  // Most pieces have none of a few, which the runtime finds out in a fraction of the loop's time.
  if (gone.size <= FEW && ![...gone].some((key) => keys.includes(key))) return piece;
  const rest = keys.filter((key) => !gone.has(key));
  return rest.length < keys.length ? pieceOf(rest) : piece;
}

/** The same pieces where nothing comes into them. */
function withComing<Article extends Ordered>(
  order: readonly OrderPiece[],
  change: OrderChange<Article>,
): readonly OrderPiece[] {
  const { coming } = change;
  const places = placesIn(order, change);
  let [next, start] = [0, 0];
  return order.map((piece) => {
    const parts: Uint32Array[] = [];
    let from = 0;
    for (; next < places.length; next += 1) {
      const to = (places[next] ?? 0) - start;
      if (to > piece.length) break;
      parts.push(piece.keys().subarray(from, to), Uint32Array.of(coming[next]?.key ?? 0));
      from = to;
    }
    start += piece.length;
    return parts.length === 0 ? piece : pieceOf(joined([...parts, piece.keys().subarray(from)]));
  });
}

/** Some that come, from one of all on, which belong somewhere between two places of those that stay. */
interface Span<Article> {
  readonly some: readonly Article[];
  readonly from: number;
  readonly low: number;
  readonly high: number;
}

/** Spans whose middles are read at a time. */
const AT_ONCE = 1000;

/** How many of those that stay come before each that is coming; few of them need be looked at. */
function placesIn<Article extends Ordered>(
  order: readonly OrderPiece[],
  { coming, read, compare }: OrderChange<Article>,
): Uint32Array {
  const places = new Uint32Array(coming.length);
  const open: Span<Article>[] = [];
  const put = (span: Span<Article>): void => {
    const { some, from, low, high } = span;
    if (low === high) places.fill(low, from, from + some.length);
    else if (some.length > 0) open.push(span);
  };
  put({ some: coming, from: 0, low: 0, high: lengthOf(order) });
  while (open.length > 0) {
    const spans = open.splice(-AT_ONCE).map((span) => {
      const middle = (span.low + span.high) >> 1;
      return { ...span, middle, key: keyAt(order, middle) };
    });
    const known = new Map(read(spans.map(({ key }) => key)).map((one) => [one.key, one]));
    for (const { some, from, low, high, middle, key } of spans) {
      const kept = known.get(key);
      const isFirst = (one: Article): boolean => kept === undefined || compare(one, kept) < 0;
      const cut = some.findLastIndex(isFirst) + 1;
      put({ some: some.slice(0, cut), from, low, high: middle });
      put({ some: some.slice(cut), from: from + cut, low: middle + 1, high });
    }
  }
  return places;
}
