// What journals come to: the same in any order.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createStates,
  effectiveTags,
  mergeEntry,
  stateOf,
  UNTOUCHED,
} from '../../../src/core/journal/article-state.ts';
import { markedOf } from '../../../src/core/journal/identity.ts';
import type { JournalEntry } from '../../../src/core/journal/journal-entry.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';

function merge(entries: readonly JournalEntry[]) {
  const states = createStates();
  for (const entry of entries) mergeEntry(states, entry);
  return states;
}

const [early, late] = ['2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z'];

describe('of a field', () => {
  test('nobody set, the state is that of an unread article', () => {
    expect(stateOf(merge([]), markedOf({ id: 'a' }))).toBe(UNTOUCHED);
  });

  test('the later line counts', () => {
    const lines = [
      journalEntry({ t: late, set: { read: false } }),
      journalEntry({ t: early, set: { read: true, starred: true } }),
    ];
    expect(stateOf(merge(lines), markedOf({ id: 'a' }))).toMatchObject({
      read: false,
      starred: true,
    });
  });

  test('the greater device counts where the times are one', () => {
    const lines = [
      journalEntry({ device: 'b', set: { read: false } }),
      journalEntry({ device: 'a', set: { read: true } }),
    ];
    expect(stateOf(merge(lines), markedOf({ id: 'a' })).read).toBe(false);
  });

  test('the later line of one operation counts', () => {
    const lines = [journalEntry({ set: { read: true } }), journalEntry({ set: { read: false } })];
    expect(stateOf(merge(lines), markedOf({ id: 'a' })).read).toBe(false);
  });
});

test('each tag is a field of its own', () => {
  const lines = [
    journalEntry({ device: 'a', t: early, set: { tags: { one: true, two: true } } }),
    journalEntry({ device: 'b', t: late, set: { tags: { two: false } } }),
    journalEntry({ device: 'a', t: late, set: { tags: { three: true } } }),
  ];
  expect({ ...stateOf(merge(lines), markedOf({ id: 'a' })).tags }).toEqual({
    one: true,
    two: false,
    three: true,
  });
});

test('progress is the position', () => {
  const position = { paragraph: 4, fraction: 0.5, progress: 0.75 };
  expect(
    stateOf(merge([journalEntry({ set: { position } })]), markedOf({ id: 'a' })),
  ).toMatchObject({
    position,
    progress: 0.75,
  });
});

test.for([
  [['own'], {}, ['own']],
  [['own'], { own: false }, []],
  [['own'], { own: true, zebra: true, apple: true }, ['own', 'apple', 'zebra']],
  [['own'], { own: null, other: null }, ['own']],
  [[], { constructor: true }, ['constructor']],
] as const)('own tags %j with marks %j are %j', ([own, tags, shown]) => {
  expect(effectiveTags(own, { ...UNTOUCHED, tags })).toEqual(shown);
});

const anyEntry = fc
  .record({
    device: fc.constantFrom('a', 'b', 'c'),
    t: fc.constantFrom(early, late),
    op: fc.constantFrom('x', 'y', 'z'),
    id: fc.constantFrom('one', '__proto__'),
    set: fc.record(
      {
        read: fc.boolean(),
        starred: fc.boolean(),
        removed: fc.boolean(),
        tags: fc.dictionary(fc.constantFrom('s', 't'), fc.boolean()),
      },
      { requiredKeys: [] },
    ),
  })
  .map(journalEntry);

test('the state is the same in any order of operations, and with any of them twice', () => {
  // Of one operation of one device there is one line an article.
  const lines = fc.uniqueArray(anyEntry, {
    selector: ({ device, op, id, t }) => `${device}${op}${id}${t}`,
  });
  const shuffled = lines.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      for (const id of ['one', '__proto__']) {
        expect(stateOf(merge(mixed), markedOf({ id }))).toEqual(
          stateOf(merge(all), markedOf({ id })),
        );
      }
    }),
  );
});
