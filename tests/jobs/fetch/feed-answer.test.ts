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
  '["a","b",true,"c","d"]',
  '[1,"b",true,"c","d","",[]]',
  '["a",2,true,"c","d","",[]]',
  '["a","b",true,3,"d","",[]]',
  '["a","b",true,"c",4,"",[]]',
  '["a","b",true,"c","d",5,[]]',
  '["a"',
])('Of %j nothing is known', (text) => {
  expect(parseFeedAnswer(text)).toBe(NO_STATE);
});

test('What is odd in a text is left out', () => {
  const text = '["a","b","yes","c","d","0123456789abcdef",["x",1,2,3,"y","z","w"]]';
  expect(parseFeedAnswer(text)).toEqual({
    ...{ digest: 'a', op: 'b', full: false, path: 'c', oldest: 'd' },
    ...{ seen: new Set(['0123456789ab']), tries: new Map([['x', 1]]) },
  });
  expect(parseFeedAnswer('["a","b",true,"c","d","",{}]').tries).toEqual(new Map());
});

test('A digest is remembered by its first twelve characters', () => {
  expect(shorten('0123456789abcdef')).toBe('0123456789ab');
});
