// The feeds of a library with what is known of each: its articles, and its last fetch.
import { foldText } from '../../core/fold.ts';
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { type FeedRecord, openFeedRecords } from '../../library/cache/feed-records.ts';
import type { Finder } from '../../library/finder/finder.ts';
import { type Counts, countsOf } from '../../library/finder/unread-counts.ts';
import type { JobHost } from '../job-host.ts';

/** A feed as lists show it. */
export interface FeedRow {
  readonly subscription: Subscription;
  /** Its title, or its address where it has none. */
  readonly title: string;
  readonly counts: Counts;
  readonly record: FeedRecord;
}

/** The feeds in the order of their titles. */
export function feedRows(
  subscriptions: readonly Subscription[],
  finder: Finder,
  host: Pick<JobHost, 'env' | 'platform'>,
): readonly FeedRow[] {
  const records = openFeedRecords(finder.root, host);
  const { byFeed } = finder.tally();
  const rows = subscriptions.map((subscription) => {
    const key = feedKey(subscription);
    const counts = countsOf(byFeed, key);
    return { subscription, title: feedTitle(subscription), counts, record: records.get(key) };
  });
  return sortByTitle(rows);
}

/** What a feed is called. */
export function feedTitle({ title, url }: Pick<Subscription, 'title' | 'url'>): string {
  return title ?? shownUrl(url).replace(/^https?:\/\//, '');
}

function sortByTitle(rows: readonly FeedRow[]): readonly FeedRow[] {
  const keyed = rows.map((row) => ({ row, key: foldText(row.title) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ row }) => row);
}
