// Reads the new entries of a feed's answer, in either thread.

import { DAY, dateOrder } from '../../core/dates/dates.ts';
import { NewsprintError } from '../../core/errors.ts';
import { cleanUrl } from '../../core/url/clean-url.ts';
import type { Draft } from '../../intake/draft.ts';
import type { Entry, Feed } from '../../intake/feed/entry.ts';
import { entryDraft } from '../../intake/feed/entry-draft.ts';
import { parseFeed } from '../../intake/feed/parse-feed.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import { digestOf } from '../../library/files/digest.ts';
import { headlineName } from '../../library/store/known-articles.ts';
import { MOST_IN_RECORD, shorten } from './feed-answer.ts';

/** A feed's answer, or a feed that was read already, with the entries known before. */
export type FeedSource = FeedBounds & (FeedBytes | { readonly feed: Feed });

interface FeedBytes {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  readonly contentType: string;
}

interface FeedBounds {
  readonly subscription: Subscription;
  /** Digests of entries. */
  readonly seen: ReadonlySet<string>;
  readonly now: Date;
}

export interface ReadEntry {
  readonly digest: string;
  /** Its place in the feed, from 0. */
  readonly at: number;
  readonly article: NewArticle;
  readonly published: string | null;
  /** Its addresses, clean, by which it is found again. */
  readonly urls: readonly string[];
  /** Whether it is the last of a feed that is cut off, so that it may be incomplete. */
  readonly isCut: boolean;
}

export interface ReadFeed {
  /** The feed's own title. */
  readonly title: string | null;
  readonly entries: readonly ReadEntry[];
  /** Digests of known entries that are still in the feed. */
  readonly seen: readonly string[];
  /** The names of all entries, see `Incoming`. */
  readonly names: ReadonlySet<string>;
  /** Whether the text ends before the feed does. */
  readonly isCut: boolean;
  /** A line for each entry that cannot be read. */
  readonly failures: readonly string[];
}

