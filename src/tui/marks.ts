// What the journals say of the articles, as the reader's state holds it.

import type { ArticleHead } from '../core/article.ts';
import { type ArticleState, UNTOUCHED } from '../core/article-state.ts';

/** By ID; an article that is not in it was never touched. A change makes another table. */
export type Marks = ReadonlyMap<string, ArticleState>;

interface Marked {
  readonly marks: Marks;
}

/** What is known of one article. */
export function markOf({ marks }: Marked, { id }: Pick<ArticleHead, 'id'>): ArticleState {
  return marks.get(id) ?? UNTOUCHED;
}

export function isUnread(state: Marked, head: Pick<ArticleHead, 'id'>): boolean {
  return !markOf(state, head).read;
}

/** How many of the articles are unread. */
export function countUnread(articles: readonly ArticleHead[], marks: Marks): number {
  return articles.reduce((count, head) => count + Number(isUnread({ marks }, head)), 0);
}
