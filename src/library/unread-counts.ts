// How many articles there are, and how many unread, by feed and by tag.
import type { ArticleHead, ReadingState } from '../core/article.ts';

/** Articles, and those of them that are unread. */
export interface Counts {
  readonly articles: number;
  readonly unread: number;
}

/** Counts of a library. */
export interface UnreadCounts {
  /** By what articles name as their feed. */
  readonly byFeed: ReadonlyMap<string, Counts>;
  /** By effective tag. */
  readonly byTag: ReadonlyMap<string, Counts>;
}

export const NO_ARTICLES: Counts = { articles: 0, unread: 0 };

/** What is counted: an article with its tags as they are now, and whether it is read. */
export interface Counted {
  readonly head: Pick<ArticleHead, 'feed' | 'tags'>;
  readonly state: Pick<ReadingState, 'read'>;
}

/** One walk over the articles, in whatever order they come. */
export function countUnread(articles: Iterable<Counted>): UnreadCounts {
  const byFeed = new Map<string, Counts>();
  const byTag = new Map<string, Counts>();
  for (const { head, state } of articles) {
    if (head.feed !== null) countOne(byFeed, head.feed, state.read);
    for (const tag of head.tags) countOne(byTag, tag, state.read);
  }
  return { byFeed, byTag };
}

function countOne(counts: Map<string, Counts>, key: string, isRead: boolean): void {
  const { articles, unread } = counts.get(key) ?? NO_ARTICLES;
  counts.set(key, { articles: articles + 1, unread: unread + (isRead ? 0 : 1) });
}
