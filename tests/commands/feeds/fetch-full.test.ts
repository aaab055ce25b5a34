// Whole articles from the pages of entries, and limits on what is kept of a feed.

import { expect, test } from 'vitest';
import { PNG, page } from '../../support/web/adding.ts';
import { type Item, library, rss } from '../../support/web/following.ts';
import { type Answer, serve } from '../../support/web/web-server.ts';

const FULL = 'newsprint:full="true"';
/** A feed at `/feed` whose entries link to pages of the same server. */
async function site(pages: Record<string, Answer>, items: (url: string) => readonly Item[]) {
  const answers: Record<string, Answer> = { ...pages };
  const { url, asked } = await serve(answers);
  const set = (all: readonly Item[]): void => {
    answers['/feed'] = { body: rss(all), headers: { etag: JSON.stringify(all.length) } };
  };
  set(items(url));
  return { url, asked, answers, set, ...library([[`${url}/feed`, FULL]]) };
}

const figure = '<figure><img src="/quay.png"><figcaption>The quay. Photo: AP</figcaption></figure>';
const story = page('Harbour reopens after the storm').replace(
  '</head>',
  '<link rel="canonical" href="/harbour"></head>',
);

test('Each article comes whole from its page, with its pictures; the feed says what it is called', async () => {
  const { url, fetch, open, read, files, asked } = await site(
    { '/1': { body: story.replace('</p>', `</p>${figure}`) }, '/quay.png': { body: PNG } },
    (at) => [{ title: 'The harbour', guid: '1', link: `${at}/1?utm_source=rss`, text: 'Short.' }],
  );
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(files()).toEqual(['2021/2021-07-19-the-harbour.md']);
  const text = read(files()[0] ?? '');
  expect(text).toContain('eleven days after the storm');
  expect(text).toMatch(/\]\(\.\.\/images\/\w+\.png "The quay\. Photo: AP"\)/);
  expect(text).not.toContain('excerpt');
  expect(open().articles).toMatchObject([
    {
      title: 'The harbour',
      guid: '1',
      feed: `${url}/feed`,
      source: 'Northport News',
      url: `${url}/harbour`,
      also: [`${url}/1`],
      published: '2021-07-19T08:00:00Z',
    },
  ]);
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(asked.filter((path) => path.startsWith('/1'))).toHaveLength(1);
});

test('Entries whose pages say one address are one article, unless all pages of the site do', async () => {
  const canonical = '<link rel="canonical" href="/all"></head>';
  const broken = ['Rain', 'Sun'].map((title) => page(title).replace('</head>', canonical));
  const [rain = '', sun = ''] = broken.map((text, at) => text.replace('eleven', `${at} or ten`));
  const { fetch, open } = await site(
    { '/1': { body: story }, '/2': { body: story }, '/3': { body: rain }, '/4': { body: sun } },
    (at) =>
      ['1', '2', '3', '4'].map((guid) => ({ guid, title: `No. ${guid}`, link: `${at}/${guid}` })),
  );
  expect(await fetch()).toEqual(['1 feed, 3 new']);
  const harbour = open().articles.find((head) => head.url?.endsWith('/harbour'));
  expect(harbour?.also).toHaveLength(2);
});

test('Where the page cannot be had the excerpt is kept and marked, and tried again, not for ever', async () => {
  const { fetch, open, answers, asked } = await site({ '/1': { status: 503 } }, (at) => [
    { title: 'The harbour', guid: '1', link: `${at}/1`, text: 'Short.' },
  ]);
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toMatchObject([{ excerpt: true }]);
  answers['/1'] = { body: story };
  expect(await fetch()).toEqual(['1 feed, 0 new, 1 updated']);
  expect(open().articles).toMatchObject([{ excerpt: false, title: 'The harbour' }]);
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(asked.filter((path) => path === '/1')).toHaveLength(2);
});

test('A page that is never to be had is asked for three times', async () => {
  const { fetch, asked } = await site({ '/1': { status: 503 } }, (at) => [
    { guid: '1', link: `${at}/1` },
  ]);
  for (let times = 0; times < 5; times += 1) await fetch();
  expect(asked.filter((path) => path === '/1')).toHaveLength(3);
});

test.each([
  ['has gone', { status: 404 }],
  ['is another kind of thing', { body: PNG, headers: { 'content-type': 'image/png' } }],
  ['asks for a login', { body: page('Please log in', ['You need an account.']) }],
])('A page that %s leaves the excerpt', async (_, answer) => {
  const text = `<p>${'A long description of what happened. '.repeat(20)}</p>`;
  const { fetch, open, read, files } = await site({ '/1': answer }, (at) => [
    { guid: '1', link: `${at}/1`, text },
  ]);
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(open().articles).toMatchObject([{ excerpt: true }]);
  expect(read(files()[0] ?? '')).toContain('what happened');
});

const DAYS = ['2031-05-01', '2031-05-02', '2031-05-03', '2031-05-04'];
const daily = (days: readonly string[]): readonly Item[] =>
  days.map((day) => ({
    title: `News of ${day}`,
    guid: day,
    link: `https://n.test/${day}`,
    date: new Date(`${day}T08:00:00Z`).toUTCString(),
  }));

const NOW = new Date('2031-05-04T12:00:00Z');

test.each([
  ['2', ['03', '04'], ['04', '05']],
  ['2d', ['03', '04'], ['04', '05']],
])(
  'Of a feed that keeps %s the others stay out or go, but for what is starred',
  async (keep, first, then) => {
    const answers = { '/a': { body: rss(daily(DAYS)) } };
    const { url } = await serve(answers);
    const { fetch, open } = library([[`${url}/a`, `newsprint:keep="${keep}"`]]);
    const days = () => open().articles.map(({ guid }) => guid?.slice(-2));
    expect(await fetch({ now: NOW })).toEqual(['1 feed, 2 new']);
    expect(days().sort()).toEqual(first);
    answers['/a'] = { body: rss(daily([...DAYS, '2031-05-05'])) };
    const tomorrow = new Date('2031-05-05T12:00:00Z');
    expect(await fetch({ now: tomorrow })).toEqual(['1 feed, 1 new']);
    expect(days().sort()).toEqual(then);
    // One step takes back what came and what went.
    open().journals.undo(tomorrow);
    expect(days().sort()).toEqual(first);
    const [starred] = open().articles.filter(({ guid }) => guid === '2031-05-03');
    open().journals.change([{ id: starred?.id ?? '', set: { starred: true } }], { now: tomorrow });
    await fetch({ now: tomorrow });
    expect(days().sort()).toEqual(['03', ...then]);
  },
);

test('Articles grow older though their feed has nothing new', async () => {
  const { url } = await serve({ '/a': { body: rss(daily(DAYS)) } });
  const { fetch, open } = library([[`${url}/a`, 'newsprint:keep="3d"']]);
  await fetch({ now: NOW });
  expect(open().articles).toHaveLength(3);
  await fetch({ now: new Date('2031-05-06T12:00:00Z') });
  expect(open().articles).toHaveLength(1);
});
