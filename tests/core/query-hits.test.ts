import { expect, test } from 'vitest';
import { parseQuery } from '../../src/core/parse-query.ts';
import { queryWords } from '../../src/core/query.ts';
import { findWords, joinHits, wordsOfField } from '../../src/core/query-hits.ts';

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
