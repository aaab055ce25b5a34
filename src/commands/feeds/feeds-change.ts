// `newsprint feeds add` and `remove`: feeds are followed from now on, or no longer.
import { normalizeTag } from '../../core/article/tag.ts';
import { formatCount } from '../../core/count.ts';
import { interrupted, shellWord } from '../../core/errors.ts';
import { formatRetention } from '../../core/retention.ts';
import {
  addSubscriptions,
  type Revision,
  removeSubscriptions,
  reviseSubscriptions,
} from '../../intake/opml/change-subscriptions.ts';
import { parseOpml } from '../../intake/opml/outline-file.ts';
import {
  addressesOf,
  type NewSubscription,
  type Subscription,
  shownUrl,
} from '../../intake/opml/subscription.ts';
import { moveFeed } from '../../jobs/feeds/change-feeds.ts';
import type { FoundFeed } from '../../jobs/feeds/discover-feed.ts';
import { feedTitle } from '../../jobs/feeds/feed-rows.ts';
import { findFeed } from '../../jobs/feeds/find-feed.ts';
import { changeSubscriptions, readSubscriptions } from '../../jobs/feeds/subscriptions.ts';
import { createPool } from '../../jobs/pool.ts';
import { findServer } from '../../library/servers/servers-file.ts';
import { type Call, hostOfCall, type Io, usageError } from '../call/call.ts';
import { attempt, findLibrary, rootForWriting, waitNote } from '../call/call-library.ts';
import { createProgress } from '../call/progress.ts';
import { type FeedOptions, readFeedOptions, readFeedWords } from './feeds-call.ts';

/** Words that are looked up at once. */
const AT_ONCE = 4;
const SAID = { added: 'following', changed: 'changed', left: 'already following' } as const;

/** Follows the feed of each word, names those that have none, and prints the feeds' URLs. */
export async function addFeeds(call: Call, words: readonly string[], io: Io): Promise<void> {
  const options = readFeedOptions(call);
  const named = await readFeedWords('add', words, io);
  if (options.title !== null && named.length > 1) throw usageError('--title is of one feed');
  const root = rootForWriting(call, io, 'feeds');
  if (options.server !== undefined) findServer(root, io, options.server);
  const signal = io.interruption();
  const found = await findFeeds(named, root, hostOfCall(call, io), signal);
  const outcomes = follow(root, found, options, io);
  await io.out(outcomes.map(({ url }) => `${shownUrl(url)}\n`).join(''));
  for (const { kind, url, title } of outcomes) io.note(`${SAID[kind]} ${title} (${shownUrl(url)})`);
  for (const { url } of found.filter(({ isCut }) => isCut)) {
    io.warn(
      `${shownUrl(url)}: the feed is cut off before its end; what there is of it can be read`,
    );
  }
  for (const { url, title } of found.flatMap(({ others }) => others)) {
    io.note(`the page has another: ${shownUrl(url)}${title === null ? '' : `  ${title}`}`);
  }
  const added = outcomes.flatMap(({ kind, url }) => (kind === 'added' ? [shownUrl(url)] : []));
  if (added.length > 0) {
    const which = added.length === 1 ? shellWord(added[0] ?? '') : 'with the URLs';
    io.note('newsprint fetch brings in what is new');
    io.note(`newsprint feeds remove ${which} takes this back; newsprint undo does not`);
  }
  if (signal.aborted) throw interrupted();
}

/** In the order of the words; one that is followed already need not be asked for. */
async function findFeeds(
  words: readonly string[],
  root: string,
  io: Io,
  signal: AbortSignal,
): Promise<readonly FoundFeed[]> {
  const { discoverFeed } = await import('../../jobs/feeds/discover-feed.ts');
  const { version, allowed } = io;
  const { subscriptions } = readSubscriptions(root);
  const known = new Map(subscriptions.map((feed) => [shownUrl(feed.url), feed] as const));
  const progress = createProgress(io);
  const pool = createPool(AT_ONCE);
  const found: (FoundFeed | undefined)[] = [];
  const nameFailure = (error: unknown): undefined => {
    progress.clear();
    return attempt(io, () => {
      throw error;
    });
  };
  for (const [at, word] of words.entries()) {
    if (signal.aborted) break;
    progress.show(`${at + 1} of ${words.length}: ${shownUrl(word)}`);
    const there = addressesOf(word)
      .map((url) => known.get(shownUrl(url)))
      .find(Boolean);
    await pool.add(async () => {
      found[at] = there
        ? { ...there, others: [] }
        : await discoverFeed(word, { version, allowed, signal }).catch(nameFailure);
    });
  }
  await pool.end();
  progress.end();
  return found.filter((feed) => feed !== undefined);
}

