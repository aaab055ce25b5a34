// The thread of a fetch: as the build has it, and where it cannot run.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { formatSummary } from '../../../src/commands/print/fetch-report.ts';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import type { FetchProgress } from '../../../src/jobs/fetch/fetch-feeds.ts';
import type { FetchOrder, FetchReply } from '../../../src/jobs/fetch/fetch-messages.ts';
import { fetchInThread } from '../../../src/jobs/fetch/fetch-thread.ts';
import type { ReadFeed } from '../../../src/jobs/fetch/read-feed-source.ts';
import { follower, library, rss } from '../../support/following.ts';
import { program } from '../../support/run.ts';
import { serve } from '../../support/web-server.ts';

async function prepare() {
  const { url } = await serve({ '/a': { body: rss([{}]) }, '/b': { status: 500 } });
  const place = library([`${url}/a`, `${url}/b`]);
  const { subscriptions } = readSubscriptions(place.root);
  const host = { env: place.env, platform: 'linux', version: '1', now: new Date() };
  return { ...place, url, subscriptions, host };
}

/** The path of a chunk of the build. */
function chunk(name: string): string {
  const folder = /__dirname,\s*"([0-9a-f]{12})"/.exec(readFileSync(program, 'utf8'))?.[1] ?? '';
  return join(dirname(program), folder, name);
}

test('The built thread fetches, says how far it is, and what failed', async () => {
  const { root, subscriptions, host, files, url } = await prepare();
  const workerData: FetchOrder = { ...host, root, subscriptions, isForced: false };
  const worker = new Worker(chunk('fetch-worker.cjs'), { workerData });
  const replies: FetchReply[] = [];
  await new Promise<void>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (reply: FetchReply) => {
      replies.push(reply);
      if (reply.kind === 'done' || reply.kind === 'failed') resolve();
    });
  });
  await worker.terminate();
  expect(replies.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'done']);
  const message = `${url}/b: the server answered 500 Internal Server Error`;
  expect(replies.at(-1)).toMatchObject({
    errors: [null, { message, code: 'failed' }],
    summary: { added: ['2021-07-19-harbour-reopens'] },
  });
  expect(files()).toHaveLength(1);
});

test('Where there is no thread the caller’s does the work', async () => {
  const { root, subscriptions, host } = await prepare();
  const seen: FetchProgress[] = [];
  const signal = new AbortController().signal;
  const onProgress = (progress: FetchProgress): void => void seen.push(progress);
  const summary = await fetchInThread(root, subscriptions, { host, signal, onProgress });
  expect(formatSummary(summary)).toBe('2 feeds, 1 new, 1 failed');
  expect(seen).toHaveLength(2);
});

test.each([
  ['a feed', rss([{}, { title: 'Rain' }]), ['Harbour reopens', 'Rain']],
  ['what is none, of which the caller finds out', 'no feed', undefined],
])('The built thread reads %s', async (_, text, titles) => {
  const { subscriptions } = await prepare();
  const [subscription] = subscriptions;
  if (subscription === undefined) throw new Error('nothing is followed');
  const worker = new Worker(chunk('reading-worker.cjs'));
  const source = { url: subscription.url, contentType: '', subscription, seen: new Set<string>() };
  const reply = await new Promise<{ at: number; answer: ReadFeed | null }>((resolve, reject) => {
    worker.on('message', resolve).on('error', reject);
    worker.postMessage({ at: 7, work: { ...source, bytes: Buffer.from(text) } });
  });
  await worker.terminate();
  expect(reply.at).toBe(7);
  expect(reply.answer?.entries.map(({ article }) => article.title)).toEqual(titles);
});

test('Sixty feeds, of which two threads read, are all read', async () => {
  const paths = Array.from({ length: 60 }, (_, at) => `/${at}`);
  const { url } = await serve(
    Object.fromEntries(paths.map((path) => [path, { body: rss([{ title: `No. ${path}` }]) }])),
  );
  const { call } = follower(paths.map((path) => url + path));
  expect(await call(['fetch'])).toMatchObject({ stderr: 'newsprint: 60 feeds, 60 new\n' });
});
