// What becomes of a feed in a fetch.
import type { Subscription } from '../../intake/opml/subscription.ts';

/** What went wrong, as plain data: it goes from thread to thread. */
export interface FetchError {
  readonly message: string;
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

export function noOutcome(subscription: Subscription, kind: FeedOutcome['kind']): FeedOutcome {
  const nothing = { added: [], updated: [], failures: [] };
  return { subscription, kind, ...nothing, error: null, title: null, moved: null, retryAt: null };
}
