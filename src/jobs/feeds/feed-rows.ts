// The feeds of a library with what is known of each: its articles, and its last fetch.
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { FeedRecord, FeedRecords } from '../../library/cache/feed-records.ts';
import { type Counts, countsOf, type UnreadCounts } from '../../library/finder/unread-counts.ts';

export interface FeedRow {
  readonly subscription: Subscription;
  /** Its title, or its address where it has none. */
  readonly title: string;
  readonly counts: Counts;
  readonly record: FeedRecord;
  /** Why it brings nothing; `null` where it does. */
  readonly problem: string | null;
}

/** The feeds in the order of their titles. */
export function feedRows(
  subscriptions: readonly Subscription[],
  { byFeed }: UnreadCounts,
  records: Pick<FeedRecords, 'get'>,
): readonly FeedRow[] {
  const rows = subscriptions.map((subscription) => {
    const key = feedKey(subscription);
    const record = records.get(key);
    const problem = record.error ?? (record.gone ? 'it is gone' : null);
    const title = feedTitle(subscription);
    return { subscription, title, counts: countsOf(byFeed, key), record, problem };
  });
  return sortByName(rows, ({ title }) => title);
}

export function feedTitle({ title, url }: Pick<Subscription, 'title' | 'url'>): string {
  return title ?? shownUrl(url).replace(/^https?:\/\//, '');
}

/** Items in the order of their names, as people look for them: `Paper 2` before `Paper 10`. */
export function sortByName<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return items.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
}
