// Compaction: fewer lines, the same state, the same steps to undo.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStates, mergeEntry, stateOf } from '../../../src/core/journal/article-state.ts';
import { compactLines, countKept } from '../../../src/core/journal/compaction.ts';
import { markedOf } from '../../../src/core/journal/identity.ts';
import {
  createLineParser,
  formatEntry,
  type JournalEntry,
} from '../../../src/core/journal/journal-entry.ts';
import { Gatherer, HISTORY, undoSteps } from '../../../src/core/journal/operations.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';

/** The entries of a journal that count. */
function read(lines: readonly string[]): readonly JournalEntry[] {
  const [parse, gatherer] = [createLineParser(), new Gatherer()];
  return lines.flatMap((line) => {
    return (parse(line, 'mine') ?? []).flatMap((entry) => gatherer.take(entry));
  });
}

function states(lines: readonly string[]) {
  const merged = createStates();
  for (const entry of read(lines)) mergeEntry(merged, entry);
  return ['a', 'b', 'c'].map((id) => stateOf(merged, markedOf({ id })));
}

const time = (minute: number): string =>
  new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();

/** Toggles an article so many times. */
function toggles(count: number): readonly string[] {
  return Array.from({ length: count }, (_, minute) =>
    formatEntry(
      journalEntry({ t: time(minute), op: `op${minute}`, set: { read: minute % 2 === 0 } }),
    ),
  );
}

describe('compaction', () => {
  test('leaves the newest operations and the last words', () => {
    const star = formatEntry(journalEntry({ t: time(0), op: 'star', set: { starred: true } }));
    const lines = [star, ...toggles(HISTORY + 50)];
    expect(compactLines(lines, 'mine')).toEqual([star, ...lines.slice(-HISTORY)]);
    expect(countKept(read(lines))).toBe(HISTORY + 1);
  });

  test('drops positions that were left again, and torn lines', () => {
    const positions = [1, 2, 3].map((paragraph) =>
      formatEntry(
        journalEntry({
          t: time(paragraph),
          op: `p${paragraph}`,
          set: { position: { paragraph, fraction: 0, progress: 0 } },
          rest: { auto: true },
        }),
      ),
    );
    expect(compactLines([...positions, '{"v":1,"t":"20'], 'mine')).toEqual(positions.slice(-1));
  });

  test('keeps lines of a later newsprint as they are', () => {
    const later = [
      '{"v":2,"mood":"grim"}',
      formatEntry(journalEntry()).replace('"read":true', '"mood":1'),
    ];
    expect(compactLines([...later, ...toggles(150)], 'mine').slice(0, 2)).toEqual(later);
  });

  test('lets the parts of an old operation count alone', () => {
    const old = ['a', 'b', 'c'].map((id) =>
      formatEntry(
        journalEntry({ id, t: time(0), op: 'old', set: { starred: true }, rest: { of: 3 } }),
      ),
    );
    const unstar = formatEntry(
      journalEntry({ id: 'b', t: time(1), op: 'new', set: { starred: false } }),
    );
    const lines = [...old, unstar, ...toggles(HISTORY + 2).slice(2)];
    const compact = compactLines(lines, 'mine');
    expect(compact.length).toBe(HISTORY + 3);
    expect(states(compact)).toEqual(states(lines));
    expect(states(compact)[0]?.starred).toBe(true);
  });

  test('drops an operation that is not whole', () => {
    const cut = formatEntry(journalEntry({ id: 'c', set: { starred: true }, rest: { of: 2 } }));
    expect(compactLines([cut], 'mine')).toEqual([]);
  });
});

const operations = fc.array(
  fc.record({
    ids: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    set: fc.oneof(
      fc.record({ read: fc.boolean() }),
      fc.record({ starred: fc.boolean(), removed: fc.boolean() }),
      fc.record({ tags: fc.dictionary(fc.constantFrom('s', 't'), fc.boolean(), { minKeys: 1 }) }),
    ),
    auto: fc.boolean(),
  }),
  { minLength: 1, maxLength: 300, size: 'max' },
);

test('whatever was written, state and steps to undo are the same after', () => {
  fc.assert(
    fc.property(operations, (written) => {
      const lines = written.flatMap(({ ids, set, auto }, index) =>
        ids.map((id) => {
          const rest = { auto, of: ids.length };
          return formatEntry(journalEntry({ id, set, t: time(index), op: `op${index}`, rest }));
        }),
      );
      const compact = compactLines(lines, 'mine');
      expect(states(compact)).toEqual(states(lines));
      expect(undoSteps(read(compact))).toEqual(undoSteps(read(lines)));
      expect(compactLines(compact, 'mine')).toEqual(compact);
    }),
    { numRuns: 12 },
  );
});
