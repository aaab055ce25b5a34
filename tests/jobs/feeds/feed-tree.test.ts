// The tree beside a list: folders, feeds and tags with their counts, whose queries find their articles.

import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { withFeeds } from '../../../src/core/query/query.ts';
import { feedRows, sortByName } from '../../../src/jobs/feeds/feed-rows.ts';
import { feedTree } from '../../../src/jobs/feeds/feed-tree.ts';
import { openQueryFeeds } from '../../../src/jobs/feeds/named-feeds.ts';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { NO_RECORD, openFeedRecords } from '../../../src/library/cache/feed-records.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { opmlOf } from '../../support/web/feeds.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

function article(title: string, feed: string | null, tags: string): string {
  const from = feed === null ? '' : `feed: ${feed}\n`;
  return `---\ntitle: ${title}\n${from}tags: [${tags}]\n---\n\nText.\n`;
}

const FILES = {
  'subscriptions.opml': opmlOf(
    '<outline text="Tech">',
    '  <outline text="beta" xmlUrl="https://u:p@b.test/feed?x=(1)*"/>',
    '  <outline text="gamma" xmlUrl="https://a.test/old/comments"/>',
    '</outline>',
    '<outline text="Älpha" xmlUrl="https://a.test/new" xmlns:n="urn:newsprint:opml" n:id="https://a.test/old"/>',
  ),
  'one.md': article('One', 'https://b.test/feed?x=(1)*', 'tech, own'),
  'two.md': article('Two', 'https://b.test/feed?x=(1)*', 'tech'),
  'three.md': article('Three', 'https://a.test/old', 'own'),
  'four.md': article('Four', null, ''),
  'five.md': article('Five', 'https://b.test/feed?x=(1)*\nalso: [https://a.test/old/comments]', ''),
};

test('Names stand by the numbers in them', () => {
  const names = ['Paper 10', 'Älpha', 'paper 2', 'Zeta'];
  expect(sortByName(names, String)).toEqual(['Älpha', 'paper 2', 'Paper 10', 'Zeta']);
});

test('Folders, feeds and tags stand by their letters, with queries that find what is counted', () => {
  const root = temporaryLibrary(FILES);
  const host = { env: { HOME: temporaryFolder() }, platform: 'linux' };
  const library = openLibrary(root, host);
  library.journals.change([{ id: 'two', set: { read: true } }], { now: NOW });
  const finder = scanFinder(library);
  const records = openFeedRecords(root, host);
  records.set('https://a.test/old', { ...NO_RECORD, error: 'no such host' });
  const counts = finder.tally();
  const { subscriptions } = readSubscriptions(root);
  const entries = feedTree(subscriptions, counts, records);
  expect(
    entries.map(({ kind, name, depth, counts: { unread, articles }, problem }) => [
      kind,
      `${'- '.repeat(depth)}${name}`,
      unread,
      articles,
      problem,
    ]),
  ).toEqual([
    ['folder', 'Tech', 2, 3, null],
    ['feed', '- beta', 2, 3, null],
    ['feed', '- gamma', 1, 1, null],
    ['feed', 'Älpha', 1, 1, 'no such host'],
    ['tag', 'own', 2, 2, null],
  ]);
  const countOf = (text: string): number =>
    finder.keys({
      query: withFeeds(parseQuery(text, NOW), openQueryFeeds(root)),
      sort: 'published',
      reverse: false,
    }).length;
  for (const {
    query,
    counts: { unread, articles },
  } of entries) {
    expect(countOf(query)).toBe(articles);
    expect(countOf(`${query} is:unread`)).toBe(unread);
  }
  const rows = feedRows(subscriptions, counts, records);
  expect(rows.map(({ title, counts: { unread } }) => [title, unread])).toEqual([
    ['Älpha', 1],
    ['beta', 2],
    ['gamma', 1],
  ]);
});
