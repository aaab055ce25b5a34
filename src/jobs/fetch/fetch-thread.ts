// A fetch in a thread of its own, so that the caller's goes on drawing and taking keys.

import { Worker } from 'node:worker_threads';
import type { Subscription } from '../../intake/opml/subscription.ts';
import {
  type FetchOptions,
  type FetchProgress,
  type FetchSummary,
  fetchFeeds,
} from './fetch-feeds.ts';
import {
  type FetchOrder,
  type FetchReply,
  receiveError,
  type SentError,
} from './fetch-messages.ts';
import type { FeedOutcome } from './fetching.ts';

/** Beside the chunk of this file: the build puts it there. */
const WORKER = 'fetch-worker.cjs';

/** `fetchFeeds`, beside what the caller does. Where a thread cannot run this one does its work. */
export async function fetchInThread(
  root: string,
  subscriptions: readonly Subscription[],
  options: FetchOptions,
): Promise<FetchSummary> {
  const { host, signal, isForced = false } = options;
  const { version, now, platform } = host;
  const env = { ...host.env };
  const workerData: FetchOrder = { root, subscriptions, version, now, platform, env, isForced };
  const worker = new Worker(new URL(`${import.meta.url}/${WORKER}`), { workerData, stderr: true });
  const abort = (): void => worker.postMessage('abort');
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const reply = await lastReply(worker, options);
    if (reply === null) return await fetchFeeds(root, subscriptions, options);
    if (reply.kind === 'failed') throw receiveError(reply.error);
    return receiveSummary(reply);
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

type LastReply = Extract<FetchReply, { kind: 'done' | 'failed' }>;

/** `null` where the thread ends without a word. */
function lastReply(
  worker: Worker,
  { onProgress, onWait }: FetchOptions,
): Promise<LastReply | null> {
  return new Promise((resolve) => {
    worker.on('message', (reply: FetchReply) => {
      if (reply.kind === 'wait') onWait?.();
      else if (reply.kind === 'progress') onProgress?.(receiveProgress(reply));
      else resolve(reply);
    });
    worker.on('error', () => resolve(null));
    worker.on('exit', () => resolve(null));
  });
}

function receiveProgress({
  progress,
  outcome,
  error,
}: Extract<FetchReply, { kind: 'progress' }>): FetchProgress {
  return { ...progress, outcome: withError(outcome, error) };
}

function receiveSummary({
  summary,
  errors,
  failures,
}: Extract<FetchReply, { kind: 'done' }>): FetchSummary {
  const feeds = summary.feeds.map((feed, at) => withError(feed, errors[at] ?? null));
  return { ...summary, feeds, failures: failures.map(receiveError) };
}

function withError(outcome: FeedOutcome, error: SentError | null): FeedOutcome {
  return { ...outcome, error: error === null ? null : receiveError(error) };
}