/** Reads a feed's entries. @throws NewsprintError `unreadable` for what is no feed */
export async function readFeedSource(source: FeedSource): Promise<ReadFeed> {
  const feed = 'feed' in source ? source.feed : parseFeed(source.bytes, source);
  const identified = withOwnNames(feed.entries.slice(0, MOST_IN_RECORD));
  const digests = new Map(identified.map((one) => [digestOfEntry(one.entry), one] as const));
  const key = feedKey(source.subscription);
  const isSeen = (digest: string): boolean => source.seen.has(digest);
  const entries: ReadEntry[] = [];
  const failures: string[] = [];
  if (feed.entries.length > MOST_IN_RECORD) {
    failures.push(`only its first ${MOST_IN_RECORD} entries are read`);
  }
  const last = feed.isCut ? identified.at(-1) : undefined;
  for (const [digest, identity] of digests) {
    if (isSeen(digest)) continue;
    try {
      const entry = readEntry(identity, feed, source, key);
      if (entry === null) continue;
      entries.push({ ...entry, digest, isCut: identity === last });
    } catch (error) {
      // A hostile entry that breaks its parser leaves the others unharmed.
      const reason = error instanceof NewsprintError ? error.message : String(error);
      failures.push(`an entry cannot be read: ${reason}`);
    }
    // Lets the disk, the network and Ctrl-C be handled.
    if (entries.length % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const seen = [...digests.keys()].filter(isSeen);
  const names = new Set([...identified.flatMap(namesOf), ...namesOfSeveral(feed.entries)]);
  return { title: feed.title, entries, failures, seen, names, isCut: feed.isCut };
}

/** @param key what its articles call the feed */
function readEntry(
  { at, entry, isShared }: IdentifiedEntry,
  feed: Feed,
  source: FeedSource,
  key: string,
) {
  const article = toArticle(entry, feed, source, key);
  if (article === null) return null;
  const { url, also, published } = article;
  const addresses = [url, ...also].filter((one) => one !== null);
  return { at, article, published, urls: isShared ? [] : addresses };
}

function namesOf({ entry: { guid, url }, isShared }: IdentifiedEntry): readonly string[] {
  return [guid, isShared ? null : cleanUrl(url ?? '')].filter((name) => name !== null);
}

function namesOfSeveral(entries: readonly Entry[]): readonly string[] {
  const once = new Set<string>();
  return entries
    .map(({ title, published, updated }) => headlineName(title ?? '', published ?? updated ?? ''))
    .filter((name) => once.size === once.add(name).size);
}

interface IdentifiedEntry {
  readonly at: number;
  readonly entry: Entry;
  /** Whether other entries of the feed have the same address, which then does not identify it. */
  readonly isShared: boolean;
}

/**
 * Drops guids that different entries share, and does not find entries again by an address that others
 * with guids of their own share, such as the site's front page.
 */
function withOwnNames(entries: readonly Entry[]): readonly IdentifiedEntry[] {
  const guids = new Map<string, Set<string>>();
  const urls = new Map<string, Set<string>>();
  for (const { guid, url, title } of entries) {
    if (guid !== null) note(guids, guid, `${url} ${title}`);
    if (url !== null) note(urls, withoutFragment(url), `${fragmentOf(url)} ${title}`);
  }
  return entries.map((entry, at) => {
    const guid = (guids.get(entry.guid ?? '')?.size ?? 0) > 1 ? null : entry.guid;
    const others = urls.get(withoutFragment(entry.url ?? ''))?.size ?? 0;
    return { at, entry: { ...entry, guid }, isShared: guid !== null && others > 1 };
  });
}

function note(table: Map<string, Set<string>>, key: string, value: string): void {
  table.set(key, (table.get(key) ?? new Set()).add(value));
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

/** As `URL` has it: an empty one is none. */
function fragmentOf(url: string): string {
  return /#.+$/.exec(url)?.[0] ?? '';
}

/** A digest of all fields but the count of comments, whose change is no update. */
function digestOfEntry({ comments: _, enclosures, ...entry }: Entry): string {
  // Where there are none the digest is that of an entry whose files were not read.
  const files = enclosures.length > 0 ? { enclosures } : {};
  return shorten(digestOf(JSON.stringify({ ...entry, ...files })));
}

/** Most that a date may be ahead, for clocks and zones are wrong by hours. */
const LATEST = DAY;

/** Drops dates in the future, with which an entry would stay above all others. */
function withoutLater(entry: Entry, now: Date): Entry {
  const latest = now.getTime() + LATEST;
  const known = (date: string | null) => (dateOrder(date) > latest ? null : date);
  return { ...entry, published: known(entry.published), updated: known(entry.updated) };
}

/** `null` for an entry with neither headline nor text nor address nor file. */
function toArticle(
  entry: Entry,
  feed: Feed,
  { subscription, now }: FeedSource,
  key: string,
): NewArticle | null {
  const { draft } = entryDraft(withoutLater(entry, now), feed, key);
  const isEmpty = draft.markdown.trim() === '' && draft.enclosures.length === 0;
  if (draft.title === null && draft.url === null && isEmpty) return null;
  const title = draft.title ?? subscription.title ?? feed.title ?? 'Untitled';
  return {
    ...draft,
    title,
    source: subscription.title ?? feed.title ?? draft.source,
    feed: key,
    guid: entry.guid ?? (draft.url === null ? madeGuid(title, draft) : null),
    tags: [...new Set([...subscription.tags, ...draft.tags])],
    base: null,
  };
}

/** A guid for an entry without guid and address, made of its text, so that it stays removed. */
function madeGuid(title: string, { published, markdown, enclosures }: Draft): string {
  const files = enclosures.map(({ url }) => url);
  return `sha256:${digestOf(title, published ?? '', markdown, ...files)}`;
}
