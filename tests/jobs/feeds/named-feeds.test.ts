// Articles have the folder of their feed, whether there is an index or not.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { withFeeds } from '../../../src/core/query/query.ts';
import { openQueryFeeds } from '../../../src/jobs/feeds/named-feeds.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { opmlOf } from '../../support/web/feeds.ts';

const feed = (url: string) => `<outline text="${url}" xmlUrl="https://${url}/feed"/>`;
const OPML = opmlOf(
  `<outline text="World">${feed('a.test')}<outline text="Éurope">${feed('b.test')}</outline></outline>`,
  `<outline text="Old"><outline text="World">${feed('c.test')}</outline></outline>`,
  feed('d.test'),
);
const article = (name: string, from: string, more = '') =>
  `---\ntitle: ${name}\nfeed: https://${from}/feed\nsource: ${from}\n${more}---\n\nText.\n`;
const FILES = {
  'subscriptions.opml': OPML,
  'a.md': article('A', 'a.test'),
  'b.md': article('B', 'b.test'),
  'c.md': article('C', 'c.test'),
  'd.md': article('D', 'd.test', 'also: ["https://b.test/feed"]\n'),
  'near.md': article('Near', 'a.test/feed/more'),
};

test('folder: finds what the feeds in it brought, and in those within it', async () => {
  const root = temporaryLibrary(FILES);
  const host = { env: { HOME: temporaryFolder() }, platform: 'linux' };
  const folders = openQueryFeeds(root);
  const finders = [scanFinder(openLibrary(root, host)), await openFinder(root, host)];
  const found = (text: string) => {
    const query = withFeeds(parseQuery(text, new Date()), folders);
    return finders.map((finder) =>
      finder
        .rows(finder.keys({ query, sort: 'title', reverse: false }))
        .map(({ head }) => head.title)
        .join(''),
    );
  };
  for (const [text, titles] of [
    ['folder:World', 'ABD'],
    ['folder:world/europe', 'BD'],
    ['folder:europe', 'BD'],
    ['folder:Old', 'C'],
    ['-folder:World title:a OR title:b OR title:c', 'C'],
    ['folder:none', ''],
  ] as const) {
    expect([text, found(text)]).toEqual([text, [titles, titles]]);
  }
  writeFileSync(join(root, 'subscriptions.opml'), opmlOf(feed('a.test')));
  expect(found('folder:World')).toEqual(['', '']);
  for (const finder of finders) finder.close();
});

test('feed: finds by the title and the address that a feed has today', async () => {
  const moved =
    '<outline text="Éin Blatt" xmlUrl="https://moved.test/new" xmlns:newsprint="urn:newsprint:opml" newsprint:id="https://a.test/feed"/>';
  const root = temporaryLibrary({ ...FILES, 'subscriptions.opml': opmlOf(moved, feed('d.test')) });
  const found = async (query: string) => {
    const { stdout } = await run(['list', '--library', root, '-f', 'ids', query]);
    return stdout.split('\n').filter(Boolean).sort().join(' ');
  };
  expect(await found('feed:"ein blatt"')).toBe('a');
  expect(await found('feed:moved.test')).toBe('a');
  expect(await found('feed:a.test')).toBe('a near');
  expect(await found('feed:d.test OR feed:"Ein Blatt"')).toBe('a d');
  expect(await found('feed:test -feed:blatt')).toBe('b c d near');
  expect(await found('feed:"https://moved.test/new"')).toBe('');
});

test('folder: is asked of list', async () => {
  const root = temporaryLibrary(FILES);
  const { stdout } = await run(['list', '--library', root, '-f', 'ids', 'folder:world/europe']);
  expect(stdout.split('\n').filter(Boolean).sort()).toEqual(['b', 'd']);
});
