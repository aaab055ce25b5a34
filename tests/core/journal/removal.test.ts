// Removal holds under whatever name an article comes back.

import { expect, test } from 'vitest';
import { createStates, mergeEntry } from '../../../src/core/journal/article-state.ts';
import { findRemovals, isHidden } from '../../../src/core/journal/removal.ts';
import { articleHead } from '../../support/library/article-head.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';

const removal = journalEntry({
  id: 'a',
  set: { removed: true },
  rest: { url: 'https://x.test/a', guid: '7', feed: 'https://x.test/feed' },
});
const later = '2027-01-01T00:00:00.000Z';
const unremoval = { t: later, op: 'op2', set: { removed: false } };

function hides(
  entries: readonly (typeof removal)[],
  head: ReturnType<typeof articleHead>,
): boolean {
  const states = createStates();
  for (const entry of entries) mergeEntry(states, entry);
  return isHidden(head, states, findRemovals(states));
}

test.for([
  ['under its own ID', articleHead({ id: 'a' }), true],
  ['with its ID and its url', articleHead({ id: 'a', url: 'https://x.test/a' }), true],
  ['with its ID and another url', articleHead({ id: 'a', url: 'https://x.test/b' }), false],
  ['with its url', articleHead({ id: 'b', url: 'https://x.test/a' }), true],
  [
    'with its guid in its feed',
    articleHead({ id: 'b', guid: '7', feed: 'https://x.test/feed' }),
    true,
  ],
  [
    'with its guid in another feed',
    articleHead({ id: 'b', guid: '7', feed: 'https://y.test/' }),
    false,
  ],
  ['with another url', articleHead({ id: 'b', url: 'https://x.test/b' }), false],
  ['without any', articleHead({ id: 'b' }), false],
] as const)('an article that comes back %s', ([, head, isGone]) => {
  expect(hides([removal], head)).toBe(isGone);
});

test('nothing is hidden after it was brought back', () => {
  const back = journalEntry({ ...unremoval, id: 'a' });
  expect(hides([removal, back], articleHead({ id: 'a', url: 'https://x.test/a' }))).toBe(false);
  expect(hides([removal, back], articleHead({ id: 'b', url: 'https://x.test/a' }))).toBe(false);
});

test('an article brought back itself shows though another of its url is removed', () => {
  const back = journalEntry({ ...unremoval, id: 'b' });
  expect(hides([removal, back], articleHead({ id: 'b', url: 'https://x.test/a' }))).toBe(false);
  expect(hides([removal, back], articleHead({ id: 'a', url: 'https://x.test/a' }))).toBe(true);
});
