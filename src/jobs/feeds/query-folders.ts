// Queries with the feeds of the folders that they name; what finds those is loaded when one is named.
import { namesFolder, type Query, withFolders } from '../../core/query/query.ts';
import type { FeedsIn } from './feed-folders.ts';

/** Puts the feeds of their folders into queries; those that name none are handed back at once. */
export function createFolders(root: string): (query: Query) => Query | Promise<Query> {
  let feedsIn: FeedsIn | null = null;
  return (query) => {
    if (!namesFolder(query)) return query;
    if (feedsIn !== null) return withFolders(query, feedsIn);
    return import('./feed-folders.ts').then(({ openFolders }) => {
      feedsIn ??= openFolders(root);
      return withFolders(query, feedsIn);
    });
  };
}
