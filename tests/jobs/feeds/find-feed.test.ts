// Which feed a word of a call means.

import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../../src/intake/opml/subscription.ts';
import { findFeed, findFeeds } from '../../../src/jobs/feeds/find-feed.ts';
import { subscriptionTo } from '../../../src/jobs/feeds/subscriptions.ts';

function feed(url: string, fields: Partial<Subscription> = {}): Subscription {
  return { ...subscriptionTo(url), ...fields };
}

const FEEDS = [
  feed('https://north.test/feed', { title: 'North', site: 'https://www.north.test/' }),
  feed('https://feeds.test/north-sea', { title: 'North Sea', site: 'https://sea.test/news' }),
  feed('https://u:p@feeds.test:8443/south', { title: 'Süd-Zeitung' }),
  feed('https://moved.test/new', { title: 'Moved', id: 'https://moved.test/old' }),
  feed('https://untitled.test/rss'),
];

describe('a feed is meant', () => {
  test.each([
    ['by its address', 'https://feeds.test/north-sea', 1],
    ['by its address without its login', 'https://feeds.test:8443/south', 2],
    ['by its first address', 'https://moved.test/old', 3],
    ['by the address of its site', 'https://sea.test/news', 1],
    ['by the front page of its site', 'https://north.test/', 0],
    ['by feed: before its address', 'feed:https://north.test/feed', 0],
    ['by its whole title, though another begins so', 'north', 0],
    ['by its title in other letters', 'sud-zeitung', 2],
    ['by the start of its title', 'north s', 1],
    ['by its address without a scheme', 'feeds.test/north-sea', 1],
    ['by its address without a scheme, a slash behind', 'north.test/feed/', 0],
    ['by its address as its title', 'untitled.test/rss', 4],
    ['by its host', 'untitled.test', 4],
    ['by its host without www', 'north.test', 0],
    ['by its host with the port', 'feeds.test:8443', 2],
    ['by the host of its site', 'sea.test', 1],
  ])('%s: %s', (_, word, at) => {
    expect(findFeed(word, FEEDS)).toBe(FEEDS[at]);
  });
});

describe('no feed is meant', () => {
  test.each([
    ['by nothing', '', 'newsprint feeds names them'],
    ['by a mistyped title', 'Norht', "did you mean 'North'?"],
    ['by a page of its site', 'https://north.test/page', 'newsprint feeds names them'],
    ['by a path that is not its own', 'north.test/other', 'newsprint feeds names them'],
    ['by the middle of its title', 'zeitung', 'newsprint feeds names them'],
  ])('%s', (_, word, hint) => {
    const message = `no feed '${word}'`;
    const said = expect.objectContaining({ message, code: 'not-found', hint });
    expect(() => findFeed(word, FEEDS)).toThrow(said);
  });
});

test('A word that could be several is told which', () => {
  const said = expect.objectContaining({
    message: "'feeds.test' could be 2 feeds",
    code: 'ambiguous',
    hint: [
      '  https://feeds.test/north-sea  North Sea',
      '  https://feeds.test:8443/south  Süd-Zeitung',
      'name it by its URL',
    ].join('\n'),
  });
  expect(() => findFeed('feeds.test', FEEDS)).toThrow(said);
});

test.each([
  ['a title, of which others are starts', 'north', [0]],
  ['a start of titles', 'nor', [0, 1]],
  ['a host', 'feeds.test', [1, 2]],
  ['an address', 'https://feeds.test/north-sea', [1]],
  ['a folder', 'WORLD', [3, 4]],
  ['a folder in another', 'world/Asia', [4]],
])('All feeds are found of %s: %s', (_, word, found) => {
  const folders = [[], [], [], ['World'], ['World/Asia']];
  const feeds: readonly Subscription[] = FEEDS.map((one, at) => ({
    ...one,
    folders: folders[at] ?? [],
  }));
  expect(findFeeds(word, feeds).map((one) => feeds.indexOf(one))).toEqual(found);
});

test('A word that means no feed and no folder finds none', () => {
  expect(() => findFeeds('Europe', FEEDS)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test.each([
  [8, 0],
  [9, 1],
])('Of %i feeds all but %i are named', (count, left) => {
  const many = Array.from({ length: count }, (_, at) => feed(`https://a.test/${at}`));
  const hint = expect.stringMatching(
    left === 0 ? /\/7 {2}a\.test\/7\nname/ : /\/7 {2}a\.test\/7\n {2}and 1 more\nname/,
  );
  expect(() => findFeed('a.test', many)).toThrow(expect.objectContaining({ hint }));
});
