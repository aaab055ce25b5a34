// Remembers what filtering and sorting work out of the articles, so that each key of a filter is quick.

import type { ArticleHead } from '../core/article.ts';
import { type SortKey, sortArticles } from '../core/sort.ts';
import { searchText } from './head-query.ts';

type Articles = readonly ArticleHead[];

/** What is worked out once for a list of articles; the same whenever it is asked. */
export interface Catalogue {
  /** Of each article the folded text that words are looked for in. */
  searched(articles: Articles): readonly string[];
  /** The articles in an order; they come in that of `published`. */
  sorted(articles: Articles, key: SortKey): Articles;
}

/** Works a thing out once for each key; forgets it when nobody holds the key any more. */
function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Makes the catalogue of one reader. */
export function createCatalogue(): Catalogue {
  // A list that changed a little has its texts from the articles, one by one.
  const textOf = memoize(searchText);
  const orders = memoize((_: Articles) => new Map<SortKey, Articles>());
  return {
    searched: memoize((articles: Articles) => articles.map(textOf)),
    sorted(articles, key) {
      if (key === 'published') return articles;
      const known = orders(articles);
      const order = known.get(key) ?? sortArticles(articles, key);
      known.set(key, order);
      return order;
    },
  };
}
