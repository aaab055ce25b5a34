// Stores what a feed's answer brought: within the feed's limit, whole where that is asked for.
import type { ArticleHead } from '../../core/article/article.ts';
import { dateOrder } from '../../core/dates/dates.ts';
import type { AllowedAddresses } from '../../intake/http/allowed-addresses.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import type { EntryStore, StoredEntry } from '../../library/store/entry-store.ts';
import type { Incoming } from '../../library/store/store-state.ts';
import { createPool } from '../pool.ts';
import { type FeedAnswer, formatFeedAnswer, NO_STATE, parseFeedAnswer } from './feed-answer.ts';
import type { FeedAsked, FetchContext } from './fetch-context.ts';
import { limitFeed } from './fetch-limit.ts';
import { hostOf } from './host-limits.ts';
import type { ReadEntry, ReadFeed } from './read-feed-source.ts';

/** Entries of a feed that may be under way at once. */
const UNDER_WAY = 32;
/** Times a page is asked for, in as many fetches. */
const MOST_TRIES = 3;
const DAY = 24 * 60 * 60 * 1000;

/** An entry that the library may not have as it is. */
interface FreshEntry extends ReadEntry {
  /** The article that the library has of it. */
  readonly known: ArticleHead | null;
}

/** What became of an entry, by its digest. */
export interface StoredDigest extends StoredEntry {
  readonly digest: string;
}

interface Storing extends FeedAsked {
  readonly before: FeedAnswer;
  /** What all entries of the feed are called, see `Incoming`. */
  readonly names: ReadonlySet<string>;
  /** Where the requests for its pages may lead. */
  readonly allowed: AllowedAddresses;
  readonly seen: Set<string>;
  readonly tries: Map<string, number>;
  readonly stored: StoredDigest[];
  /** The addresses that pages say are their own, each with its page's headline. */
  readonly pages: Map<string, string>;
}

/**
 * Puts entries in that the library has not and the user did not remove, and takes what is over the
 * limit away, but for what is starred.
 * @returns what was stored, and as `state` what is to be remembered; `null` where it was broken off
 * @throws NewsprintError where one cannot be written
 */
export async function storeEntries(
  asked: FeedAsked,
  feed: ReadFeed,
  before: FeedAnswer,
  allowed: AllowedAddresses,
) {
  const { signal, now, feedStore, subscription } = asked;
  const { fresh, removed } = holdAgainst(feedStore().store, feed);
  const { keep } = subscription;
  // They may be thousands, and only a limit has to know them all.
  const heads = keep === null ? [] : feedStore().headsOf(subscription);
  const { out, over, left } = limitFeed(keep, heads, fresh, now);
  const storing: Storing = {
    ...asked,
    before,
    allowed,
    names: feed.names,
    stored: [],
    pages: new Map(),
    seen: new Set([...feed.seen, ...removed]),
    tries: new Map(),
  };
  const pool = createPool(UNDER_WAY);
  for (const entry of fresh) {
    if (signal.aborted) break;
    // A part of what the library has already says nothing new.
    if (out.has(entry) || (entry.isCut && entry.known !== null)) storing.seen.add(entry.digest);
    else await pool.add(() => storeEntry(storing, entry));
  }
  await pool.end();
  if (signal.aborted) return { stored: storing.stored, state: null };
  feedStore().store.remove(over);
  const kept = fresh.filter((entry) => !out.has(entry));
  return { stored: storing.stored, state: stateAfter(storing, left, kept) };
}

/** Which entries the library may not have as they are, and the digests of those it is not to have. */
function holdAgainst(store: EntryStore, { entries, names }: ReadFeed) {
  const fresh: FreshEntry[] = [];
  const removed: string[] = [];
  for (const entry of entries) {
    const known = store.find({ article: () => entry.article, urls: entry.urls, names });
    if (known === 'removed') removed.push(entry.digest);
    else fresh.push({ ...entry, known });
  }
  return { fresh, removed };
}

