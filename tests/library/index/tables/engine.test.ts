// Rows of the index, asked for as lists of one row.

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openUnindexed } from '../../../../src/library/index/tables/article-states.ts';
import {
  exactNumbers,
  listsOf,
  loadEngine,
  rowsOfLists,
} from '../../../../src/library/index/tables/engine.ts';
import { createTables } from '../../../../src/library/index/tables/schema.ts';
import { temporaryFolder } from '../../../support/library/temporary-library.ts';

const engine = loadEngine(process.platform);

function open() {
  if (engine === null) throw new Error('no engine');
  const database = engine(join(temporaryFolder(), 'index.db'));
  createTables(database);
  return database;
}

describe.skipIf(engine === null)('lists of one row', () => {
  const FOLDERS = `SELECT ${listsOf('path', 'problems')}, ${exactNumbers('ctime')},
    ${exactNumbers('ino')} FROM folder`;

  test('hold what the rows hold: any text, nothing, and all digits of a number', () => {
    const time = fc.double({ min: -1, max: 5e12, noNaN: true }).map((ms) => ms + 0);
    const ino = fc.maxSafeNat().map((number) => number * 3);
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.option(text), time, ino)), (rows) => {
        const database = open();
        const put = database.statement('INSERT INTO folder VALUES (?, ?, ?, ?)');
        const numbered = rows.map(([name, ...rest], at) => [`${at} ${name}`, ...rest] as const);
        for (const [path, problems, ctime, of] of numbered) put.run(path, ctime, of, problems);
        const found = rowsOfLists(database.statement(FOLDERS).get());
        database.close();
        const order = (row: readonly unknown[]): number => Number.parseInt(String(row[0]), 10);
        expect([...found].sort((a, b) => order(a) - order(b))).toEqual(numbered);
      }),
      { numRuns: 50 },
    );
  });

  test('are none where there is no row', () => {
    const database = open();
    expect(rowsOfLists(database.statement(FOLDERS).get())).toEqual([]);
    database.close();
  });
});

test.skipIf(engine === null)('groups that the index lacks are found again, and no others', () => {
  const database = open();
  const groups = [0, 1, 15, 16, 40_000, 2 ** 23 - 1];
  const unindexed = openUnindexed(database);
  for (const group of groups) unindexed.add(group);
  unindexed.save();
  const { has } = openUnindexed(database);
  expect(groups.map(has)).toEqual(groups.map(() => true));
  expect([2, 14, 17, 39_999, 2 ** 23 - 2].map(has)).toEqual([false, false, false, false, false]);
  database.close();
});
