// Roles laid over parts of spans: the text stays, and each unit has the roles it had and those laid.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role, Span } from '../../src/text/line.ts';
import { withHits, withRole } from '../../src/text/spans.ts';

const span = (text: string, ...roles: readonly Role[]): Span => ({ text, roles });

/** Each unit of the text with its roles. */
function unitsOf(spans: readonly Span[]): readonly (readonly [string, readonly Role[]])[] {
  return spans.flatMap(({ text, roles }) => [...text].map((unit) => [unit, roles] as const));
}

const anySpans = fc.array(
  fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 6 }),
    roles: fc.constantFrom<readonly Role[]>([], ['link'], ['quote', 'strong']),
  }),
  { maxLength: 5 },
);

describe('a role', () => {
  test('is laid over the units between its ends, and over no other', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(30), fc.nat(12), (spans, start, length) => {
        const end = start + length;
        const laid = withRole(spans, start, end, 'hit');
        const before = unitsOf(spans);
        expect(unitsOf(laid)).toEqual(
          before.map(([unit, roles], at) => [
            unit,
            at >= start && at < end ? [...roles, 'hit'] : roles,
          ]),
        );
        expect(laid.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('leaves spans that it does not touch as they are, and cuts no more than it must', () => {
    const spans = [span('abc'), span('def', 'link'), span('ghi')];
    const laid = withRole(spans, 2, 6, 'hit');
    expect(laid).toEqual([span('ab'), span('c', 'hit'), span('def', 'link', 'hit'), span('ghi')]);
    expect(laid[3]).toBe(spans[2]);
    expect(withRole(spans, 9, 12, 'hit')).toEqual(spans);
  });

  test('keeps where a span leads', () => {
    const leading = { ...span('abc', 'link'), href: 'https://a.example/' };
    expect(withRole([leading], 1, 2, 'hit').map(({ href }) => href)).toEqual(
      Array(3).fill('https://a.example/'),
    );
  });
});

test.each<[string, readonly (readonly [number, number])[], readonly string[]]>([
  ['none', [], ['one two three']],
  ['one inside', [[4, 7]], ['one ', '[two]', ' three']],
  [
    'one at each end',
    [
      [0, 3],
      [8, 13],
    ],
    ['[one]', ' two ', '[three]'],
  ],
  ['one that goes on', [[8, 99]], ['one two ', '[three]']],
  [
    'two beside each other',
    [
      [0, 3],
      [3, 7],
    ],
    ['[one]', '[ two]', ' three'],
  ],
])('A text with hits, %s, is cut into them and what is between', (_, hits, cut) => {
  const spans = withHits(
    span('one two three', 'meta'),
    hits.map(([start, end]) => ({ start, end })),
  );
  expect(spans.map(({ text, roles }) => (roles.includes('hit') ? `[${text}]` : text))).toEqual(cut);
  expect(spans.every(({ roles }) => roles[0] === 'meta')).toBe(true);
});
