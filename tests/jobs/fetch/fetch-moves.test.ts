// Feeds that have moved: each is followed at its new address, and once.
import { expect, test } from 'vitest';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { noOutcome } from '../../../src/jobs/fetch/feed-outcome.ts';
import { reviseFeeds } from '../../../src/jobs/fetch/fetch-moves.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { opml } from '../../support/web/following.ts';

test.for([
  ['to an address of its own', 'https://a.test/new', ['https://a.test/new', 'https://b.test/']],
  [
    'to the same address, but for a fragment',
    'https://a.test/#new',
    ['https://a.test/', 'https://b.test/'],
  ],
  ['to one that is followed already', 'https://b.test/', ['https://b.test/']],
] as const)('A feed that has moved %s', ([, moved, urls]) => {
  const feeds = opml(['https://a.test/', 'https://b.test/']);
  const root = temporaryLibrary({ 'subscriptions.opml': feeds });
  const [first] = readSubscriptions(root).subscriptions;
  if (first === undefined) throw new Error('no feed is followed');
  const { failures, notes } = reviseFeeds(root, [{ ...noOutcome(first, 'new'), moved }]);
  expect(readSubscriptions(root).subscriptions.map(({ url }) => url)).toEqual(urls);
  expect([failures, notes.length]).toEqual([[], 2 - urls.length]);
});
