// Wrapping: rows by columns, styling and links kept, nothing torn.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/text/line.ts';
import { textRanges, unitRanges } from '../../src/text/text-ranges.ts';
import { displayWidth, graphemes } from '../../src/text/width.ts';
import { prefixRows, type WrappedRow, wrapBalanced, wrapSpans } from '../../src/text/wrap.ts';
import { cpuTime } from '../support/machine/cpu-time.ts';

const plain = (text: string): Span[] => [{ text, roles: [] }];
const texts = (rows: readonly WrappedRow[]) =>
  rows.map((row) => row.map(({ text }) => text).join(''));

const spansOf = fc.array(
  fc.record({
    text: fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'word',
            'a',
            ' ',
            ' ',
            '日本語、',
            '「括弧」',
            '👩‍👩‍👧‍👦',
            'well-known',
            '—',
          ),
          fc.constantFrom(
            'https://example.com/a/long/path?with=query',
            'é',
            '한국어',
            'क्षत्रिय',
            'שלום',
          ),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
    roles: fc.constantFrom<readonly Span['roles'][number][]>([], ['strong'], ['emphasis', 'code']),
  }),
  { maxLength: 6 },
);

describe('wrapSpans', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    ['exactly ten', 11, ['exactly ten']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a abcdefghij b', 4, ['a', 'abcd', 'efgh', 'ij b']],
    ['https://example.com/path/to', 14, ['https://', 'example.com/', 'path/to']],
    ['a well-known fact', 8, ['a well-', 'known', 'fact']],
    ['日本語です', 5, ['日本', '語で', 'す']],
    ['か。き', 2, ['か', '。', 'き']],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
    ['日', 1, ['日']],
    ['\ufe0f a', 2, ['\ufe0f a']],
    ['', 10, []],
  ])('sets %j at %i columns', (text, width, rows) => {
    expect(texts(wrapSpans(plain(text), width))).toEqual(rows);
  });

  test('sets one row where nothing is wrapped', () => {
    expect(wrapSpans(plain('a b c'), Infinity)).toEqual([plain('a b c')]);
  });

  test('keeps the looks and the whole target of a link across the wrap', () => {
    const href = 'https://example.com/';
    const rows = wrapSpans(
      [
        { text: 'see ', roles: [] },
        { text: 'the link here', roles: ['link'], href },
        { text: ' now', roles: [] },
      ],
      8,
    );
    expect(rows).toEqual([
      [
        { text: 'see ', roles: [] },
        { text: 'the', roles: ['link'], href },
      ],
      [{ text: 'link', roles: ['link'], href }],
      [
        { text: 'here', roles: ['link'], href },
        { text: ' now', roles: [] },
      ],
    ]);
  });

  test('does not break where two spans meet inside a word', () => {
    const rows = wrapSpans([...plain('one tw'), { text: 'o', roles: ['strong'] }], 6);
    expect(texts(rows)).toEqual(['one', 'two']);
  });

  test('sets no row wider than asked and loses no character but spaces', () => {
    fc.assert(
      fc.property(spansOf, fc.integer({ min: 2, max: 60 }), (spans, width) => {
        const rows = texts(wrapSpans(spans, width));
        for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(width);
        const text = spans.map((span) => span.text).join('');
        expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(rows.flatMap(graphemes).filter((part) => part !== ' ')).toEqual(
          graphemes(text).filter((part) => part !== ' '),
        );
      }),
    );
  });

  test('finds the same rows for simple text with and without measuring its words', () => {
    fc.assert(
      fc.property(spansOf, fc.integer({ min: 2, max: 60 }), (spans, width) => {
        const text = spans.map((span) => span.text).join('');
        expect(textRanges(text, width, new Map())).toEqual(unitRanges(text, width, new Map()));
      }),
    );
  });

  test('takes a word of a megabyte in its stride', () => {
    const word = plain('x'.repeat(1_000_000));
    const time = cpuTime(() => expect(wrapSpans(word, 80).length).toBe(12_500));
    expect(time).toBeLessThan(2_000);
  });
});

describe('endless text', () => {
  test.each(['กา', '日本', 'é\u0301', 'ab \u0301', '👩‍👩‍👧‍👦'])(
    'of %s is in rows as it would be whole',
    (part) => {
      const text = part.repeat(15_000);
      expect(textRanges(text, 30, new Map())).toEqual(unitRanges(text, 30, new Map()));
    },
  );

  test.each(['\u200b', '\u0301', '\u200d', '\ufe0f'])(
    'of %j has no endless row and loses nothing',
    (part) => {
      const rows = texts(wrapSpans(plain(`a${part.repeat(30_000)}`), 40));
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(2000);
      expect(rows.join('').length).toBe(1 + 30_000);
    },
  );

  test('in Thai fills the row that it begins on', () => {
    const rows = texts(wrapSpans(plain(`ข่าว ${'หนังสือพิมพ์'.repeat(5)}`), 20));
    expect(displayWidth(rows[0] ?? '')).toBeGreaterThan(17);
    expect(rows.join('')).toBe(`ข่าว ${'หนังสือพิมพ์'.repeat(5)}`);
  });
});

describe('wrapBalanced', () => {
  test.each([
    ['A heading in the body', 20, ['A heading', 'in the body']],
    ['Fits on a line', 20, ['Fits on a line']],
    ['one two three four five six', 14, ['one two three', 'four five six']],
  ])('sets %j at %i columns in even rows', (text, width, rows) => {
    expect(texts(wrapBalanced(plain(text), width))).toEqual(rows);
  });

  test('needs no more rows than wrapping does', () => {
    fc.assert(
      fc.property(spansOf, fc.integer({ min: 4, max: 60 }), (spans, width) => {
        const rows = wrapBalanced(spans, width);
        expect(rows.length).toBe(wrapSpans(spans, width).length);
        for (const row of texts(rows)) expect(displayWidth(row)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('prefixRows hangs an indent and leaves no space on a blank row', () => {
  const rows = prefixRows([plain('a'), [], plain('b')], plain('│ '), plain('│ '));
  expect(texts(rows)).toEqual(['│ a', '│', '│ b']);
});
