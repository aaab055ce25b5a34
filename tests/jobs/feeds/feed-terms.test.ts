// The line of a feed's tags, whether it comes whole, and its limit.

import { expect, test } from 'vitest';
import { formatTerms, parseTerms } from '../../../src/jobs/feeds/feed-terms.ts';

test.for([
  ['', { tags: [], full: false, keep: null }],
  ['Sea Ports, full 30d', { tags: ['sea', 'ports'], full: true, keep: { kind: 'days', days: 30 } }],
  ['200 … sea 2w sea', { tags: ['sea'], full: false, keep: { kind: 'days', days: 14 } }],
  ['fuller 0', { tags: ['fuller', '0'], full: false, keep: null }],
] as const)('%j says that of a feed, and is written so again', ([line, terms]) => {
  expect(parseTerms(line)).toEqual(terms);
  expect(parseTerms(formatTerms(terms))).toEqual(terms);
});
