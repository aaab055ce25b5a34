// Stores the new entries of a feed, within its limit, and with full texts where that is asked for.
import type { ArticleHead } from '../../core/article/article.ts';
import { DAY, dateOrder } from '../../core/dates/dates.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import type { EntryStore, StoredEntry } from '../../library/store/entry-store.ts';
import type { Incoming } from '../../library/store/store-state.ts';
import type { AllowedAddresses } from '../../net/http/allowed-addresses.ts';
import { createPool } from '../pool.ts';
import { type FeedAnswer, formatFeedAnswer, NO_STATE, parseFeedAnswer } from './feed-answer.ts';
import type { FeedAsked, FetchContext } from './fetch-context.ts';
import { limitFeed } from './fetch-limit.ts';
import { hostOf } from './host-limits.ts';
import type { ReadEntry, ReadFeed } from './read-feed-source.ts';

/** Most entries of a feed that are stored at once. */
const UNDER_WAY = 32;
/** Most fetches that ask for a page in vain. */
const MOST_TRIES = 3;

/** An entry that the library may lack, or have in another version. */
interface FreshEntry extends ReadEntry {
  /** The article that the library has for it. */
  readonly known: ArticleHead | null;
}

/** What was done with an entry, by its digest. */
interface StoredDigest extends StoredEntry {
  readonly digest: string;
}

interface Storing extends FeedAsked {
  readonly before: FeedAnswer;
  /** The names of all entries of the feed, see `Incoming`. */
  readonly names: ReadonlySet<string>;
  /** Addresses that requests for its pages may go to. */
  readonly allowed: AllowedAddresses;
  readonly seen: Set<string>;
  readonly tries: Map<string, number>;
  readonly stored: StoredDigest[];
  /** Addresses that pages call their own, with the pages' headlines. */
  readonly pages: Map<string, string>;
}

/**
 * Stores entries that the library lacks and the user did not remove, and removes articles over the
 * limit, but for starred ones.
 * @returns what was stored, and the next `state` to keep; `null` where it was aborted
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
  // There may be thousands, and only a limit needs them all.
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
    // A cut entry of an article that the library has is no news.
    if (out.has(entry) || (entry.isCut && entry.known !== null)) storing.seen.add(entry.digest);
    else await pool.add(() => storeEntry(storing, entry));
  }
  await pool.end();
  if (signal.aborted) return { stored: storing.stored, state: null };
  feedStore().store.remove(over);
  const kept = fresh.filter((entry) => !out.has(entry));
  return { stored: storing.stored, state: stateAfter(storing, left, kept) };
}

/** Entries that the library may lack in this version, and digests of those to leave out. */
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

/** @param heads articles of a feed with a limit that were there before and still are */
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

/** The file of one of the feed's earlier articles; empty where there is none. */
function pathBefore(
  { subscription, before, feedStore }: Storing,
  heads: readonly ArticleHead[],
): string {
  if (subscription.keep !== null) return heads[0]?.path ?? '';
  return before.path || (feedStore().headsOf(subscription)[0]?.path ?? '');
}

/** The oldest date of articles that are not starred; today for one without a date. */
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

/** Applies a limit by age to a feed that has not changed. */
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

/** The entry as the feed has it, or with its full text where that is wanted and available. */
async function asWanted(storing: Storing, entry: FreshEntry): Promise<Incoming> {
  const { subscription, before, allowed, tries, pages, limits, root, signal } = storing;
  const { article, urls, digest } = entry;
  if (!subscription.full || isWhole(storing, entry)) return { article: () => article, urls };
  const { fetchFullArticle } = await import('./fetch-page.ts');
  const host = { ...storing.host, allowed };
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

/** Whether the full text need not be asked for; a changed entry's of this feed is asked for again. */
function isWhole({ before }: Storing, { known, article }: FreshEntry): boolean {
  if (known === null) return false;
  const { feed, updated, published } = article;
  if (known.feed !== feed) return true;
  if (known.excerpt || before.seen.size > 0) return false;
  return dateOrder(updated ?? published) <= dateOrder(known.updated ?? known.published);
}
