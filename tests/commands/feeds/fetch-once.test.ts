// No doubles: an entry is one article, whichever feeds it comes by, and however often.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { fetchFeeds } from '../../../src/jobs/fetch/fetch-feeds.ts';
import { removeArticles } from '../../../src/library/store/remove-articles.ts';
import { manyArticles } from '../../support/library/many-articles.ts';
import { removing } from '../../support/library/removing.ts';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { follower, type Item, library, rss } from '../../support/web/following.ts';
import { served } from '../../support/web/served-feeds.ts';
import { serve } from '../../support/web/web-server.ts';

const STORY = 'https://north.test/story';

test('One address is one article, without what tracks the reader; it lists the other feed', async () => {
  const { url, fetch, open } = await served({
    '/a': [{ title: 'Harbour reopens', guid: '1', link: `${STORY}?utm_source=a` }],
    '/b': [{ title: 'The harbour, again', guid: '9', link: `${STORY}?utm_medium=b#top` }],
  });
  expect(await fetch()).toEqual(['2 feeds, 1 new']);
  const [head, ...others] = open().articles;
  expect(others).toEqual([]);
  expect(head).toMatchObject({ url: STORY });
  const feeds = [head?.feed, ...(head?.also ?? [])];
  expect(feeds.sort()).toEqual([`${url}/a`, `${url}/b`]);
});

test('One guid of a feed is one article; an address that it did not have is listed', async () => {
  const { fetch, open, set, read, files } = await served({
    '/a': [{ guid: '1', link: 'https://north.test/1' }],
  });
  await fetch();
  set('/a', [{ guid: '1', link: 'https://north.test/2', text: '<p>Anew.</p>' }]);
  expect(await fetch()).toEqual(['1 feed, 0 new, 1 updated']);
  expect(open().articles).toMatchObject([
    { url: 'https://north.test/1', also: ['https://north.test/2'] },
  ]);
  expect(read(files()[0] ?? '')).toContain('Anew.');
});

test.each<[string, readonly Item[], number]>([
  [
    'two entries with one guid and one address',
    [
      { guid: '1', link: STORY },
      { guid: '1', link: STORY },
    ],
    1,
  ],
  [
    'two entries of one name and address',
    [
      { guid: '1', link: STORY },
      { guid: '2', link: STORY },
    ],
    1,
  ],
  [
    'entries that all have the address of the site',
    ['Rain', 'Sun', 'Fog'].map((title) => ({ title, link: 'https://north.test/' })),
    3,
  ],
  [
    'entries that are parts of one page',
    ['1', '2'].map((guid) => ({ guid, title: 'Release', link: `${STORY}#${guid}` })),
    2,
  ],
  [
    'entries that all have one guid',
    ['Rain', 'Sun'].map((title) => ({ guid: '0', title, link: `${STORY}/${title}` })),
    2,
  ],
  [
    'entries of one name, without addresses',
    ['1', '2'].map((guid) => ({ guid, title: 'Open thread', text: '<p>Talk.</p>' })),
    2,
  ],
  ['one entry without guid and address', [{ guid: null }], 1],
])('Of %s come as many articles as there are, and no more later', async (_, items, count) => {
  const { fetch, open, set } = await served({ '/a': items });
  expect(await fetch()).toEqual([`1 feed, ${count} new`]);
  set('/a', [{ title: 'One more', guid: 'x', link: 'https://north.test/x' }, ...items]);
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toHaveLength(count + 1);
});

test('Of several articles of one address an entry is the one with its headline', async () => {
  const titles = ['Low tide', 'High tide', 'No tide'];
  const { url, root, fetch, open } = await served({
    '/a': titles.map((title) => ({ title, guid: null, link: STORY })),
  });
  // As another program kept them, which made guids of its own.
  const kept = titles
    .toReversed()
    .map((title, at) => [
      `${at}.md`,
      `---\ntitle: ${title}\nurl: ${STORY}\npublished: 2021-07-19T08:00:00Z\nguid: own-${at}\nfeed: ${url}/a\n---\n\nOld.\n`,
    ]);
  writeFiles(root, Object.fromEntries(kept));
  await fetch();
  const found = open().articles.map(({ id, title }) => `${id} ${title}`);
  expect(found.toSorted()).toEqual(['0 No tide', '1 High tide', '2 Low tide']);
});

