// A fetch, start to end: what is new in feeds comes into the library, without a word to anyone.
import { join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { groupBy } from '../../core/group-by.ts';
import { lazy } from '../../core/lazy.ts';
import { cleanUrl } from '../../intake/clean-url.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import { openFeedRecords } from '../../library/cache/feed-records.ts';
import { type OnWait, takeLongLock } from '../../library/files/file-lock.ts';
import { ownFolder } from '../../library/files/folders.ts';
import { systemReason } from '../../library/files/system-error.ts';
import { DRAFTS_FOLDER } from '../../library/files/temporary-file.ts';
import { emptyLibrary, type Library, reopenLibrary } from '../../library/finder/open-library.ts';
import { readMutes } from '../../library/place/saved-queries.ts';
import { type EntryStore, openEntryStore } from '../../library/store/entry-store.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import { readCorrections } from '../add/kept-corrections.ts';
import type { JobHost } from '../job-host.ts';
import type { FeedOutcome, FeedStore, FetchContext, FetchError } from './fetch-context.ts';
import { fetchFeed } from './fetch-feed.ts';
import { reviseFeeds } from './fetch-moves.ts';
import { trimFeed } from './fetch-store.ts';
import { createHostLimits, hostOf, mixHosts } from './host-limits.ts';
import type { FeedSource, ReadFeed } from './read-feed-source.ts';

/** Feeds under way at once, those included that wait for their host or for the disk. */
const UNDER_WAY = 16;
const TIMEOUT = 30_000;
/** Feeds from which on a second thread is worth its start. */
const MANY = 50;
/** Feeds that may wait for it. */
const MOST_WAITING = 4;

export interface FetchOptions {
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform'>;
  /** Ends the fetch early: what is done stays done. */
  readonly signal: AbortSignal;
  /** Asks feeds, too, that rest after failures. */
  readonly isForced?: boolean;
  /** Of a request for a feed, in ms; 30 s without it. */
  readonly timeout?: number;
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Another fetch of the library is under way, and is waited for. */
  readonly onWait?: OnWait;
}

export interface FetchProgress {
  /** Feeds that are done, of all. */
  readonly done: number;
  readonly of: number;
  /** Articles that are new so far. */
  readonly added: number;
  /** The one that was done last. */
  readonly outcome: FeedOutcome;
}

export interface FetchSummary {
  /** In the order of the subscriptions; without those that were not come to. */
  readonly feeds: readonly FeedOutcome[];
  /** IDs of new articles, and of those that were brought up to date. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  /** What went wrong beside the feeds themselves. */
  readonly failures: readonly FetchError[];
  /** What became of subscriptions, a line each. */
  readonly notes: readonly string[];
}

/** Of a fetch that asked nobody. */
export const NOTHING_FETCHED: FetchSummary = {
  ...{ feeds: [], added: [], updated: [] },
  ...{ failures: [], notes: [] },
};

/**
 * Fetches feeds, all as one operation. Of two fetches of a library the second waits for the first.
 * Whatever happens, what is in the library then has its step to undo.
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function fetchFeeds(
  root: string,
  subscriptions: readonly Subscription[],
  options: FetchOptions,
): Promise<FetchSummary> {
  const { signal, onWait = () => {} } = options;
  const release = await lockLibrary(root, signal, onWait);
  if (release === null) return NOTHING_FETCHED;
  try {
    const fetching = openFetching(root, subscriptions.length, options);
    return await fetchAll(fetching, subscriptions, options);
  } finally {
    release();
  }
}

async function lockLibrary(
  root: string,
  signal: AbortSignal,
  onWait: OnWait,
): Promise<(() => void) | null> {
  try {
    return await takeLongLock(join(ownFolder(root, DRAFTS_FOLDER), 'fetch.lock'), signal, onWait);
  } catch (cause) {
    if (cause instanceof NewsprintError) throw cause;
    const message = `nothing can be kept in ${root}: ${systemReason(cause)}`;
    throw new NewsprintError(message, { code: 'read-only', cause });
  }
}

function openFetching(
  root: string,
  count: number,
  options: FetchOptions,
): FetchContext & { readonly end: () => Promise<void> } {
  const { host, signal, isForced = false, timeout = TIMEOUT } = options;
  const closed = emptyLibrary(root, host);
  let store: FeedStore | undefined;
  let reader: FeedReader | undefined;
  return {
    ...{ host, signal, isForced, timeout, root, now: host.now },
    feedStore: () => {
      store ??= openFeedStore(reopenLibrary(closed), host);
      return store;
    },
    read: (source) => {
      // Started by the first feed that has something new.
      reader ??= startReader(count);
      return reader.ask(source);
    },
    records: openFeedRecords(root, host),
    corrections: lazy(() => readCorrections(root)),
    limits: createHostLimits(),
    undone: closed.journals.undone(),
    pauses: new Map(),
    end: async () => {
      await reader?.end();
      store?.store.finish();
    },
  };
}

type FeedReader = WorkThread<FeedSource, ReadFeed>;

/** Many feeds are read on two cores. */
function startReader(feeds: number): FeedReader {
  const here = async (source: FeedSource): Promise<ReadFeed> =>
    (await import('./read-feed-source.ts')).readFeedSource(source);
  if (feeds < MANY) return { ask: here, end: async () => {} };
  return startThread({ file: 'feed-worker.cjs', here, mostWaiting: MOST_WAITING });
}

function openFeedStore(library: Library, host: FetchContext['host']): FeedStore {
  const { queries: mutes } = readMutes(host);
  const store = openEntryStore(library, { now: host.now, cleanUrl, mutes });
  const byFeed = groupBy(library.articles, ({ feed }) => feed);
  return {
    ...{ library, store, drop: createDropper(library, store) },
    headsOf: (subscription) => byFeed.get(feedKey(subscription)) ?? [],
  };
}

/** Each once, though a limit may name it again. */
function createDropper({ journals }: Library, store: EntryStore): FeedStore['drop'] {
  const dropped = new Set<string>();
  return (heads) => {
    const going = heads.filter((head) => !dropped.has(head.id) && !journals.state(head).starred);
    store.remove(going);
    for (const { id } of going) dropped.add(id);
  };
}

async function fetchAll(
  fetching: ReturnType<typeof openFetching>,
  subscriptions: readonly Subscription[],
  { onProgress }: FetchOptions,
): Promise<FetchSummary> {
  const { signal, records, root, end } = fetching;
  const outcomes = new Map<Subscription, FeedOutcome>();
  const [failures, notes]: [FetchError[], string[]] = [[], []];
  let added = 0;
  const waiting = mixHosts(subscriptions, ({ url }) => hostOf(url)).values();
  const work = async (): Promise<void> => {
    for (const subscription of waiting) {
      if (signal.aborted) return;
      const outcome = await fetchFeed(fetching, subscription);
      if (!signal.aborted) trimFeed(fetching, subscription);
      outcomes.set(subscription, outcome);
      added += outcome.added.length;
      onProgress?.({ done: outcomes.size, of: subscriptions.length, added, outcome });
    }
  };
  try {
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
  } finally {
    await end();
    const revised = reviseFeeds(root, [...outcomes.values()]);
    failures.push(...revised.failures);
    notes.push(...revised.notes);
    records.save();
  }
  const feeds = subscriptions.flatMap((one) => outcomes.get(one) ?? []);
  const ids = (key: 'added' | 'updated') => feeds.flatMap((feed) => feed[key]);
  return { feeds, added: ids('added'), updated: ids('updated'), failures, notes };
}
