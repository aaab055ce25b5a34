// Versions of one entry, whatever its feed calls it: they are one article.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../support/machine/run.ts';
import { type Item, library } from '../../support/web/following.ts';
import { served } from '../../support/web/served-feeds.ts';

const STORY = 'https://north.test/story';
const TEXT = Array.from('abcdefghijklmnopqrst', (letter) => `The ${letter}-th berth is open.`);
const text = (of: number, more = ''): string => `<p>No. ${of}. ${TEXT.join(` ${of}`)} ${more}</p>`;
const date = (of: number): string => `Mon, ${10 + of} Jul 2021 08:00:00 GMT`;

test.each<[string, (of: number, round: number) => Item]>([
  [
    'no guid, no address, and a text that is corrected',
    (of, round) => ({ title: `No. ${of}`, guid: null, date: date(of), text: `<p>${round}</p>` }),
  ],
  [
    'no guid, no address, and a headline that is corrected',
    (of, round) => ({ title: `No. ${of}/${round}`, guid: null, date: date(of), text: text(of) }),
  ],
  [
    'no guid, no address, no date, and a text that is added to',
    (of, round) => ({ title: `No. ${of}`, guid: null, date: null, text: text(of, `+${round}`) }),
  ],
  [
    'another guid each time',
    (of, round) => ({ title: `No. ${of}`, guid: `${of} ${round}`, date: date(of), text: text(of) }),
  ],
  [
    'another session in its address each time',
    (of, round) => ({
      title: `No. ${of}`,
      guid: null,
      link: `${STORY}/${of}?sid=${round}`,
      date: date(of),
      text: text(of),
    }),
  ],
  [
    'another guid each time, no date, and one address for all',
    (of, round) => ({
      title: `No. ${of}`,
      guid: `${of} ${round}`,
      link: 'https://north.test/',
      date: null,
      text: text(of),
    }),
  ],
])('Eight entries with %s stay eight articles', async (_, item) => {
  const items = (round: number) => Array.from({ length: 8 }, (__, of) => item(of, round));
  const { fetch, open, set, root } = await served({ '/a': items(0) });
  await fetch();
  for (let round = 1; round < 6; round += 1) {
    set('/a', items(round));
    await fetch();
  }
  const { articles } = open();
  expect(articles).toHaveLength(8);
  // The last correction is what is kept.
  const last = items(5).map(({ title }) => title);
  expect(articles.map(({ title }) => title).sort()).toEqual(last.sort());
  if (items(0)[0]?.text === items(5)[0]?.text) return;
  const end =
    items(5)[0]
      ?.text?.replace(/<\/?p>/g, '')
      .trim()
      .split(' ')
      .at(-1) ?? '';
  const first = articles.find(({ title }) => title === items(5)[0]?.title);
  expect(
    readFileSync(join(root, first?.path ?? ''), 'utf8')
      .trim()
      .endsWith(end),
  ).toBe(true);
});

test('One headline twice on a day, without guids and addresses, is two articles', async () => {
  const traffic = (words: string): Item => ({ title: 'Traffic', guid: null, text: words });
  const { fetch, open, set } = await served({ '/a': [traffic('<p>Clear.</p>')] });
  await fetch();
  set('/a', [traffic('<p>Slow.</p>'), traffic('<p>Clear.</p>')]);
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toHaveLength(2);
});

test('One guid for two posts of different address, date and headline is two articles', async () => {
  const { fetch, open, set } = await served({
    '/a': [{ title: 'Rain', guid: '1', link: `${STORY}/rain`, date: date(0) }],
  });
  await fetch();
  set('/a', [{ title: 'Sun', guid: '1', link: `${STORY}/sun`, date: date(1) }]);
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toHaveLength(2);
});

test('A feed that ends in the middle changes no article to a part of it', async () => {
  const items = ['Rain', 'Sun'].map((title, of) => ({ title, text: text(of) }));
  const { url, fetch, open, read, files, cut } = await served({ '/a': items });
  await fetch();
  const before = files().map(read);
  cut('/a', 200);
  const problem = `${url}/a: the feed is cut off before its end; what there is of it was read`;
  expect(await fetch()).toEqual(['1 feed, 0 new, 1 failed', problem]);
  expect(files().map(read)).toEqual(before);
  const other = library([`${url}/a`]);
  expect(await other.fetch()).toEqual(['1 feed, 2 new, 1 failed', problem]);
  cut('/a', 0);
  expect(await other.fetch()).toEqual(['1 feed, 0 new, 1 updated']);
  expect(other.files().map(other.read).join('').includes('The t-th berth is open. </p>')).toBe(
    false,
  );
  expect(open().articles).toHaveLength(2);
});

test('An entry with neither headline nor text nor address is none', async () => {
  const nothing = { title: '', guid: 'x', text: '<p> </p>' };
  const { fetch, open } = await served({ '/a': [nothing, { title: 'Rain' }] });
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toMatchObject([{ title: 'Rain' }]);
});

test('An article that came by two feeds is listed and counted under both', async () => {
  const { url, fetch, root } = await served({
    '/a': [{ guid: '1', link: `${STORY}?utm_source=a` }],
    '/b': [
      { guid: '2', link: STORY },
      { guid: '3', link: 'https://north.test/more', title: 'More' },
    ],
  });
  await fetch();
  const env = { NEWSPRINT_LIBRARY: root };
  for (const feed of ['a', 'b']) {
    const { stdout } = await run(['list', '-f', 'ids', `feed:${url}/${feed}`], { env });
    expect(stdout).toContain('harbour-reopens\n');
  }
  const { stdout } = await run(['feeds', '--json'], { env });
  expect(JSON.parse(stdout)).toMatchObject([{ articles: 1 }, { articles: expect.anything() }]);
  expect(stdout).not.toContain('"articles": 0');
});
