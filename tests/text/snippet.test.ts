import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/core/query/parse-query.ts';
import { queryWords } from '../../src/core/query/query.ts';
import { findWords } from '../../src/core/query/query-hits.ts';
import { cutSnippet } from '../../src/text/snippet.ts';
import { displayWidth } from '../../src/text/width.ts';

function shown(query: string, passage: string, columns: number): string {
  const words = queryWords(parseQuery(query, new Date(0)));
  const { text, hits } = cutSnippet(passage, findWords(passage, words), columns);
  return hits.reduceRight(
    (marked, { start, end }) =>
      `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

test.each([
  ['ship', 'The first ship came at dawn.', 40, 'The first [ship] came at dawn.'],
  ['ship', 'The first ship came at dawn.', 20, '…first [ship] came at…'],
  ['the', 'The first ship came at dawn.', 20, '[The] first ship came…'],
  ['dawn', 'The first ship came at dawn.', 20, '…at [dawn].'],
  [
    'ship dawn',
    'A ship. Nothing else of note. A ship came at dawn.',
    30,
    '…note. A [ship] came at [dawn].',
  ],
  [
    '指责',
    '这是一段很长的文字，中国指责美国发动网络攻击，并且继续。',
    20,
    '…，中国[指责]美国发动…',
  ],
])('%j in %j of %i columns is %j', (query, passage, columns, snippet) => {
  expect(shown(query, passage, columns)).toBe(snippet);
});

test('No snippet is wider than its columns, and each shows a hit', () => {
  const unit = fc.constantFrom('word', ' ', 'a', '中', '👩‍👧', 'e\u0301', '. ', 'hit', ' hit ');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 80 }),
      fc.integer({ min: 17, max: 60 }),
      (text, columns) => {
        const passage = text.trim();
        const hits = findWords(passage, queryWords(parseQuery('hit', new Date(0))));
        const snippet = cutSnippet(passage, hits, columns);
        expect(displayWidth(snippet.text)).toBeLessThanOrEqual(columns);
        if (hits.length > 0) expect(snippet.hits.length).toBeGreaterThan(0);
        // The last one may be cut where the line ends.
        const shown = snippet.hits.map(({ start, end }) => snippet.text.slice(start, end));
        const whole = shown.at(-1) === 'hit' ? shown : shown.slice(0, -1);
        expect(whole.every((word) => word === 'hit')).toBe(true);
        expect('hit').toContain(shown.at(-1) ?? '');
      },
    ),
  );
});
