// What the steps of a fetch share.
import type { ArticleHead } from '../../core/article/article.ts';
import { lazy } from '../../core/lazy.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import { type FeedRecord, openFeedRecords } from '../../library/cache/feed-records.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import { emptyLibrary, shownArticles } from '../../library/finder/open-library.ts';
import { openExisting } from '../../library/index/open-existing.ts';
import { readMutes } from '../../library/place/mutes.ts';
import { openEntryStore } from '../../library/store/entry-store.ts';
import { limitHeap } from '../../library/threads/limit-heap.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import { readCorrections } from '../add/kept-corrections.ts';
import type { JobHost } from '../job-host.ts';
import { createHostLimits } from './host-limits.ts';
import type { FeedSource, ReadFeed } from './read-feed-source.ts';

/** Feeds from which on a second thread is worth its start, and memory counts. */
const MANY = 50;

export interface FetchBounds {
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform' | 'allowed'>;
  /** Ends the fetch early: what is done stays done. */
  readonly signal: AbortSignal;
  /** Asks feeds, too, that rest after failures: the user named them. */
  readonly isForced?: boolean;
  /** Nobody asked for it now: it is no step for undo. */
  readonly isAuto?: boolean;
  /** Of a request for a feed, in ms; 30 s without it. */
  readonly timeout?: number;
}

export type FetchContext = ReturnType<typeof openContext>;

/** A feed that is fetched, and what was known of it before. */
export interface FeedAsked extends FetchContext {
  readonly subscription: Subscription;
  readonly record: FeedRecord;
}

/** Opens what a fetch of so many feeds needs; whoever opens it ends it. */
export function openContext(root: string, count: number, bounds: FetchBounds) {
  const { host, signal, isForced = false, isAuto = false, timeout } = bounds;
  if (count >= MANY) limitHeap();
  const closed = emptyLibrary(root, host);
  let store: ReturnType<typeof openFeedStore> | undefined;
  let reader: FeedReader | undefined;
  return {
    host,
    signal,
    isForced,
    timeout,
    root,
    now: host.now,
    /** The library, opened when something is to be put in: there may be nothing new. */
    feedStore() {
      store ??= openFeedStore(openExisting(closed, host), host, isAuto);
      return store;
    },
    /** @throws NewsprintError `unreadable` for what is no feed */
    read(source: FeedSource): Promise<ReadFeed> {
      // Started by the first feed that has something new.
      reader ??= startReader(count >= MANY);
      return reader.ask(source);
    },
    journals: closed.journals,
    records: openFeedRecords(root, host),
    /** What the user put right in pages. */
    corrections: lazy(() => readCorrections(root)),
    limits: createHostLimits(),
    /** Operations that were taken back. */
    undone: closed.journals.undone(),
    /** Until when hosts asked to be left alone, ISO 8601. */
    pauses: new Map<string, string>(),
    async end(): Promise<void> {
      await reader?.end();
      store?.store.finish();
    },
  };
}

export type FeedReader = WorkThread<FeedSource, ReadFeed>;

/**
 * Reads feeds, where there are many in a second thread, and only there: what reads them has its code
 * and its patterns compiled in memory.
 */
export function startReader(areMany: boolean): FeedReader {
  const here = async (source: FeedSource): Promise<ReadFeed> =>
    (await import('./read-feed-source.ts')).readFeedSource(source);
  if (!areMany) return { ask: here, end: async () => {} };
  return startThread({ file: 'feed-worker.cjs', here });
}

function openFeedStore(existing: ExistingArticles, host: FetchBounds['host'], isAuto: boolean) {
  const { queries: mutes } = readMutes(host);
  const { root, journals } = existing;
  const store = openEntryStore(existing, { now: host.now, mutes, isAuto });
  return {
    journals,
    store,
    /** The articles that the library has of a feed, without those removed. */
    headsOf(subscription: Subscription): readonly ArticleHead[] {
      const feed = feedKey(subscription);
      return [...shownArticles(root, existing.ofFeed(feed), journals), ...store.addedOf(feed)];
    },
  };
}
