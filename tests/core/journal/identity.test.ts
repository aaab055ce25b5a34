// Which articles a line of a journal counts for.

import { expect, test } from 'vitest';
import {
  countsFor,
  identityNames,
  letteredId,
  markedOf,
  type Named,
  plainId,
} from '../../../src/core/journal/identity.ts';

const ID = '2026-11-27-briefing';
const post = (guid: string, url: string | null = 'https://n.test/1', id = ID): Named => ({
  id,
  guid,
  url,
  feed: 'https://n.test/feed',
});
const one = post('1');
const lettered = letteredId(ID, identityNames({ url: null, guid: null, feed: null, ...one })) ?? '';

const counts = (marked: Named, article: Named): boolean =>
  countsFor(markedOf(marked), markedOf(article));

test.for<[string, Named, Named, boolean]>([
  ['of itself', one, one, true],
  ['of its guid under another name', one, { ...one, id: lettered }, true],
  ['of its guid, its address another', one, post('1', 'https://n.test/2'), true],
  ['of another guid under its name', one, post('2', 'https://n.test/2'), false],
  [
    'of another guid, at one address under another name',
    one,
    post('2', undefined, lettered),
    false,
  ],
  ['that gets other guids at each answer', one, post('2'), true],
  ['that was added by its address', { id: ID, url: 'https://n.test/1' }, one, true],
  [
    'of another address',
    { id: ID, url: 'https://n.test/1' },
    { id: ID, url: 'https://n.test/2' },
    false,
  ],
  ['whose file lost its names', one, { id: ID }, true],
  ['whose line says only its ID', { id: ID }, one, true],
  ['of another day', one, post('1', undefined, '2026-11-28-briefing'), false],
])('A line counts for an article or not: one %s', ([, marked, article, is]) => {
  expect(counts(marked, article)).toBe(is);
});

test('Letters at the end of a name are neither a word nor a number', () => {
  expect(lettered).toMatch(/^2026-11-27-briefing-(?:[g-z]\d){2}$/);
  expect([lettered, `${ID}-2026`, `${ID}-vote`, `${ID}-3f2a`].map(plainId)).toEqual([
    ...[ID, `${ID}-2026`, `${ID}-vote`, `${ID}-3f2a`],
  ]);
});
