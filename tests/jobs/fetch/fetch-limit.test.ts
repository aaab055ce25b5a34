// How much of a feed is kept, of its entries and of the articles that are there.

import { expect, test } from 'vitest';
import type { Retention } from '../../../src/core/retention.ts';
import { limitFeed } from '../../../src/jobs/fetch/fetch-limit.ts';
import { articleHead } from '../../support/library/article-head.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const head = (id: string, published: string | null) => articleHead({ id, published });
const HEADS = [
  head('young', '2026-11-23'),
  head('old', '2026-11-20'),
  head('undated', null),
  head('older', '2026-11-18'),
];
const entry = (published: string | null, known: string | null = null) => ({
  published,
  known: HEADS.find(({ id }) => id === known) ?? null,
});

test.each<[string, Retention | null, readonly string[], readonly number[]]>([
  ['no limit', null, [], []],
  ['room for all', { kind: 'count', most: 7 }, [], []],
  ['room for six', { kind: 'count', most: 6 }, ['undated'], []],
  ['room for four', { kind: 'count', most: 4 }, ['undated', 'older'], [3, 4]],
  ['room for one', { kind: 'count', most: 1 }, ['young', 'old', 'undated', 'older'], [0, 2, 3, 4]],
  ['four days', { kind: 'days', days: 4 }, ['old', 'older', 'undated'], [3, 4]],
  ['four and a half days', { kind: 'days', days: 4.5 }, ['older', 'undated'], [3, 4]],
  ['a week', { kind: 'days', days: 7 }, ['undated'], []],
])('With %s the articles %j go and the entries %j stay out', (_, keep, over, out) => {
  const entries = [
    entry('2026-11-24T08:00:00Z'),
    entry(null),
    entry('2026-11-01', 'young'),
    entry('2026-11-19T08:00:00Z'),
    entry('2026-11-24', 'older'),
  ];
  const limited = limitFeed(keep, HEADS, entries, NOW);
  expect(limited.over.map(({ id }) => id).sort()).toEqual([...over].sort());
  expect(entries.flatMap((one, at) => (limited.out.has(one) ? [at] : []))).toEqual(out);
});
