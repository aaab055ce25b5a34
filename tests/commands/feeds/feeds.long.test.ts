// Feeds that are added at once.

import { describe, expect, test } from 'vitest';
import { feedDevice, rss } from '../../support/feeds.ts';
import { serve } from '../../support/web-server.ts';

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
