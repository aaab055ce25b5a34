// What stands beside a list of articles: the tags and the feeds, each with its query and its counts.
import { foldText } from '../../core/fold.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import type { FeedRecords } from '../../library/cache/feed-records.ts';
import { type Counts, countsOf, type UnreadCounts } from '../../library/finder/unread-counts.ts';
import { feedTitle } from './feed-rows.ts';

/** A row of the side list. */
export interface SideEntry {
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
 * The tags of feeds and of articles, then the feeds, each by its letters. A tag whose articles have
 * all gone and that no feed has is left out.
 */
export function sideEntries(
  subscriptions: readonly Subscription[],
  { byTag, byFeed }: UnreadCounts,
  records: Pick<FeedRecords, 'get'>,
): readonly SideEntry[] {
  const tags = new Set([...byTag.keys(), ...subscriptions.flatMap((feed) => feed.tags)]);
  const ofTags = Array.from(tags, (tag): SideEntry => {
    const counts = countsOf(byTag, tag);
    return { kind: 'tag', name: tag, query: `tag:${tag}`, counts, problem: null };
  });
  const ofFeeds = subscriptions.map((feed): SideEntry => {
    const key = feedKey(feed);
    const { error, gone } = records.get(key);
    const counts = countsOf(byFeed, key);
    const problem = error ?? (gone ? 'it is gone' : null);
    return { kind: 'feed', name: feedTitle(feed), query: `feed:"${key}"`, counts, problem };
  });
  return [...ofTags.sort(byName), ...ofFeeds.sort(byName)];
}

function byName(one: SideEntry, other: SideEntry): number {
  const [a, b] = [foldText(one.name), foldText(other.name)];
  return a < b ? -1 : Number(a > b);
}
