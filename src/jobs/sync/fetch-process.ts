// A fetch in a process of its own: the caller goes on drawing, and has the memory back when it is over.
import type { Subscription } from '../../intake/opml/subscription.ts';
import { askProcess, type WorkContext } from '../../library/threads/worker-thread.ts';
import type { FetchProgress } from '../fetch/fetch-feeds.ts';
import {
  type FetchAndSyncOptions,
  type FetchAndSyncSummary,
  fetchAndSync,
} from './fetch-and-sync.ts';

/** A fetch as plain data. */
export interface FetchWork
  extends Pick<FetchAndSyncOptions, 'host' | 'isForced' | 'isAuto' | 'timeout' | 'keep'> {
  readonly root: string;
  readonly subscriptions: readonly Subscription[];
}

/** What is said while it goes on; a text is the lock of another fetch that is under way. */
export type FetchNews = FetchProgress | string;

/** `fetchAndSync`, beside what the caller does. */
export async function fetchInProcess(
  root: string,
  subscriptions: readonly Subscription[],
  { host, signal, onProgress, onWait, ...rest }: FetchAndSyncOptions,
): Promise<FetchAndSyncSummary> {
  const { version, now, platform, env } = host;
  const plain = { version, now, platform, env: { ...env } };
  const work = { root, subscriptions, host: plain, ...rest };
  return askProcess('fetch-worker.cjs', runFetch, work, {
    signal,
    onProgress: (news) => (typeof news === 'string' ? onWait?.(news) : onProgress?.(news)),
  });
}

export function runFetch(
  { root, subscriptions, ...options }: FetchWork,
  { signal, onProgress }: WorkContext<FetchNews>,
): Promise<FetchAndSyncSummary> {
  return fetchAndSync(root, subscriptions, { ...options, signal, onProgress, onWait: onProgress });
}
