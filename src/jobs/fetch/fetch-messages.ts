// What goes between the thread of a fetch and its caller.

import { type ErrorCode, NewsprintError } from '../../core/errors.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';
import type { JobHost } from '../job-host.ts';
import type { FetchProgress, FetchSummary } from './fetch-feeds.ts';
import type { FeedOutcome } from './fetching.ts';

/** What the thread is asked for. */
export interface FetchOrder extends Pick<JobHost, 'version' | 'now' | 'env' | 'platform'> {
  readonly root: string;
  readonly subscriptions: readonly Subscription[];
  readonly isForced: boolean;
}

/** What it says; errors go beside what they belong to. */
export type FetchReply =
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'progress';
      readonly progress: Omit<FetchProgress, 'outcome'>;
      readonly outcome: FeedOutcome;
      readonly error: SentError | null;
    }
  | {
      readonly kind: 'done';
      readonly summary: FetchSummary;
      /** One a feed. */
      readonly errors: readonly (SentError | null)[];
      readonly failures: readonly SentError[];
    }
  | { readonly kind: 'failed'; readonly error: SentError };

/** An error as it goes from one thread to another. */
export interface SentError {
  readonly message: string;
  readonly code: ErrorCode;
  readonly hint: string | undefined;
}

/** Of an error only what is said crosses threads. */
export function sendError(error: unknown): SentError {
  if (error instanceof NewsprintError) {
    const { message, code, hint } = error;
    return { message, code, hint };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message, code: 'failed', hint: undefined };
}

export function receiveError({ message, code, hint }: SentError): NewsprintError {
  return new NewsprintError(message, { code, ...(hint === undefined ? {} : { hint }) });
}
