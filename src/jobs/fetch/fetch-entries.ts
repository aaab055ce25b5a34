// The entries of a feed's answer: which of them the library has, and which the user does not want.

import type { ArticleHead } from '../../core/article/article.ts';
import type { EntryStore } from '../../library/store/entry-store.ts';
import type { ReadEntry, ReadFeed } from './read-feed-source.ts';

/** An entry that the library may not have as it is. */
export interface FreshEntry extends ReadEntry {
  /** The article that the library has of it. */
  readonly known: ArticleHead | null;
}

/** What a feed's answer comes to. */
export interface FreshEntries {
  readonly fresh: readonly FreshEntry[];
  /** Digests of those that are dealt with: before, or because the user does not want them. */
  readonly seen: readonly string[];
}

/** Holds what was read against the library. */
export function recogniseEntries(store: EntryStore, { entries, seen }: ReadFeed): FreshEntries {
  const wanted = entries.filter(({ article, urls }) => !store.isRemoved(() => article, urls));
  const isWanted = new Set(wanted);
  const removed = entries.filter((entry) => !isWanted.has(entry)).map(({ digest }) => digest);
  const fresh = wanted.map((entry) => {
    return { ...entry, known: store.find(() => entry.article, entry.urls) };
  });
  return { fresh, seen: [...seen, ...removed] };
}