test('Without a cache nothing comes twice either', async () => {
  const items = [{ guid: '1', link: STORY }, { title: 'Rain', guid: null }, { title: 'Sun' }];
  const { url, fetch, root } = await served({ '/a': items });
  expect(await fetch()).toEqual(['1 feed, 3 new']);
  const other = library([`${url}/a`]);
  const host = { env: other.env, platform: 'linux', now: new Date(), version: '1' };
  const signal = new AbortController().signal;
  const again = await fetchFeeds(root, readSubscriptions(root).subscriptions, { host, signal });
  expect(again).toMatchObject({ added: [], updated: [] });
});

test('An entry without guid and address stays removed, also on another day', async () => {
  const items = [
    { title: 'Rain', guid: null },
    { title: 'Sun', guid: null },
  ];
  const { fetch, open, set } = await served({ '/a': items });
  expect(await fetch()).toEqual(['1 feed, 2 new']);
  const rain = open().articles.filter(({ title }) => title === 'Rain');
  removeArticles(removing(open()), rain, new Date());
  set('/a', [{ title: 'One more', guid: 'x' }, ...items]);
  expect(await fetch({ now: new Date('2031-01-01T00:00:00Z') })).toEqual(['1 feed, 1 new']);
  expect(
    open()
      .articles.map(({ title }) => title)
      .sort(),
  ).toEqual(['One more', 'Sun']);
});

test('Two devices meet in one file', async () => {
  const items = [{ guid: '1' }, { title: 'Rain', guid: '2' }, { title: 'Rain', guid: '3' }];
  const { url, fetch, files } = await served({ '/a': items });
  await fetch();
  const other = library([`${url}/a`]);
  await other.fetch({ now: new Date('2031-01-01T00:00:00Z') });
  expect(other.files()).toEqual(files());
  const bare = (text: string): string => text.replace(/^added: .*$/m, '');
  for (const [at, path] of files().entries()) {
    expect(bare(other.read(path))).toBe(bare(other.read(other.files()[at] ?? '')));
  }
});

test('What the user added is left as it is by a feed that has it, too', async () => {
  const { fetch, root, read } = await served({ '/a': [{ link: STORY, text: '<p>Short.</p>' }] });
  const text = `---\ntitle: Harbour reopens\nurl: ${STORY}\n---\n\nThe whole of it.\n`;
  writeFileSync(join(root, 'own.md'), text);
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(read('own.md')).toBe(text);
});

test('A removed article does not come back by another feed', async () => {
  const { fetch, open, set, url, follow } = await served({
    '/a': [{ guid: '1', link: STORY }],
    '/b': [],
  });
  await fetch();
  removeArticles(removing(open()), open().articles, new Date());
  set('/b', [{ title: 'Another name', guid: '7', link: `${STORY}?utm_source=b` }]);
  follow([`${url}/b`]);
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(open().articles).toEqual([]);
});

test('A feed that only writes its entries anew does not touch those of other feeds', async () => {
  const { fetch, set, read, files } = await served({ '/a': [{ guid: '1', link: STORY }] });
  await fetch();
  const before = read(files()[0] ?? '');
  set('/a', [{ guid: '1', link: STORY }], 'Another title');
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(read(files()[0] ?? '')).toBe(before);
});

test('The index is ready when a fetch ends, whoever opens the list next', async () => {
  const { url } = await serve({ '/a': { body: rss([{}]) } });
  const { call, cache, root } = follower([`${url}/a`]);
  writeFiles(root, manyArticles());
  await call(['fetch']);
  const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' });
  expect(kept.filter((path) => path.endsWith('.db'))).toHaveLength(1);
});
