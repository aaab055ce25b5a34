// Lines of journals that name many articles.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactLines } from '../../../src/core/journal/compaction.ts';
import { formatLines } from '../../../src/core/journal/entry-lines.ts';
import {
  createLineParser,
  formatEntry,
  type JournalEntry,
  LONGEST_LINE,
} from '../../../src/core/journal/journal-entry.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';

const parseLine = (line: string) => createLineParser()(line, 'mine');
const read = (lines: readonly string[]) => lines.flatMap((line) => parseLine(line) ?? []);

/** The line of a mark that names these. */
const naming = (ids: unknown): string =>
  formatEntry(journalEntry({ id: '-' })).replace('"id":"-"', `"ids":${JSON.stringify(ids)}`);

const ids = (line: string) => parseLine(line)?.map(({ id }) => id) ?? null;
const sorted = (entries: readonly JournalEntry[]) =>
  entries.map((entry) => formatEntry(entry)).sort();

describe('changes of many articles', () => {
  const id = fc.oneof(
    fc.stringMatching(/^2026-01-0[1-4]-[a-c]{1,4}$/),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 9 })
      .map((text) => `x${text}y`.normalize('NFC')),
  );
  const entry = fc
    .record({
      id,
      read: fc.boolean(),
      op: fc.constantFrom('one', 'two'),
      as: fc.constantFrom('', 'g1h2', 'k3m4', 'g1h2k3m4'),
      url: fc.constantFrom(null, 'https://a.example/'),
    })
    .map(({ id: name, op, as, url, ...set }) =>
      journalEntry({ id: name, op, as, set, rest: { url } }),
    );

  test('that are written and read are the same, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const clean = entries.flatMap((one) => parseLine(formatEntry(one)) ?? []);
        const lines = formatLines(clean);
        expect(sorted(read(lines))).toEqual(sorted(clean));
        expect(new Set(lines).size).toBe(lines.length);
        expect(sorted(read(compactLines(lines, 'mine')))).toEqual(
          sorted(
            read(
              compactLines(
                clean.map((one) => formatEntry(one)),
                'mine',
              ),
            ),
          ),
        );
      }),
    );
  });

  test('are few short lines, of which none is too long to be read', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      journalEntry({
        id: `2026-01-${String(at % 28).padStart(2, '0')}-ministers-vote-on-the-budget-${at}`,
      }),
    );
    const lines = formatLines(many);
    expect(lines.every((line) => line.length <= LONGEST_LINE)).toBe(true);
    expect(read(lines).length).toBe(20_000);
    expect(lines.join('\n').length).toBeLessThan(many.length * 16);
  });
});

describe('a line that names many', () => {
  test('says of each all that it says', () => {
    expect(parseLine(naming(['a', 'b']))).toEqual(['a', 'b'].map((id) => journalEntry({ id })));
  });

  test.for([
    [
      'a number is the beginning of the one before',
      ['2026-a', 5, 'b', 5, 'c', 'd'],
      ['2026-a', '2026-b', '2026-c', 'd'],
    ],
    ['more than there is is all of it', ['a', 99, 'b'], ['a', 'ab']],
    ['none before it is none', [3, 'a'], ['a']],
  ] as const)('reads IDs: %s', ([, list, expected]) => {
    expect(ids(naming(list))).toEqual(expected);
  });

  test.for([
    ['no list', 'a'],
    ['an empty list', []],
    ['what is no ID', ['a', null]],
    ['an empty ID', ['a', '']],
    ['an ID that grew too long', Array.from({ length: 200 }, () => [9999, 'x'.repeat(99)]).flat()],
  ] as const)('is none that can be read with %s', ([, list]) => {
    expect(parseLine(naming(list))).toBe(null);
  });
});
