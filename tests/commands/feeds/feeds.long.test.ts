// Feeds that are added, and fetched, at once.

import { describe, expect, test } from 'vitest';
import { FEEDS } from '../../support/machine/writing-calls.ts';
import { feedDevice, rss } from '../../support/web/feeds.ts';
import { follower } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

const FEED = { headers: { 'content-type': 'application/rss+xml' }, body: rss('Harbour News') };

describe('feeds add', () => {
  test('loses nothing where many are added at once', async () => {
    const names = ['/a', '/b', '/c', '/d', '/e', '/f'];
    const { url } = await serve(Object.fromEntries(names.map((name) => [name, FEED])));
    const { feeds } = feedDevice();
    const runs = await Promise.all(names.map((name) => feeds('add', `${url}${name}`)));
    expect(runs.map(({ code }) => code)).toEqual(names.map(() => 0));
    const { stdout } = await feeds('list');
    expect(stdout.trim().split('\n')).toHaveLength(names.length);
  });
});

test('fetch brings nothing twice where three are called at once', async () => {
  const { url } = await serve(FEEDS);
  const { call, ids } = follower([`${url}/a`, `${url}/b`]);
  const runs = await Promise.all([call(['fetch']), call(['fetch']), call(['fetch'])]);
  const said = runs.map(({ stderr }) => stderr.split('\n').at(-2));
  expect(said.sort()).toEqual([
    'newsprint: 2 feeds, 0 new',
    'newsprint: 2 feeds, 0 new',
    'newsprint: 2 feeds, 13 new',
  ]);
  expect(await ids()).toHaveLength(13);
});
