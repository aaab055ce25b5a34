// The process of a fetch: as the build has it, and where it cannot run.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatSummary } from '../../../src/commands/fetch.ts';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import type { FetchProgress, FetchSummary } from '../../../src/jobs/fetch/fetch-feeds.ts';
import type { FeedSource, ReadFeed } from '../../../src/jobs/fetch/read-feed-source.ts';
import {
  type FetchNews,
  type FetchWork,
  fetchInProcess,
} from '../../../src/jobs/sync/fetch-process.ts';
import { startThread } from '../../../src/library/threads/worker-thread.ts';
import { buildFolder } from '../../support/machine/chunks.ts';
import { library, rss } from '../../support/web/following.ts';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';
import { serve } from '../../support/web/web-server.ts';

async function prepare() {
  const { url } = await serve({ '/a': { body: rss([{}]) }, '/b': { status: 500 } });
  const place = library([`${url}/a`, `${url}/b`]);
  const { subscriptions } = readSubscriptions(place.root);
  const host = { env: place.env, platform: 'linux', version: '1', now: new Date() };
  return { ...place, url, subscriptions, host };
}

/** The path of a chunk of the build. */
function chunk(name: string): string {
  return join(buildFolder(), name);
}

/** For what a built worker does itself. */
function notHere(): never {
  throw new Error('it was done by the one that asked');
}

test('The built process fetches, says how far it is, and what failed', async () => {
  const { root, subscriptions, host, files, url } = await prepare();
  const thread = startThread<FetchWork, FetchSummary, FetchNews>({
    file: chunk('fetch-worker.cjs'),
    isProcess: true,
    here: notHere,
  });
  const news: FetchNews[] = [];
  const onProgress = (one: FetchNews): void => void news.push(one);
  const summary = await thread.ask({ host, root, subscriptions, keep: '' }, { onProgress });
  await thread.end();
  expect(news).toMatchObject([{ done: 1 }, { done: 2 }]);
  const message = `${url}/b: the server answered 500 Internal Server Error`;
  expect(summary).toMatchObject({
    added: ['2021-07-19-harbour-reopens'],
    feeds: [{ error: null }, { error: { message, hint: null } }],
  });
  expect(files()).toHaveLength(1);
});

test('Where there is no process the caller’s does the work', async () => {
  const { root, subscriptions, host } = await prepare();
  const seen: FetchProgress[] = [];
  const signal = new AbortController().signal;
  const onProgress = (progress: FetchProgress): void => void seen.push(progress);
  const summary = await fetchInProcess(root, subscriptions, { host, signal, onProgress, keep: '' });
  expect(formatSummary(summary)).toBe('2 feeds, 1 new, 1 failed');
  expect(seen).toHaveLength(2);
});

test('The built thread reads a feed, and names what is none', async () => {
  const { subscriptions } = await prepare();
  const [subscription] = subscriptions;
  if (subscription === undefined) throw new Error('nothing is followed');
  const file = chunk('feed-worker.cjs');
  const thread = startThread<FeedSource, ReadFeed>({ file, here: notHere });
  const source = {
    url: subscription.url,
    contentType: '',
    subscription,
    seen: new Set<string>(),
    now: new Date(),
  };
  const ask = (text: string) => thread.ask({ ...source, bytes: Buffer.from(text) });
  const { entries } = await ask(rss([{}, { title: 'Rain' }]));
  expect(entries.map(({ article }) => article.title)).toEqual(['Harbour reopens', 'Rain']);
  await expect(ask('no feed')).rejects.toMatchObject({
    code: 'unreadable',
    name: 'NewsprintError',
  });
  await thread.end();
});

test('The process that the reader has fetch syncs with servers as well', async () => {
  const server = await serveMiniflux();
  server.addEntry(server.addFeed('https://north.test/feed', 'North'), 'a');
  const own = await machine(server.url);
  const thread = startThread<FetchWork, FetchSummary, FetchNews>({
    file: chunk('fetch-worker.cjs'),
    isProcess: true,
    here: notHere,
  });
  const host = { env: own.env, platform: 'linux', version: '1', now: new Date() };
  const summary = await thread.ask({ host, root: own.root, subscriptions: [], keep: '' }, {});
  await thread.end();
  expect(summary).toMatchObject({ feeds: [], added: ['2021-07-19-a'], failures: [] });
});
