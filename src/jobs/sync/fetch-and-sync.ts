// A fetch of everything: feeds from here, and what comes by way of servers.
import type { Subscription } from '../../intake/opml/subscription.ts';
import {
  type FetchOptions,
  type FetchSummary,
  fetchFeeds,
  NOTHING_FETCHED,
} from '../fetch/fetch-feeds.ts';
import { limitedBy } from '../fetch/fetch-limit.ts';
import { type SyncOptions, type SyncOutcome, syncServers } from './sync-servers.ts';

export interface FetchAndSyncOptions extends FetchOptions {
  /** The limit of feeds that have none of their own, see `limitedBy`. */
  readonly keep: string;
}

export interface FetchAndSyncSummary extends FetchSummary {
  /** What became of each server; `added` and `updated` hold what it brought. */
  readonly synced: readonly SyncOutcome[];
}

/**
 * Fetches feeds of our own, then syncs with servers: where the user named feeds, with those of them.
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function fetchAndSync(
  root: string,
  subscriptions: readonly Subscription[],
  options: FetchAndSyncOptions,
  onServer?: SyncOptions['onProgress'],
): Promise<FetchAndSyncSummary> {
  const own = subscriptions.filter(({ server }) => server === undefined);
  const named = new Set(subscriptions.flatMap(({ server }) => server ?? []));
  const { isForced = false, host, signal, keep, onWait = () => {} } = options;
  const fetched =
    own.length === 0 ? NOTHING_FETCHED : await fetchFeeds(root, own.map(limitedBy(keep)), options);
  const asking = { host, signal, keep, onWait, ...(onServer && { onProgress: onServer }) };
  const wanted = (name: string): boolean => !isForced || named.has(name);
  const synced = signal.aborted ? [] : await syncServers(root, asking, wanted);
  const ids = (key: 'added' | 'updated') => [...fetched[key], ...synced.flatMap((one) => one[key])];
  const failures = [...fetched.failures, ...synced.flatMap(({ errors }) => errors)];
  return { ...fetched, added: ids('added'), updated: ids('updated'), failures, synced };
}
