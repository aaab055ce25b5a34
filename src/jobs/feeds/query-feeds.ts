// Queries with the feeds that they name; what finds those is loaded when one is named.
import { lazy } from '../../core/lazy.ts';
import { namesFeeds, type Query, withFeeds } from '../../core/query/query.ts';

/** Puts the feeds that they name into queries; those that name none are handed back at once. */
export function createQueryFeeds(root: string): (query: Query) => Query | Promise<Query> {
  const load = lazy(async () => (await import('./named-feeds.ts')).openQueryFeeds(root));
  return (query) =>
    namesFeeds(query) ? load().then((feedsOf) => withFeeds(query, feedsOf)) : query;
}
