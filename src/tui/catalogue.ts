// Remembers what filtering and sorting work out of the articles, so that each key of a filter is quick.

import type { ArticleHead } from '../core/article.ts';
import { searchText } from '../core/query.ts';
import { type SortKey, sortArticles } from '../core/sort.ts';

/** What is worked out once for each article and each list of them; the same whenever it is asked. */
export interface Catalogue {
  /** The folded text that words are looked for in. */
  searched(head: ArticleHead): string;
  /** The articles in an order; they come in that of `published`. */
  sorted(articles: readonly ArticleHead[], key: SortKey): readonly ArticleHead[];
}

/** Makes the catalogue of one reader; it forgets what nobody holds any more. */
export function createCatalogue(): Catalogue {
  const texts = new WeakMap<ArticleHead, string>();
  const orders = new WeakMap<readonly ArticleHead[], Map<SortKey, readonly ArticleHead[]>>();
  return {
    searched(head) {
      const text = texts.get(head) ?? searchText(head);
      texts.set(head, text);
      return text;
    },
    sorted(articles, key) {
      if (key === 'published') return articles;
      const known = orders.get(articles) ?? new Map<SortKey, readonly ArticleHead[]>();
      orders.set(articles, known);
      const order = known.get(key) ?? sortArticles(articles, key);
      known.set(key, order);
      return order;
    },
  };
}
