// How many articles there are, and how many unread, by feed and by tag.
import type { ArticleHead, ReadingState } from '../../core/article/article.ts';
import { foldText } from '../../core/fold.ts';

export interface Counts {
  readonly articles: number;
  readonly unread: number;
}

export interface UnreadCounts {
  /** By what articles name as their feed, or as where else they appeared, folded. */
  readonly byFeed: ReadonlyMap<string, Counts>;
  /** Of what came by several feeds, by the addresses of those, a line each. */
  readonly byFeeds: ReadonlyMap<string, Counts>;
  /** By effective tag, folded. */
  readonly byTag: ReadonlyMap<string, Counts>;
}

const NO_ARTICLES: Counts = { articles: 0, unread: 0 };

/** What is counted: an article with its tags as they are now, and whether it is read. */
interface Counted {
  readonly head: Pick<ArticleHead, 'feed' | 'also' | 'tags'>;
  readonly state: Pick<ReadingState, 'read'>;
}

/** One walk over the articles, in whatever order they come. */
export function countUnread(articles: Iterable<Counted>): UnreadCounts {
  const byFeed = new Map<string, Counts>();
  const byFeeds = new Map<string, Counts>();
  const byTag = new Map<string, Counts>();
  for (const { head, state } of articles) {
    const counts = { articles: 1, unread: state.read ? 0 : 1 };
    const feeds = head.feed === null ? [] : [head.feed, ...head.also];
    const folded = new Set(feeds.map(foldText));
    for (const feed of folded) addCounts(byFeed, feed, counts);
    if (folded.size > 1) addCounts(byFeeds, [...folded].join('\n'), counts);
    for (const tag of new Set(head.tags.map(foldText))) addCounts(byTag, tag, counts);
  }
  return { byFeed, byFeeds, byTag };
}

/** The counts of a feed, whatever the case of its address. */
export function countsOf(counts: ReadonlyMap<string, Counts>, key: string): Counts {
  return counts.get(foldText(key)) ?? NO_ARTICLES;
}

export function addCounts(counts: Map<string, Counts>, key: string, more: Counts): void {
  const { articles, unread } = counts.get(key) ?? NO_ARTICLES;
  counts.set(key, { articles: articles + more.articles, unread: unread + more.unread });
}
