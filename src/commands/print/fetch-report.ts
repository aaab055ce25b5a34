// What a fetch came to, in words and as JSON.

import { formatCount } from '../../core/count.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import type { FetchSummary } from '../../jobs/fetch/fetch-feeds.ts';
import type { FeedOutcome } from '../../jobs/fetch/fetching.ts';

/** Of a fetch that had nothing to ask for. */
export const NOTHING_FETCHED: FetchSummary = { feeds: [], added: [], updated: [], failures: [] };

/** `12 feeds, 37 new, 1 failed`. */
export function formatSummary({ feeds, added, updated }: FetchSummary): string {
  const count = (wanted: FeedOutcome['kind']) => feeds.filter(({ kind }) => kind === wanted).length;
  const parts = (['failed', 'gone', 'resting'] as const).map(
    (kind) => [count(kind), kind] as const,
  );
  const others = [[updated.length, 'updated'] as const, ...parts].filter(([number]) => number > 0);
  const rest = others.map(([number, word]) => `${number} ${word}`);
  return [formatCount(feeds.length, 'feed'), `${added.length} new`, ...rest].join(', ');
}

/** Every key is always there; unknown is `null` or `[]`. */
export function summaryObject({ feeds, added, updated }: FetchSummary): object {
  return { schema: 1, feeds: feeds.map(feedObject), new: added, updated };
}

function feedObject(outcome: FeedOutcome): object {
  const { subscription, kind, added, updated, error, moved, retryAt } = outcome;
  return {
    url: shownUrl(subscription.url),
    title: subscription.title ?? outcome.title,
    status: kind,
    new: added,
    updated,
    error: error?.message ?? null,
    moved: moved === null ? null : shownUrl(moved),
    retry_at: retryAt,
  };
}
