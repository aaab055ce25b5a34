import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine } from '../../../src/core/clean.ts';
import { holdsWords } from '../../../src/core/query/match-query.ts';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { queryWords } from '../../../src/core/query/query.ts';
import { findWords, joinHits, wordsOfField, wordTest } from '../../../src/core/query/query-hits.ts';
import { fieldText, tokenTexts } from '../../../src/core/query/tokens.ts';

const NOW = new Date(2026, 10, 26);

function marked(query: string, text: string): string {
  const hits = joinHits(findWords(text, queryWords(parseQuery(query, NOW))));
  return hits.reduceRight(
    (shown, { start, end }) =>
      `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    text,
  );
}

test.each([
  ['cafe', 'The Café, the cafés', 'The [Café], the cafés'],
  ['caf*', 'The Café, the cafés', 'The [Café], the [cafés]'],
  ['"mended quay"', 'a mended\n quay, mended', 'a [mended\n quay], mended'],
  ['quay mended', 'a mended quay', 'a [mended] [quay]'],
  ['国指', '中国指责', '中[国指]责'],
  ['e\u0301te\u0301', 'l’été', 'l’[été]'],
  ['été', 'l’e\u0301te\u0301!', 'l’[e\u0301te\u0301]!'],
  ['a OR b -c', 'a b c', '[a] [b] c'],
  ['"a b" "b c"', 'a b c', '[a b c]'],
  ['nowhere', 'here', 'here'],
  ['tag:x', 'x', 'x'],
  ['10:30', 'at 10:30', 'at [10:30]'],
  ['"the pre*"', 'the pre', '[the pre]'],
  ['std::so*', 'std::sort', '[std::sort]'],
])('%j stands in %j at %j', (query, text, shown) => {
  expect(marked(query, text)).toBe(shown);
});

test('Words of one field are not looked for in another', () => {
  const query = parseQuery('title:a b -d source:c', NOW);
  expect(wordsOfField(query, 'title').map(({ tokens }) => tokens)).toEqual([['a'], ['b']]);
  expect(wordsOfField(query, 'body').map(({ tokens }) => tokens)).toEqual([['b']]);
});

test('Words stand in a text exactly where a search finds it, and what is marked is them', () => {
  const unit = fc.constantFrom(
    'a',
    'B',
    'é',
    'e\u0301',
    '中',
    ' ',
    '-',
    '’',
    'ﬁ',
    '\u00ad',
    '½',
    'ς',
    '1',
  );
  const text = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, fc.string({ unit, minLength: 1, maxLength: 4 }), (passage, wanted) => {
      const words = queryWords(parseQuery(`"${wanted}" ${wanted.replaceAll('-', '')}*`, NOW));
      words.forEach((asked, index) => {
        const hits = findWords(passage, words).filter((hit) => hit.words === index);
        expect(hits.length > 0).toBe(holdsWords(fieldText([passage]), asked));
        for (const { start, end } of hits) {
          const marked = tokenTexts(passage.slice(start, end)).join(' ');
          expect(asked.isPrefix || marked.includes(asked.tokens.join(' '))).toBe(true);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test('Words stand in plain text where they stand in the same text among others', () => {
  const unit = fc.constantFrom('a', 'b', 'A', 'B', '1', ' ', '-', '’', '…', '_', '\n', '"', 'ab');
  const words = fc.record({
    fields: fc.constant(['body' as const]),
    tokens: fc.array(fc.constantFrom('a', 'b', 'ab', '1', 'é'), { minLength: 1, maxLength: 3 }),
    isPrefix: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 30 }),
      fc.array(words, { minLength: 1, maxLength: 4 }),
      (text, asked) => {
        const among = findWords(`${text} ж`, asked);
        expect(findWords(text, asked)).toEqual(among);
      },
    ),
    { numRuns: 2000 },
  );
});

test('No text that has words, once it is clean, fails the quick test for them', () => {
  const unit = fc.constantFrom(
    'a',
    'b',
    'A',
    'é',
    'ﬁ',
    '\0',
    '\u00ad',
    '\u202e',
    '\t',
    '\n',
    ' ',
    '“',
  );
  const query = fc.string({
    unit: fc.constantFrom('a', 'b', 'fi', ' '),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), query, (text, wanted) => {
      const words = queryWords(parseQuery(wanted, NOW));
      const count = new Set(findWords(cleanLine(text), words).map((hit) => hit.words)).size;
      expect(wordTest(words)(text, count)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  const test = wordTest(queryWords(parseQuery('mended quay', NOW)));
  expect([1, 2].map((least) => test('The Quay is open.', least))).toEqual([true, false]);
  expect(test('Harbours are open.', 1)).toBe(false);
});
