// What the steps of a fetch share: the store, the reader of feeds, and what is known.
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

/** From so many feeds on a second thread pays, and memory is limited. */
const MANY = 50;

export interface FetchBounds {
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform' | 'allowed'>;
  /** Ends the fetch early; finished feeds stay fetched. */
  readonly signal: AbortSignal;
  /** Also asks feeds that rest after failures, for the user named them. */
  readonly isForced?: boolean;
  /** Whether the fetch was started by itself, and is no step for undo. */
  readonly isAuto?: boolean;
  /** Of a feed's request, in ms; 30 s by default. */
  readonly timeout?: number;
}

export type FetchContext = ReturnType<typeof openContext>;

/** A feed to fetch, and what is known of it. */
export interface FeedAsked extends FetchContext {
  readonly subscription: Subscription;
  readonly record: FeedRecord;
}

/** The caller has to end it. */
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
    /** The store, opened with the first new entry. */
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
    /** The user's corrections of pages. */
    corrections: lazy(() => readCorrections(root)),
    limits: createHostLimits(),
    /** Operations that were undone. */
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
 * Reads feeds; many of them in a second thread only, so that no other has the compiled code and
 * patterns for that in memory.
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
    /** The articles of a feed that the library has, without removed ones. */
    headsOf(subscription: Subscription): readonly ArticleHead[] {
      const feed = feedKey(subscription);
      return [...shownArticles(root, existing.ofFeed(feed), journals), ...store.addedOf(feed)];
    },
  };
}
