// Syncs the subscriptions of a library and of a server, both ways.
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import {
  addSubscriptions,
  removeSubscriptions,
  reviseSubscriptions,
} from '../../intake/opml/change-subscriptions.ts';
import { type OpmlFile, parseOpml } from '../../intake/opml/outline-file.ts';
import {
  feedKey,
  type NewSubscription,
  type Subscription,
  shownUrl,
} from '../../intake/opml/subscription.ts';
import type { KnownFeed, ServerState } from '../../library/servers/server-state.ts';
import type { Server, ServerFeed } from '../../net/servers/server.ts';
import { folderPath, moveFeed } from '../feeds/change-feeds.ts';
import { changeSubscriptions, readSubscriptions } from '../feeds/subscriptions.ts';
import {
  editHere,
  editThere,
  type FeedPair,
  type FeedPlan,
  folderHere,
  planFeeds,
} from './plan-feeds.ts';

/** The feeds of a server by its IDs, as the library has them. */
export type ServerFeeds = ReadonlyMap<string, Subscription>;

/**
 * Sends changes to the server, then writes the server's into the file, then notes the result.
 * @param onFailure called with what the server refuses, which is tried again the next time
 * @throws NewsprintError where the file is broken, or the server does not answer
 */
export async function syncFeeds(
  root: string,
  name: string,
  server: Server,
  state: ServerState,
  onFailure: (error: unknown) => void,
): Promise<ServerFeeds> {
  const there = await server.feeds();
  // Throws for a broken file before anything is sent.
  changeSubscriptions(root, undefined, ({ text }) => text);
  const { subscriptions: here } = readSubscriptions(root);
  const plan = planFeeds(name, there, here, state.feeds());
  const sent = await sendOurs(plan, server, onFailure);
  changeSubscriptions(root, undefined, (file) => takeTheirs(file, name, plan));
  const after = new Map(
    readSubscriptions(root).subscriptions.map((feed) => [shownUrl(feed.url), feed] as const),
  );
  const all = [...plan.pairs, ...sent.followed].flatMap((pair) => {
    const { url } = { ...pair, ...editHere(pair) };
    const feed = after.get(shownUrl(url)) ?? after.get(shownUrl(pair.here?.url ?? url));
    return feed === undefined ? [] : [{ pair, feed }];
  });
  state.setFeeds([
    ...all.map(({ pair, feed }) => knownFeed(pair, feed, name, sent.done.has(pair))),
    ...sent.kept,
  ]);
  state.save();
  return new Map(all.map(({ pair, feed }) => [pair.there.id, describedFeed(feed, pair.there)]));
}

/** A feed of the library, with missing fields from the server. */
function describedFeed(feed: Subscription, there: ServerFeed): Subscription {
  const { title, site } = aboutFeed(there);
  return { ...feed, title: feed.title ?? title, site: feed.site ?? site };
}

function aboutFeed({ title, site }: ServerFeed) {
  return { title: cleanLine(title) || null, site: site || null };
}

/** @param isSent whether the server has taken the changes made here */
function knownFeed(pair: FeedPair, feed: Subscription, name: string, isSent: boolean): KnownFeed {
  const { there, known } = pair;
  const edit = editThere(pair);
  const [ours, sent] = isSent ? [{}, edit] : [edit, {}];
  return {
    id: there.id,
    url: feed.url,
    isServers: feed.server === name,
    title: ours.title === undefined ? (feed.title ?? '') : (known?.title ?? ''),
    folder: ours.folder === undefined ? (feed.folders[0] ?? '') : (known?.folder ?? ''),
    said: [there.url, sent.title ?? there.title, sent.folder ?? there.folder],
  };
}

/** Sends changes to the server. @returns what it has now, and what to try again */
async function sendOurs(
  { pairs, follow, unfollow }: FeedPlan,
  server: Server,
  onFailure: (error: unknown) => void,
) {
  const followed: FeedPair[] = [];
  const kept: KnownFeed[] = [];
  const done = new Set<FeedPair>();
  const attempt = async (url: string, work: () => Promise<void>): Promise<boolean> => {
    const failed = await work().catch((error: unknown) => ({ error }));
    if (failed) onFailure(withFeed(url, failed.error));
    return !failed;
  };
  for (const here of follow) {
    const { url } = here;
    const wanted = { url, title: here.title ?? '', folder: here.folders[0] ?? '' };
    await attempt(url, async () => {
      const there: ServerFeed = { ...wanted, id: await server.follow(wanted), site: '' };
      followed.push({ there, url, here, known: undefined });
    });
  }
  for (const { there, known, url } of unfollow) {
    if (!(await attempt(url, () => server.unfollow(there.id))) && known) kept.push(known);
  }
  for (const pair of pairs) {
    const edit = pair.known?.isServers ? editThere(pair) : {};
    if (Object.keys(edit).length === 0) continue;
    if (await attempt(pair.url, () => server.edit(pair.there.id, edit))) done.add(pair);
  }
  return { followed, kept, done };
}

/** An error of the server, with the feed that it is about. */
function withFeed(url: string, error: unknown): unknown {
  if (!(error instanceof NewsprintError)) return error;
  const { message, code, hint, cause } = error;
  return new NewsprintError(`${shownUrl(url)}: ${message}`, { code, hint, cause });
}

/** The file's text with the server's changes. */
function takeTheirs(file: OpmlFile, name: string, { pairs, remove }: FeedPlan): string {
  const added = pairs.filter(({ here }) => here === undefined);
  const coming = added.map((pair) => newSubscription(pair, name));
  const going = remove.map(({ url }) => url);
  let text = removeSubscriptions(parseOpml(addSubscriptions(file, coming)), going);
  for (const pair of pairs) {
    const { here } = pair;
    if (here?.server !== name) continue;
    const { folder, ...revision } = editHere(pair);
    // Articles refer to their feed by its first address.
    const id = revision.url === undefined ? {} : { id: feedKey(here) };
    if (folder !== undefined) text = moveFeed(text, here, folderPath(folder));
    if (Object.keys(revision).length === 0) continue;
    text = reviseSubscriptions(parseOpml(text), new Map([[here.url, { ...revision, ...id }]]));
  }
  return text;
}

function newSubscription({ there, url }: FeedPair, server: string): NewSubscription {
  return {
    url,
    ...aboutFeed(there),
    server,
    path: folderPath(folderHere(there.folder)),
    tags: [],
    full: false,
    keep: null,
  };
}
