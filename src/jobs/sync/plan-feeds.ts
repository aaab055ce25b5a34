// Which feeds to follow, unfollow, rename and move, here and at the server, since the last sync.
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { feedUrl, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { KnownFeed } from '../../library/servers/server-state.ts';
import type { FeedNaming, ServerFeed } from '../../net/servers/server.ts';
import { folderPath } from '../feeds/change-feeds.ts';

/** A feed of the server, with the library's subscription and the last known one. */
export interface FeedPair {
  readonly there: ServerFeed;
  /** Its address as the library writes it. */
  readonly url: string;
  readonly here: Subscription | undefined;
  readonly known: KnownFeed | undefined;
}

export interface FeedPlan {
  readonly pairs: readonly FeedPair[];
  /** Ours that the server lacks. */
  readonly follow: readonly Subscription[];
  /** The server's that were unfollowed here. */
  readonly unfollow: readonly FeedPair[];
  /** Ours that were unfollowed there. */
  readonly remove: readonly Subscription[];
}

/** A server's folder in the library's spelling. */
export function folderHere(folder: string): string {
  return folderPath(cleanLine(folder)).join('/');
}

/**
 * Feeds that are not synced with the server stay as they are, also where it has them.
 * @throws NewsprintError where the server has none any more of several
 */
export function planFeeds(
  name: string,
  there: readonly ServerFeed[],
  here: readonly Subscription[],
  known: readonly KnownFeed[],
): FeedPlan {
  const isServers = (feed: Subscription | undefined): feed is Subscription => feed?.server === name;
  const byUrl = new Map(here.map((feed) => [shownUrl(feed.url), feed] as const));
  const byId = new Map(known.map((one) => [one.id, one] as const));
  const knownUrls = new Set(known.map(({ url }) => shownUrl(url)));
  const all = there.flatMap((feed): FeedPair[] => {
    const url = feedUrl(feed.url);
    if (url === null) return [];
    const before = byId.get(feed.id);
    const found = byUrl.get(shownUrl(before?.url ?? url)) ?? byUrl.get(shownUrl(url));
    return [{ there: feed, url, here: found, known: before }];
  });
  // All feeds gone at once means a lost file or an old copy, and no unfollowing.
  const mayUnfollow = here.some(isServers) || known.filter((one) => one.isServers).length === 1;
  const unfollow = all.filter((pair) => mayUnfollow && !pair.here && pair.known?.isServers);
  const present = new Set(all.map((pair) => pair.here));
  const missing = here.filter((feed) => isServers(feed) && !present.has(feed));
  const isOld = (feed: Subscription): boolean => knownUrls.has(shownUrl(feed.url));
  const remove = missing.filter(isOld);
  // As for ours: another account or an empty database, and no unfollowing.
  if (remove.length > 1 && ![...present].some(isServers)) {
    const message = `the server has none of its ${remove.length} feeds any more: they stay here`;
    throw new NewsprintError(message, { hint: 'newsprint feeds remove lets them go here as well' });
  }
  return {
    pairs: all.filter((pair) => !unfollow.includes(pair)),
    unfollow,
    follow: missing.filter((feed) => !isOld(feed)),
    remove,
  };
}

/** Changes made here since the last sync; they win over the server's, which have no times. */
export function editThere({ here, known }: FeedPair): FeedNaming {
  if (here === undefined || known === undefined) return {};
  const folder = here.folders[0] ?? '';
  const title = here.title ?? '';
  return {
    ...(title !== known.title && title !== '' && { title }),
    ...(folder !== known.folder && { folder }),
  };
}

/** Changes made at the server since the last sync, but for fields that were changed here as well. */
export function editHere(pair: FeedPair): FeedNaming & { readonly url?: string } {
  const { there, here, known, url } = pair;
  if (here === undefined) return {};
  const ours = editThere(pair);
  const [saidUrl, saidTitle, saidFolder] = known?.said ?? ['', '', ''];
  const title = cleanLine(there.title);
  const folder = folderHere(there.folder);
  const isNewTitle = there.title !== saidTitle && title !== '' && title !== here.title;
  const isNewFolder = there.folder !== saidFolder || known === undefined;
  return {
    ...(isNewTitle && ours.title === undefined && { title }),
    ...(isNewFolder &&
      ours.folder === undefined &&
      folder !== (here.folders[0] ?? '') && { folder }),
    ...(there.url !== saidUrl && shownUrl(url) !== shownUrl(here.url) && { url }),
  };
}
