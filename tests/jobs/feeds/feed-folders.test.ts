// Articles have the folder of their feed, whether there is an index or not.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { withFolders } from '../../../src/core/query/query.ts';
import { openFolders } from '../../../src/jobs/feeds/feed-folders.ts';
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
  const folders = openFolders(root);
  const finders = [scanFinder(openLibrary(root, host)), await openFinder(root, host)];
  const found = (text: string) => {
    const query = withFolders(parseQuery(text, new Date()), folders);
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

test('folder: is asked of list', async () => {
  const root = temporaryLibrary(FILES);
  const { stdout } = await run(['list', '--library', root, '-f', 'ids', 'folder:world/europe']);
  expect(stdout.split('\n').filter(Boolean).sort()).toEqual(['b', 'd']);
});
