import { expect, test } from 'vitest';
import { type SortKey, sortArticles } from '../../../src/core/article/article-order.ts';
import { articleHead } from '../../support/library/article-head.ts';

const articles = [
  articleHead({ id: 'b', title: 'Zebra', source: 'Ä Post', published: '2021-07-19' }),
  articleHead({ id: 'a', title: 'émile', source: 'a post', published: '2021-07-19' }),
  articleHead({ id: 'c', title: 'Apple', added: '2022-01-01T00:00:00Z' }),
  articleHead({ id: 'd', title: 'apple', source: 'Z', published: '2021-07-19T12:00:00+08:00' }),
  articleHead({ id: 'e', title: 'undated' }),
];

test.each([
  ['published', false, 'c d a b e'],
  ['published', true, 'e b a d c'],
  ['added', false, 'c d a b e'],
  ['title', false, 'c d a e b'],
  ['source', false, 'a b d c e'],
  ['source', true, 'e c d b a'],
  ['minutes', false, 'b e c d a'],
  ['minutes', true, 'a d c e b'],
  ['relevance', false, 'b a c d e'],
  ['relevance', true, 'e d c a b'],
] satisfies [SortKey, boolean, string][])('by %s, reversed %s: %s', (key, reverse, ids) => {
  const minutes: Readonly<Record<string, number>> = { a: 12, b: 3, e: 3 };
  const sorted = sortArticles(articles, key, reverse, ({ id }) => minutes[id] ?? 7);
  expect(sorted.map(({ id }) => id).join(' ')).toBe(ids);
});

test('what came at one time is sorted by its own date', () => {
  const added = '2026-11-26T08:00:00Z';
  const batch = [
    articleHead({ id: 'a', added, published: '2026-11-24' }),
    articleHead({ id: 'b', added, published: '2026-11-26' }),
    articleHead({ id: 'c', added: '2026-11-26T09:00:00Z', published: '2020-01-01' }),
  ];
  expect(sortArticles(batch, 'added').map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('what is sorted stays as it was', () => {
  sortArticles(articles, 'relevance', true);
  expect(articles[0]?.id).toBe('b');
});
