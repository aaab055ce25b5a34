// What a fetch remembers of a feed, as a text.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FeedAnswer,
  formatFeedAnswer,
  NO_STATE,
  parseFeedAnswer,
  shorten,
} from '../../../src/jobs/fetch/feed-answer.ts';

const digest = fc.stringMatching(/^[0-9a-f]{12}$/);
const states: fc.Arbitrary<FeedAnswer> = fc.record({
  digest: fc.string(),
  op: fc.string(),
  full: fc.boolean(),
  path: fc.string(),
  oldest: fc.string(),
  seen: fc.array(digest).map((all) => new Set(all)),
  tries: fc.array(fc.tuple(digest, fc.nat(9))).map((all) => new Map(all)),
});

test('A state comes back from its text as it was', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseFeedAnswer(formatFeedAnswer(state))).toEqual(state);
    }),
  );
});

test.each([
  null,
  '',
  'null',
  '{}',
  '[]',
  '["a","b","c","d","full"]',
  '["a","b","c","d","full",""]',
  '[1,"b","c","d","full","",""]',
  '["a","b","c","d",true,"",""]',
  '["a","b","c","d","full",5,""]',
  '["a","b","c","d","full","",[]]',
  '["a"',
])('Of %j nothing is known', (text) => {
  expect(parseFeedAnswer(text)).toBe(NO_STATE);
});

test('What is odd in a text is left out', () => {
  const text = '["a","b","c","d","yes","0123456789abcdef","0123456789ab1012345"]';
  expect(parseFeedAnswer(text)).toEqual({
    digest: 'a',
    op: 'b',
    full: false,
    path: 'c',
    oldest: 'd',
    seen: new Set(['0123456789ab']),
    tries: new Map([['0123456789ab', 1]]),
  });
});

test('A digest is remembered by its first twelve characters', () => {
  expect(shorten('0123456789abcdef')).toBe('0123456789ab');
});
