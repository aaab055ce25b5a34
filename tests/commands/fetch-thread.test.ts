// The thread of a fetch: as the build has it, and where it cannot run.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { FetchProgress } from '../../src/commands/fetch-feeds.ts';
import type { FetchOrder, FetchReply } from '../../src/commands/fetch-messages.ts';
import { formatSummary } from '../../src/commands/fetch-report.ts';
import { fetchInThread } from '../../src/commands/fetch-thread.ts';
import { readSubscriptions } from '../../src/commands/subscriptions.ts';
import { library, rss } from '../support/following.ts';
import { program } from '../support/run.ts';
import { serve } from '../support/web-server.ts';

async function prepare() {
  const { url } = await serve({ '/a': { body: rss([{}]) }, '/b': { status: 500 } });
  const place = library([`${url}/a`, `${url}/b`]);
  const { subscriptions } = readSubscriptions(place.root);
  const io = { env: place.env, platform: 'linux', version: '1', now: new Date() };
  return { ...place, url, subscriptions, io };
}

test('The built thread fetches, says how far it is, and what failed', async () => {
  const { root, subscriptions, io, files, url } = await prepare();
  const folder = /__dirname,\s*"([0-9a-f]{12})"/.exec(readFileSync(program, 'utf8'))?.[1] ?? '';
  const workerData: FetchOrder = { ...io, root, subscriptions, isForced: false };
  const worker = new Worker(join(dirname(program), folder, 'fetch-worker.cjs'), { workerData });
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
  const { root, subscriptions, io } = await prepare();
  const seen: FetchProgress[] = [];
  const signal = new AbortController().signal;
  const onProgress = (progress: FetchProgress): void => void seen.push(progress);
  const summary = await fetchInThread(root, subscriptions, { io, signal, onProgress });
  expect(formatSummary(summary)).toBe('2 feeds, 1 new, 1 failed');
  expect(seen).toHaveLength(2);
});
