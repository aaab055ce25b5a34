// The entries of a feed that are new: told apart, each with what it is found again by.

import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../../src/intake/opml/subscription.ts';
import { subscriptionTo } from '../../../src/jobs/feeds/subscriptions.ts';
import { readFeedSource } from '../../../src/jobs/fetch/read-feed-source.ts';
import { type Item, rss } from '../../support/web/following.ts';

const FEED = 'https://north.test/feed';

async function read(
  items: readonly Item[],
  fields: Partial<Subscription> = {},
  seen: readonly string[] = [],
  title?: string,
) {
  const subscription = { ...subscriptionTo(FEED), ...fields };
  const bytes = Buffer.from(rss(items, title));
  const contentType = 'application/rss+xml';
  return readFeedSource({
    bytes,
    url: FEED,
    contentType,
    subscription,
    seen: new Set(seen),
    now: NOW,
  });
}

const NOW = new Date('2021-07-20T12:00:00Z');

const urlsOf = async (items: readonly Item[]) =>
  (await read(items)).entries.map(({ urls }) => urls);

describe('an entry', () => {
  test('that was dealt with is named among those, and read no more', async () => {
    const items = [{ title: 'One' }, { title: 'Two' }];
    const first = await read(items);
    const [one = '', two = ''] = first.entries.map(({ digest }) => digest);
    expect(one).toMatch(/^\S{12}$/);
    expect(first.seen).toEqual([]);
    const again = await read(items, {}, [one, 'other']);
    expect(again.entries.map(({ digest }) => digest)).toEqual([two]);
    expect(again.seen).toEqual([one]);
  });

  test('that is dated more than a day ahead has no date', async () => {
    const dates = ['Wed, 21 Jul 2021 11:00:00 GMT', 'Wed, 21 Jul 2021 13:00:00 GMT'];
    const ahead = [...dates, 'Fri, 31 Dec 9999 00:00:00 GMT'];
    const { entries } = await read(ahead.map((date, at) => ({ title: `Rain ${at}`, date })));
    const known = entries.map(({ article }) => article.published);
    expect(known).toEqual(['2021-07-21T11:00:00Z', null, null]);
  });

  test('that is in the feed twice is read once', async () => {
    expect((await read([{ title: 'One' }, { title: 'One' }])).entries).toHaveLength(1);
  });

  test('is found again by its address', async () => {
    expect(await urlsOf([{ title: 'One', link: 'https://north.test/1' }])).toEqual([
      ['https://north.test/1'],
    ]);
  });

  test('is not found by an address that entries of other names have as well', async () => {
    const link = 'https://north.test/releases';
    const items = [1, 2].map((at) => ({ title: `Release ${at}`, guid: `${at}`, link }));
    expect(await urlsOf(items)).toEqual([[], []]);
    expect(await urlsOf(items.slice(1))).toEqual([[link]]);
    const parts = items.map((item, at) => ({ ...item, link: `${link}#v${at}` }));
    expect(await urlsOf(parts)).toEqual([[], []]);
  });

  test('has no guid that another has', async () => {
    const items = ['One', 'Two'].map((title) => ({
      title,
      guid: '7',
      link: `https://n.test/${title}`,
    }));
    const { entries } = await read(items);
    expect(entries.map(({ article }) => article.guid)).toEqual([null, null]);
    expect(entries.map(({ urls }) => urls.length)).toEqual([1, 1]);
    const [one] = (await read(items.slice(1))).entries;
    expect(one?.article.guid).toBe('7');
  });

  test('without guid and address has one made of what it says', async () => {
    const [one, other, same] = await Promise.all(
      ['Rain', 'Storm', 'Rain'].map(async (title) => {
        return (await read([{ title, guid: null }])).entries[0]?.article.guid;
      }),
    );
    expect(one).toMatch(/^sha256:\S{16,}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
    const [linked] = (await read([{ title: 'Rain', guid: null, link: 'https://n.test/1' }]))
      .entries;
    expect(linked?.article.guid).toBeNull();
  });

  test('is of the feed, with its tags and under its name', async () => {
    const { entries } = await read([{ title: 'One' }], { title: 'My north', tags: ['sea', 'a'] });
    expect(entries[0]?.article).toMatchObject({
      title: 'One',
      source: 'My north',
      feed: FEED,
      tags: ['sea', 'a'],
      base: null,
      published: '2021-07-19T08:00:00Z',
    });
    expect(entries[0]?.published).toBe('2021-07-19T08:00:00Z');
    const moved = await read([{ title: 'One' }], { id: 'https://north.test/old' }, [], 'Northport');
    expect(moved.entries[0]?.article).toMatchObject({
      source: 'Northport',
      feed: 'https://north.test/old',
    });
  });

  test('without a headline and words is called like its feed', async () => {
    const bare = { title: '', text: '<img src="https://n.test/a.jpg">' };
    const titles = await Promise.all([
      read([bare], { title: 'My north' }),
      read([bare], {}, [], 'Northport'),
    ]);
    expect(titles.map(({ entries }) => entries[0]?.article.title)).toEqual([
      'My north',
      'Northport',
    ]);
  });
});

test('A feed says what it is called', async () => {
  expect((await read([], {}, [], 'Northport News')).title).toBe('Northport News');
});

test('Of a feed without end the first two thousand entries are read', async () => {
  const items = Array.from({ length: 2001 }, (_, at) => ({ title: `Number ${at}`, text: '' }));
  const { entries, failures } = await read(items);
  expect(entries).toHaveLength(2000);
  expect(failures).toEqual(['only its first 2000 entries are read']);
  const known = entries.map(({ digest }) => digest);
  expect((await read(items.slice(1), {}, known)).failures).toEqual([]);
});

test('What is no feed is refused', async () => {
  const subscription = subscriptionTo(FEED);
  const bytes = Buffer.from('<html></html>');
  await expect(
    readFeedSource({
      bytes,
      url: FEED,
      contentType: 'text/html',
      subscription,
      seen: new Set(),
      now: NOW,
    }),
  ).rejects.toMatchObject({ code: 'unreadable' });
});
