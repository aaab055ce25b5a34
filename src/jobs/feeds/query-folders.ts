// Queries with the feeds of the folders that they name; what finds those is loaded when one is named.
import { lazy } from '../../core/lazy.ts';
import { namesFolder, type Query, withFolders } from '../../core/query/query.ts';

/** Puts the feeds of their folders into queries; those that name none are handed back at once. */
export function createFolders(root: string): (query: Query) => Query | Promise<Query> {
  const load = lazy(async () => (await import('./feed-folders.ts')).openFolders(root));
  return (query) =>
    namesFolder(query) ? load().then((feedsIn) => withFolders(query, feedsIn)) : query;
}
