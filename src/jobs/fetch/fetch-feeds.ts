// A whole fetch: stores new articles of feeds in the library, without output.
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import { createPool } from '../pool.ts';
import type { FeedOutcome, FetchError } from './feed-outcome.ts';
import { type FetchBounds, type FetchContext, openContext } from './fetch-context.ts';
import { fetchFeed } from './fetch-feed.ts';
import { withFetchLock } from './fetch-lock.ts';
import { reviseFeeds } from './fetch-moves.ts';
import { trimFeed } from './fetch-store.ts';
import { hostOf, mixHosts } from './host-limits.ts';

/** Most feeds at once, with those that wait for their host or for the disk. */
const UNDER_WAY = 16;

export interface FetchOptions extends FetchBounds {
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Called while another fetch of the library is running. */
  readonly onWait?: OnWait;
}

export interface FetchProgress {
  /** Number of feeds that are done. */
  readonly done: number;
  readonly of: number;
  /** Number of new articles so far. */
  readonly added: number;
  /** The feed that was done last. */
  readonly outcome: FeedOutcome;
  /** The name of the running feed that was begun first; `null` at the end. */
  readonly waitsFor: string | null;
}

export interface FetchSummary {
  /** In the order of the subscriptions, without those that were not reached. */
  readonly feeds: readonly FeedOutcome[];
  /** IDs of new articles, and of updated ones. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  /** Failures beside those of feeds. */
  readonly failures: readonly FetchError[];
  /** A line for each change of a subscription. */
  readonly notes: readonly string[];
}

/** The summary of a fetch without feeds. */
export const NOTHING_FETCHED: FetchSummary = {
  feeds: [],
  added: [],
  updated: [],
  failures: [],
  notes: [],
};

/**
 * Fetches feeds, all as one operation. Of two fetches of a library the second waits for the first.
 * Whatever happens, articles that were stored can be undone.
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function fetchFeeds(
  root: string,
  subscriptions: readonly Subscription[],
  options: FetchOptions,
): Promise<FetchSummary> {
  const summary = await withFetchLock(root, options, async () => {
    const fetching = openContext(root, subscriptions.length, options);
    return fetchAll(fetching, subscriptions, options);
  });
  return summary ?? NOTHING_FETCHED;
}

async function fetchAll(
  fetching: FetchContext,
  subscriptions: readonly Subscription[],
  { onProgress }: FetchOptions,
): Promise<FetchSummary> {
  const { signal, records, root, end } = fetching;
  const outcomes = new Map<Subscription, FeedOutcome>();
  let revised: ReturnType<typeof reviseFeeds> = { failures: [], notes: [] };
  let added = 0;
  const underWay = new Set<Subscription>();
  const pool = createPool(UNDER_WAY);
  const work = async (subscription: Subscription): Promise<void> => {
    if (signal.aborted) return;
    underWay.add(subscription);
    const outcome = await fetchFeed(fetching, subscription);
    underWay.delete(subscription);
    if (!signal.aborted) trimFeed(fetching, subscription);
    outcomes.set(subscription, outcome);
    added += outcome.added.length;
    const [first] = underWay;
    const waitsFor = first === undefined ? null : (first.title ?? shownUrl(first.url));
    onProgress?.({ done: outcomes.size, of: subscriptions.length, added, outcome, waitsFor });
  };
  try {
    const mixed = mixHosts(subscriptions, ({ url }) => hostOf(url));
    for (const subscription of mixed) await pool.add(() => work(subscription));
    await pool.end();
  } finally {
    await end();
    revised = reviseFeeds(root, [...outcomes.values()]);
    records.save();
  }
  const feeds = subscriptions.flatMap((one) => outcomes.get(one) ?? []);
  const ids = (key: 'added' | 'updated') => feeds.flatMap((feed) => feed[key]);
  return { feeds, added: ids('added'), updated: ids('updated'), ...revised };
}
