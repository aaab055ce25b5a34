// What the steps of a fetch share.
import type { ArticleHead } from '../../core/article/article.ts';
import type { Correction } from '../../intake/corrections.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';
import type { FeedRecords } from '../../library/cache/feed-records.ts';
import type { Library } from '../../library/finder/open-library.ts';
import type { EntryStore } from '../../library/store/entry-store.ts';
import type { JobHost } from '../job-host.ts';
import type { HostLimits } from './host-limits.ts';
import type { FeedSource, ReadFeed } from './read-feed-source.ts';

export interface FetchContext {
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform' | 'reach'>;
  readonly signal: AbortSignal;
  /** Of a request, in ms. */
  readonly timeout: number;
  /** When it began. */
  readonly now: Date;
  /** The library's. */
  readonly root: string;
  /** The library, opened when something is to be put in: there may be nothing new. */
  readonly feedStore: () => FeedStore;
  readonly records: FeedRecords;
  readonly limits: HostLimits;
  /** @throws NewsprintError `unreadable` for what is no feed */
  readonly read: (source: FeedSource) => Promise<ReadFeed>;
  /** Whether feeds are asked that rest after failures: the user named them. */
  readonly isForced: boolean;
  /** Operations that were taken back. */
  readonly undone: ReadonlySet<string>;
  /** What the user put right in pages. */
  readonly corrections: () => readonly Correction[];
  /** Until when hosts asked to be left alone, ISO 8601. */
  readonly pauses: Map<string, string>;
}

/** Where articles are put in and taken away. */
export interface FeedStore {
  readonly library: Library;
  readonly store: EntryStore;
  /** The articles that the library had of a feed, without those removed. */
  readonly headsOf: (subscription: Subscription) => readonly ArticleHead[];
  /** Moves articles to the trash, but for what is starred. */
  readonly drop: (heads: readonly ArticleHead[]) => void;
}

/** What went wrong, as plain data: it goes from thread to thread. */
export interface FetchError {
  readonly message: string;
  /** The way out. */
  readonly hint: string | null;
}

export interface FeedOutcome {
  readonly subscription: Subscription;
  /**
   * - `new`: something came in or was brought up to date; `unchanged`: nothing did
   * - `failed`, `gone`: it could not be had, `error` says why; it will never be (410)
   * - `resting`: it was not asked for, because it failed before or asked to be left alone
   */
  readonly kind: 'new' | 'unchanged' | 'failed' | 'gone' | 'resting';
  /** IDs. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly error: FetchError | null;
  /** Entries that cannot be read, a line each. */
  readonly failures: readonly string[];
  /** What the feed calls itself, where it was read. */
  readonly title: string | null;
  /** Where it has moved for good. */
  readonly moved: string | null;
  /** When it is asked again, where that is not the next time, ISO 8601. */
  readonly retryAt: string | null;
}

/** A feed that brought nothing. */
export function noOutcome(subscription: Subscription, kind: FeedOutcome['kind']): FeedOutcome {
  const nothing = { added: [], updated: [], failures: [] };
  return { subscription, kind, ...nothing, error: null, title: null, moved: null, retryAt: null };
}
