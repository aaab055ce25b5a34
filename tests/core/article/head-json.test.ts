// Heads as the index keeps them.
import { expect, test } from 'vitest';
import { emptyFrontMatter } from '../../../src/core/article/article.ts';
import { decodeHead, encodeHead } from '../../../src/core/article/head-json.ts';

const said = { title: 'Storm at the quay', tags: ['harbour'], excerpt: true, extra: { tide: '3' } };
const head = { ...emptyFrontMatter(), ...said, id: 'a', path: '2026/a.md' };

test('A head is read as it was written', () => {
  expect(decodeHead(encodeHead(head), 'a', '2026/a.md')).toEqual(head);
});

test('A head is written the same in whatever order its fields came, and whatever is beside them', () => {
  const turned = Object.fromEntries(Object.entries(head).reverse());
  const article = { markdown: 'The quay.', base: null, ...emptyFrontMatter(), ...turned };
  const other = { ...turned, ...article };
  expect(encodeHead(other)).toBe(encodeHead(head));
  expect(encodeHead(head)).toBe(
    JSON.stringify({ title: said.title, tags: said.tags, excerpt: true, extra: said.extra }),
  );
});