/** @param heads of a feed with a limit the articles that were there before and still are */
function stateAfter(
  storing: Storing,
  heads: readonly ArticleHead[],
  fresh: readonly FreshEntry[],
): Omit<FeedAnswer, 'digest'> {
  const { subscription, before, stored, seen, tries, feedStore } = storing;
  const { keep, full } = subscription;
  const isChanged = stored.some(({ kind }) => kind !== 'left' && kind !== 'removed');
  const op = isChanged ? feedStore().store.op : before.op;
  const added = stored.find(({ kind }) => kind === 'added');
  const path = added?.path ?? pathBefore(storing, heads);
  const all = [...heads, ...fresh.map(({ article }) => article)];
  return { op, full, path, oldest: keep === null ? '' : oldestOf(storing, all), seen, tries };
}

/** The file of one of the feed's articles that was there before; empty where there is none. */
function pathBefore(
  { subscription, before, feedStore }: Storing,
  heads: readonly ArticleHead[],
): string {
  if (subscription.keep !== null) return heads[0]?.path ?? '';
  return before.path || (feedStore().headsOf(subscription)[0]?.path ?? '');
}

/** Of what is not starred; of what has no date it is today. */
function oldestOf(
  { feedStore, now }: FetchContext,
  all: readonly (ArticleHead | NewArticle)[],
): string {
  const { journals } = feedStore();
  const bare = all.filter((one) => !('id' in one && journals.state(one).starred));
  const times = bare.map(({ published, added }) =>
    dateOrder(published ?? added ?? now.toISOString()),
  );
  const oldest = times.reduce((a, b) => Math.min(a, b), now.getTime());
  return new Date(oldest).toISOString();
}

/** Articles grow older whether their feed has changed or not. */
export function trimFeed(fetching: FetchContext, subscription: Subscription): void {
  const { records, feedStore, now } = fetching;
  const { keep } = subscription;
  if (keep?.kind !== 'days') return;
  const record = records.get(feedKey(subscription));
  const state = parseFeedAnswer(record.state);
  if (state.oldest !== '' && Date.parse(state.oldest) >= now.getTime() - keep.days * DAY) return;
  const heads = feedStore().headsOf(subscription);
  const { over, left } = limitFeed(keep, heads, [], now);
  feedStore().store.remove(over);
  if (state === NO_STATE) return;
  const oldest = oldestOf(fetching, left);
  records.set(feedKey(subscription), { ...record, state: formatFeedAnswer({ ...state, oldest }) });
}

async function storeEntry(storing: Storing, entry: FreshEntry): Promise<void> {
  const incoming = { ...(await asWanted(storing, entry)), names: storing.names };
  if (storing.signal.aborted) return;
  const { digest } = entry;
  storing.stored.push({ ...(await storing.feedStore().store.put(incoming)), digest });
  storing.seen.add(digest);
}

/** The entry as the feed has it, or whole where the subscription wants that and it can be had. */
async function asWanted(storing: Storing, entry: FreshEntry): Promise<Incoming> {
  const { subscription, before, allowed, tries, pages, limits, root, signal } = storing;
  const { article, urls, digest } = entry;
  const host = { ...storing.host, allowed };
  if (!subscription.full || isWhole(storing, entry)) return { article: () => article, urls };
  const { fetchFullArticle } = await import('./fetch-page.ts');
  const isTaken = (url: string, headline: string): boolean => {
    if (!pages.has(url)) pages.set(url, headline);
    return pages.get(url) !== headline;
  };
  const whole = await limits.run(hostOf(article.url ?? ''), () =>
    fetchFullArticle(entry, { root, host, signal, corrections: storing.corrections() }, isTaken),
  );
  if (typeof whole === 'object') return whole;
  const tried = (before.tries.get(digest) ?? 0) + 1;
  if (whole === 'later' && tried < MOST_TRIES) tries.set(digest, tried);
  const excerpt = article.excerpt || article.enclosures.length === 0;
  return { article: () => ({ ...article, excerpt }), urls };
}

/** Another's article stays as it is; the feed's own is asked for again when there is news of it. */
function isWhole({ before }: Storing, { known, article }: FreshEntry): boolean {
  if (known === null) return false;
  const { feed, updated, published } = article;
  if (known.feed !== feed) return true;
  if (known.excerpt || before.seen.size > 0) return false;
  return dateOrder(updated ?? published) <= dateOrder(known.updated ?? known.published);
}
