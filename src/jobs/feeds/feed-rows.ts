// The feeds of a library with what is known of each: its articles, and its last fetch.
import { foldText } from '../../core/fold.ts';
import { tryKnown } from '../../core/try-or.ts';
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import {
  type FeedRecord,
  type FeedRecords,
  openFeedRecords,
} from '../../library/cache/feed-records.ts';
import { type Counts, countsOf, type UnreadCounts } from '../../library/finder/unread-counts.ts';
import type { Host } from '../../library/place/device.ts';
import { readSubscriptions } from './subscriptions.ts';

/** A feed as lists show it. */
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

/** What a feed is called. */
export function feedTitle({ title, url }: Pick<Subscription, 'title' | 'url'>): string {
  return title ?? shownUrl(url).replace(/^https?:\/\//, '');
}

/** Items in the order of the letters of their names. */
export function sortByName<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: foldText(nameOf(item)) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ item }) => item);
}

/** A row of the feeds pane. */
export interface FeedOrTag {
  readonly kind: 'tag' | 'feed';
  /** The tag, or the feed's title. */
  readonly name: string;
  /** What lists its articles. */
  readonly query: string;
  readonly counts: Counts;
  /** Why a feed brings nothing; `null` where it does. */
  readonly problem: string | null;
}

/**
 * The tags and feeds of a library; of a file of subscriptions that cannot be read, which others name,
 * the tags.
 * @param host whose cache knows how the feeds fare
 */
export function readFeedsAndTags(
  root: string,
  host: Host,
  counts: UnreadCounts,
): readonly FeedOrTag[] {
  const feeds = tryKnown(
    () => readSubscriptions(root).subscriptions,
    () => [],
  );
  return feedsAndTags(feeds, counts, openFeedRecords(root, host));
}

/**
 * The tags of feeds and of articles, then the feeds, each by its letters. A tag whose articles have
 * all gone and that no feed has is left out.
 */
export function feedsAndTags(
  subscriptions: readonly Subscription[],
  all: UnreadCounts,
  records: Pick<FeedRecords, 'get'>,
): readonly FeedOrTag[] {
  const { byTag } = all;
  const tags = new Set([...byTag.keys(), ...subscriptions.flatMap((feed) => feed.tags)]);
  const ofTags = Array.from(tags, (tag): FeedOrTag => {
    const counts = countsOf(byTag, tag);
    return { kind: 'tag', name: tag, query: `tag:${tag}`, counts, problem: null };
  });
  const ofFeeds = feedRows(subscriptions, all, records).map((row): FeedOrTag => {
    const { subscription, title, counts, problem } = row;
    const query = `feed:"${feedKey(subscription)}"`;
    return { kind: 'feed', name: title, query, counts, problem };
  });
  return [...sortByName(ofTags, ({ name }) => name), ...ofFeeds];
}
