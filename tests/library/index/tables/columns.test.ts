// Columns: numbers by key, in memory and in the index, piece by piece.

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Columns,
  FLAG,
  isShown,
  openColumns,
  saveColumns,
} from '../../../../src/library/index/tables/columns.ts';
import {
  type Database,
  listsOf,
  loadEngine,
  rowsOfLists,
} from '../../../../src/library/index/tables/engine.ts';
import { createTables, PIECE_KEYS } from '../../../../src/library/index/tables/schema.ts';
import { temporaryFolder } from '../../../support/library/temporary-library.ts';

const engine = loadEngine(process.platform);
const PIECES = `SELECT ${listsOf('name', 'at')} FROM (SELECT * FROM piece ORDER BY name, at)`;

describe('the flags of an article', () => {
  test('are bits of their own', () => {
    const bits = Object.values(FLAG);
    expect(bits.reduce((all, bit) => all + bit, 0)).toBe(2 ** bits.length - 1);
    expect(bits.every((bit) => Math.log2(bit) % 1 === 0)).toBe(true);
  });

  test.each([
    [0, false],
    [FLAG.owner, true],
    [FLAG.hidden, false],
    [FLAG.owner | FLAG.hidden, false],
    [FLAG.owner | FLAG.read | FLAG.starred, true],
    [FLAG.read | FLAG.hasUrl, false],
  ])('%i say that it is in answers: %s', (flags, is) => {
    expect(isShown(flags)).toBe(is);
  });
});

describe.skipIf(engine === null)('a column', () => {
  function open(): Database {
    const database = engine?.(join(temporaryFolder(), 'index.db'));
    if (database === undefined) throw new Error('no engine');
    createTables(database);
    return database;
  }

  const last = PIECE_KEYS - 1;

  test('holds what was set of each key, in its piece or the next, saved or not', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          key: fc.oneof(fc.constantFrom(0, 1, last, last + 1), fc.nat(PIECE_KEYS * 3)),
          value: fc.integer({ min: 0, max: 60_000 }),
        }),
        fc.constantFrom('save' as const, 'reopen' as const),
      ),
      { maxLength: 12 },
    );
    const database = open();
    fc.assert(
      fc.property(steps, (all) => {
        database.exec('DELETE FROM piece');
        let { time } = openColumns(database);
        const known = new Map<number, number>();
        for (const step of all) {
          if (typeof step === 'object') {
            time.set(step.key, step.value + 0.5);
            known.set(step.key, step.value + 0.5);
          } else {
            time.save();
            if (step === 'reopen') time = openColumns(database).time;
          }
        }
        for (const [key, value] of known) expect(time.get(key)).toBe(value);
        expect(valuesOf(time)).toEqual([...known].sort(([a], [b]) => a - b));
      }),
      { numRuns: 60 },
    );
    database.close();
  });

  function valuesOf(column: Columns[keyof Columns]): readonly (readonly [number, number])[] {
    const whole = column.whole();
    expect(whole.length % PIECE_KEYS).toBe(0);
    return [...whole].flatMap((value, key) => (value === 0 ? [] : [[key, value] as const]));
  }

  test('of nobody is empty, and every key of it is 0', () => {
    const database = open();
    const { flags } = openColumns(database);
    expect(flags.whole()).toHaveLength(0);
    expect(flags.get(7)).toBe(0);
    expect(flags.whole()).toHaveLength(PIECE_KEYS);
    database.close();
  });

  test('writes the pieces that were changed, each under its name, and once', () => {
    const database = open();
    const columns = openColumns(database);
    const rows = () => rowsOfLists(database.statement(PIECES).get());
    columns.flags.set(last + 1, 0);
    columns.flags.get(0);
    saveColumns(columns);
    expect(rows()).toEqual([]);
    columns.flags.set(last + 1, FLAG.read);
    columns.time.set(3, 2);
    saveColumns(columns);
    expect(rows()).toEqual([
      ['flags', 1],
      ['time', 0],
    ]);
    database.exec('DELETE FROM piece');
    saveColumns(columns);
    expect(rows()).toEqual([]);
    expect(columns.flags.whole()).toHaveLength(2 * PIECE_KEYS);
    expect(columns.flags.get(last + 1)).toBe(FLAG.read);
    database.close();
  });

  test('of each kind keeps its own numbers, as large as they get', () => {
    const database = open();
    const columns = openColumns(database);
    const most = { flags: 4095, time: 8.64e15, added: -1.5, minutes: 65535 };
    for (const [name, column] of Object.entries(columns)) {
      column.set(5, most[name as keyof typeof most]);
    }
    saveColumns(columns);
    const again = Object.entries(openColumns(database)).map(([name, column]) => [
      name,
      column.get(5),
    ]);
    expect(Object.fromEntries(again)).toEqual(most);
    database.close();
  });
});
