// Reads the entries of a feed's answer that were not dealt with before; in whichever thread.

import { cleanUrl } from '../../core/clean-url.ts';
import { dateOrder } from '../../core/dates/dates.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { Draft } from '../../intake/draft.ts';
import type { Entry, Feed } from '../../intake/feed/entry.ts';
import { entryDraft } from '../../intake/feed/entry-draft.ts';
import { parseFeed } from '../../intake/feed/parse-feed.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import { digestOf } from '../../library/files/digest.ts';
import { headlineName } from '../../library/store/known-articles.ts';
import { MOST_ENTRIES, shorten } from './feed-answer.ts';

/** A feed's answer, or a feed that was read already, and what was dealt with before. */
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
  /** Its addresses, clean: what it is found again by. */
  readonly urls: readonly string[];
  /** Whether the feed ends within it, so that there may be more of it. */
  readonly isCut: boolean;
}

export interface ReadFeed {
  /** What it calls itself. */
  readonly title: string | null;
  readonly entries: readonly ReadEntry[];
  /** Digests of the others that are in the feed still. */
  readonly seen: readonly string[];
  /** What all entries are called, see `Incoming`. */
  readonly names: ReadonlySet<string>;
  /** Whether it ends within its last entry. */
  readonly isCut: boolean;
  /** What of it cannot be read, a line each. */
  readonly failures: readonly string[];
}

/** Reads a feed's entries. @throws NewsprintError `unreadable` for what is no feed */
export async function readFeedSource(source: FeedSource): Promise<ReadFeed> {
  const feed = 'feed' in source ? source.feed : parseFeed(source.bytes, source);
  const identified = withOwnNames(feed.entries.slice(0, MOST_ENTRIES));
  const digests = new Map(identified.map((one) => [digestOfEntry(one.entry), one] as const));
  const isSeen = (digest: string): boolean => source.seen.has(digest);
  const entries: ReadEntry[] = [];
  const failures: string[] = [];
  if (feed.entries.length > MOST_ENTRIES) {
    failures.push(`only its first ${MOST_ENTRIES} entries are read`);
  }
  const last = feed.isCut ? identified.at(-1) : undefined;
  for (const [digest, identity] of digests) {
    if (isSeen(digest)) continue;
    try {
      const entry = readEntry(identity, feed, source);
      if (entry === null) continue;
      entries.push({ ...entry, digest, isCut: identity === last });
    } catch (error) {
      // Whatever a hostile entry does to its parser, the others are none the worse for it.
      const reason = error instanceof NewsprintError ? error.message : String(error);
      failures.push(`an entry cannot be read: ${reason}`);
    }
    // The disk, the network and Ctrl-C are heard.
    if (entries.length % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const seen = [...digests.keys()].filter(isSeen);
  const names = new Set([...identified.flatMap(namesOf), ...namesOfSeveral(feed.entries)]);
  return { title: feed.title, entries, failures, seen, names, isCut: feed.isCut };
}

function readEntry({ at, entry, isShared }: IdentifiedEntry, feed: Feed, source: FeedSource) {
  const article = toArticle(entry, feed, source);
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
  /** Whether other entries of the feed have its address: it says nothing of the entry then. */
  readonly isShared: boolean;
}

/**
 * A guid that different entries have is none. An address that differently named entries with guids
 * of their own have is not what they are found again by: the site's front page, a page of releases.
 */
function withOwnNames(entries: readonly Entry[]): readonly IdentifiedEntry[] {
  const guids = new Map<string, Set<string>>();
  const urls = new Map<string, Set<string>>();
  for (const { guid, url, title } of entries) {
    if (guid !== null) note(guids, guid, `${url} ${title}`);
    if (url !== null) note(urls, withoutFragment(url), `${new URL(url).hash} ${title}`);
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

/** All of it that makes the article; a count of comments alone is no news. */
function digestOfEntry({ comments: _, enclosures, ...entry }: Entry): string {
  // Of an entry without them it is what it was before they were read: none is dealt with again.
  const files = enclosures.length > 0 ? { enclosures } : {};
  return shorten(digestOf(JSON.stringify({ ...entry, ...files })));
}

/** Clocks and zones are wrong by hours; what is dated further ahead has no date that holds. */
const LATEST = 24 * 60 * 60 * 1000;

/** Without dates that are still to come: it would stand above all others till then. */
function withoutLater(entry: Entry, now: Date): Entry {
  const latest = now.getTime() + LATEST;
  const known = (date: string | null) => (dateOrder(date) > latest ? null : date);
  return { ...entry, published: known(entry.published), updated: known(entry.updated) };
}

/** `null` of an entry with neither headline nor text nor address nor file. */
function toArticle(entry: Entry, feed: Feed, { subscription, now }: FeedSource): NewArticle | null {
  const key = feedKey(subscription);
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

/** Of an entry without guid and address: it stays removed by what it says, as it is found by that. */
function madeGuid(title: string, { published, markdown, enclosures }: Draft): string {
  const files = enclosures.map(({ url }) => url);
  return `sha256:${digestOf(title, published ?? '', markdown, ...files)}`;
}