/** Puts what is new into the file, and says anew what the flags say of what is there. */
function follow(root: string, found: readonly FoundFeed[], options: FeedOptions, io: Io) {
  let followed: readonly ReturnType<typeof followOne>[] = [];
  if (found.length === 0) return followed;
  changeSubscriptions(root, waitNote(io), (file, subscriptions) => {
    const known = new Map(subscriptions.map((feed) => [shownUrl(feed.url), feed] as const));
    const wanted = new Map(found.map((feed) => [shownUrl(feed.url), feed] as const));
    followed = Array.from(wanted, ([key, feed]) => followOne(feed, known.get(key), options));
    const revisions = followed.flatMap(({ url, revision: one }) =>
      one ? [[url, one] as const] : [],
    );
    const revised = reviseSubscriptions(file, new Map(revisions));
    const moved = followed.flatMap((one) => one.moved ?? []);
    const inPlace = moved.reduce((text, feed) => moveFeed(text, feed, options.folder), revised);
    const added = followed.flatMap((one) => one.added ?? []);
    return addSubscriptions(parseOpml(inPlace), added);
  });
  return followed;
}

/** What there is to do for a feed: it is new, or the flags say something else of it than the file. */
function followOne(feed: FoundFeed, there: Subscription | undefined, options: FeedOptions) {
  const { folder, tags, full, keep, server } = options;
  if (there === undefined) {
    const { url, site } = feed;
    const title = options.title ?? feed.title;
    const added: NewSubscription = { url, site, title, path: folder, tags, full, keep, server };
    return { kind: 'added', url, title: title ?? feedTitle(feed), added } as const;
  }
  const revision = revisionOf(there, options);
  const isMoved = folder.length > 0 && !there.folders.includes(folder.join('/'));
  const kind = revision === undefined && !isMoved ? 'left' : 'changed';
  const title = options.title ?? feedTitle(there);
  return { kind, url: there.url, title, revision, moved: isMoved ? there : undefined } as const;
}

/** `undefined` where the file says all of it already. */
function revisionOf(feed: Subscription, options: FeedOptions): Revision | undefined {
  const { title, full, keep, server } = options;
  const tags = options.tags.filter((tag) => !feed.tags.includes(normalizeTag(tag)));
  const isKept =
    keep === null || (feed.keep && formatRetention(feed.keep)) === formatRetention(keep);
  const revision: Revision = {
    ...(title !== null && title !== feed.title ? { title } : {}),
    ...(full && !feed.full ? { full } : {}),
    ...(isKept ? {} : { keep }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(server !== undefined && server !== feed.server ? { server } : {}),
  };
  return Object.keys(revision).length === 0 ? undefined : revision;
}

/** Takes each feed that is named out of the file, and prints its URL: the way back. */
export async function removeFeeds(call: Call, words: readonly string[], io: Io): Promise<void> {
  const { root } = findLibrary(call, io);
  const named = await readFeedWords('remove', words, io);
  const { subscriptions } = readSubscriptions(root);
  const found = named.flatMap((word) => attempt(io, () => findFeed(word, subscriptions)) ?? []);
  if (found.length === 0) return;
  const urls = new Set(found.map(({ url }) => shownUrl(url)));
  let gone: readonly Subscription[] = [];
  changeSubscriptions(root, waitNote(io), (file, present) => {
    gone = present.filter(({ url }) => urls.has(shownUrl(url)));
    return removeSubscriptions(file, [...urls]);
  });
  if (gone.length === 0) return;
  const addresses = gone.map(({ url }) => shownUrl(url));
  await io.out(addresses.map((url) => `${url}\n`).join(''));
  for (const feed of gone) io.note(`no longer following ${feedTitle(feed)}`);
  const way =
    gone.length === 1
      ? `${shellWord(addresses[0] ?? '')} follows it`
      : `with the URLs follows the ${formatCount(gone.length, 'feed')}`;
  io.note(`newsprint feeds add ${way} again; newsprint undo does not`);
}
