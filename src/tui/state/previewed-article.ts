// An article that was read from a page and is not in the library.

import type { Article } from '../../core/article/article.ts';
import type { TakenIn } from '../../jobs/add/take-in.ts';

/** What the user may keep or not. */
export interface PreviewedArticle {
  /** As it would be kept. Its ID is none that a file can have, and another for each draft. */
  readonly article: Article;
  /** What the store is given. */
  readonly taken: TakenIn;
}

/** Whether no headline was found, so that the user has to give one. */
export function isUntitled({ taken }: PreviewedArticle): boolean {
  return taken.article.title === '';
}
