// Orders that change piece by piece are what they would be if they were made anew.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, loadEngine, number } from '../../../../src/library/index/tables/engine.ts';
import {
  changeOrder,
  keysBackFrom,
  keysInOrder,
  putOrder,
  readOrder,
} from '../../../../src/library/index/tables/order-pieces.ts';
import { createTables, finishTables } from '../../../../src/library/index/tables/schema.ts';
import { temporaryFolder } from '../../../support/library/temporary-library.ts';

function openIndex(path: string): Database {
  const database = loadEngine(process.platform)?.(path);
  if (database === undefined) throw new Error('no engine');
  onTestFinished(() => database.close());
  return database;
}

function emptyIndex(path = join(temporaryFolder(), 'index.db')): Database {
  const database = openIndex(path);
  createTables(database);
  return database;
}

/** Even numbers below twice so many: there is room between them. */
const evens = (count: number) => Uint32Array.from({ length: count }, (_, at) => 2 * at + 2);

/** Articles in the order of their keys. @returns the keys that were read, each time */
function change(database: Database, gone: readonly number[], coming: readonly number[]) {
  const reads: (readonly number[])[] = [];
  changeOrder(database, 'title', {
    gone: new Set(gone),
    coming: [...new Set(coming)].sort((a, b) => a - b).map((key) => ({ key })),
    read(keys) {
      reads.push(keys);
      // In no order, as the engine gives them.
      return keys.map((key) => ({ key })).reverse();
    },
    compare: (one, other) => one.key - other.key,
  });
  return reads;
}

const run = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

const runs = fc
  .array(fc.tuple(fc.nat(60_000), fc.constantFrom(1, 2, 100, 9000, 60_000)), { maxLength: 4 })
  .map((all) => all.flatMap(([from, count]) => run(from, count)));

test('An order has the keys that came in their places, and none that went', () => {
  const database = emptyIndex();
  const steps = fc.array(fc.tuple(runs, fc.array(fc.nat(30_000), { maxLength: 20 })), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 8192, 30_000), steps, (count, all) => {
      putOrder(database, 'title', evens(count));
      let model = new Set(evens(count));
      for (const [gone, odd] of all) {
        const left = new Set(gone);
        const coming = odd
          .map((key) => 2 * key + 1)
          .filter((key) => !model.has(key) || left.has(key));
        change(database, gone, coming);
        model = new Set([...[...model].filter((key) => !left.has(key)), ...coming]);
      }
      const sorted = [...model].sort((a, b) => a - b);
      expect([...readOrder(database, 'title')]).toEqual(sorted);
      expect([...keysInOrder(database, 'title')]).toEqual(sorted);
      const end = sorted[Math.floor(sorted.length / 3)] ?? 0;
      expect([...keysBackFrom(database, 'title', (key) => key < end)]).toEqual(
        sorted.filter((key) => key < end).reverse(),
      );
    }),
    { numRuns: 25 },
  );
});

test('Of a piece that all articles come into none is lost', () => {
  const database = emptyIndex();
  putOrder(database, 'title', evens(20_000));
  const odd = run(0, 12_000).map((at) => 2 * at + 1);
  change(database, [], odd);
  expect([...readOrder(database, 'title')]).toEqual(
    [...evens(20_000), ...odd].sort((a, b) => a - b),
  );
});

test('One article more is one piece written', () => {
  const database = emptyIndex();
  putOrder(database, 'title', evens(50_000));
  const changes = () => number(database.statement('SELECT total_changes()').get()?.[0]);
  const before = changes();
  change(database, [], [77_777]);
  expect(changes() - before).toBe(1);
  change(database, [77_777], [99_999]);
  expect(changes() - before).toBe(3);
});

test.each([
  ['that has nothing', 0, [1, 3, 5], 0],
  ['that nothing comes into', 20_000, [], 0],
  ['that one comes into', 20_000, [777], 15],
  ['that many come into at one place', 20_000, run(40_001, 9000), 15],
  ['that many come into all over', 20_000, evens(3000).map((key) => 10 * key + 1), 16_000],
])('Of an order %s few are read, none twice, and not many at a time', (_, kept, coming, most) => {
  const database = emptyIndex();
  putOrder(database, 'title', evens(kept));
  const reads = change(database, [], [...coming]);
  const all = reads.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeLessThanOrEqual(most);
  expect(Math.max(0, ...reads.map((keys) => keys.length))).toBeLessThanOrEqual(1000);
  expect(readOrder(database, 'title')).toHaveLength(kept + coming.length);
});

test('An article that cannot be read comes after all that come between its neighbours', () => {
  const database = emptyIndex();
  putOrder(database, 'title', evens(3));
  changeOrder(database, 'title', {
    gone: new Set(),
    coming: [{ key: 3 }, { key: 5 }],
    read: (keys) => keys.filter((key) => key !== 4).map((key) => ({ key })),
    compare: (one, other) => one.key - other.key,
  });
  expect([...readOrder(database, 'title')]).toEqual([2, 3, 5, 4, 6]);
});

test('An order is read as it was when its reading began, whatever another process writes', () => {
  const path = join(temporaryFolder(), 'index.db');
  const database = emptyIndex(path);
  finishTables(database);
  putOrder(database, 'title', evens(20_000));
  const read: number[] = [];
  for (const key of keysInOrder(database, 'title')) {
    if (read.push(key) === 1) putOrder(openIndex(path), 'title', evens(9000));
  }
  expect(read).toEqual([...evens(20_000)]);
  expect(readOrder(database, 'title')).toHaveLength(9000);
});
