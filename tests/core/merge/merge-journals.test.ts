// Copies of a journal: their lines come together in whatever order and however often.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStates, mergeEntry, stateOf } from '../../../src/core/journal/article-state.ts';
import { markedOf } from '../../../src/core/journal/identity.ts';
import { createLineParser, formatEntry } from '../../../src/core/journal/journal-entry.ts';
import { mergeJournals } from '../../../src/jobs/merge/merge-file.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';

const parseEntry = (line: string, device = '') => createLineParser()(line, device)?.[0] ?? null;

const line = fc
  .record({
    t: fc.constantFrom('2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00.001Z'),
    op: fc.constantFrom('a', 'b'),
    id: fc.constantFrom('x', 'y', 'é'),
  })
  .map((rest) => formatEntry(journalEntry({ ...rest, set: { read: rest.op === 'a' } })));
const odd = fc.constantFrom('{"v":2,"t":"2027"}', '{"v":1,"t":"20', 'garbage', '{}', '[1]', '"t"');
const journal = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: odd }), { maxLength: 8 })
  .map((lines) => lines.map((one) => `${one}\n`).join(''));

/** A journal of which the last line may have been cut. */
const copy = fc.tuple(journal, fc.nat(40)).map(([text, cut]) => text.slice(0, text.length - cut));

test('The order and the number of merges do not matter', () => {
  fc.assert(
    fc.property(copy, copy, copy, (a, b, c) => {
      const merged = mergeJournals(a, b);
      expect(mergeJournals(b, a)).toBe(merged);
      expect(mergeJournals(merged, b)).toBe(merged);
      expect(mergeJournals(merged, c)).toBe(mergeJournals(a, mergeJournals(b, c)));
    }),
    { numRuns: 500 },
  );
});

test('Each line of both is there once, by its time', () => {
  fc.assert(
    fc.property(journal, journal, (a, b) => {
      const lines = mergeJournals(a, b).split('\n').filter(Boolean);
      expect(new Set(lines).size).toBe(lines.length);
      const wanted = new Set([...a.split('\n'), ...b.split('\n')].filter((one) => parseEntry(one)));
      expect(new Set(lines.filter((one) => parseEntry(one)))).toEqual(wanted);
      const times = lines.flatMap((one) => parseEntry(one)?.t ?? []);
      if (a !== b) expect(times).toEqual([...times].sort());
      expect(readOf(lines.join('\n'))).toEqual(readOf(`${b}\n${a}`));
    }),
    { numRuns: 300 },
  );
});

function readOf(text: string): readonly boolean[] {
  const states = createStates();
  for (const one of text.split('\n')) {
    const entry = parseEntry(one, 'd');
    if (entry !== null) mergeEntry(states, entry);
  }
  return ['x', 'y', 'é'].map((id) => stateOf(states, markedOf({ id })).read);
}

test('A line that was being written goes where the whole of it is', () => {
  const whole = formatEntry(journalEntry({ set: { read: true } }));
  for (const length of [5, 30, 60, whole.length - 1]) {
    expect(mergeJournals(whole.slice(0, length), `${whole}\n`)).toBe(`${whole}\n`);
  }
});
