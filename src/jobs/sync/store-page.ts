// Stores a server's entries in the library, as a fetch does with a feed's.
import { groupBy } from '../../core/group-by.ts';
import type { Marked } from '../../core/journal/identity.ts';
import { lazyFor } from '../../core/lazy.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';
import { NO_RECORD } from '../../library/cache/feed-records.ts';
import { sha256 } from '../../library/files/digest.ts';
import type { ServerState } from '../../library/servers/server-state.ts';
import { allowedFrom } from '../../net/http/allowed-addresses.ts';
import type { EntryItem, ServerEntry } from '../../net/servers/server.ts';
import { NO_STATE } from '../fetch/feed-answer.ts';
import type { FetchContext } from '../fetch/fetch-context.ts';
import { storeEntries } from '../fetch/fetch-store.ts';
import { createPool } from '../pool.ts';
import type { ServerFeeds } from './sync-feeds.ts';

/** Feeds whose entries are read at once. */
const UNDER_WAY = 16;
/** For an entry that was removed here, or is over the feed's limit. */
const NO_ARTICLE: Marked = { id: '', as: '' };
const JSON_FEED = { version: 'https://jsonfeed.org/version/1.1' };

export interface Taking {
  readonly state: ServerState;
  readonly feeds: ServerFeeds;
  readonly fetching: FetchContext;
}

export function openEntries({ feeds, state, fetching }: Taking) {
  const added: string[] = [];
  const updated: string[] = [];
  const failures: string[] = [];
  const news: Readonly<Record<string, string[] | undefined>> = { added, updated };
  const isHere = (id: string): boolean => (state.entries.get(id)?.id ?? '') !== '';
  const namesOf = lazyFor((subscription: Subscription) => knownNames(fetching, subscription));
  return {
    added,
    updated,
    failures,
    /** Whether the library has the entry's article, or left it out, where that still holds. */
    isKnown: (id: string): boolean => (state.cursor() === '' ? isHere(id) : state.entries.has(id)),
    /** Stores entries that the library lacks. @returns the articles that it has now, by entry ID */
    async store(page: readonly ServerEntry[]): Promise<ReadonlyMap<string, Marked>> {
      const all = new Map<string, Marked>();
      const fresh = page.filter(({ id, item }) => item !== null && !isHere(id));
      const pool = createPool(UNDER_WAY);
      for (const [feed, entries] of groupBy(fresh, (entry) => entry.feed)) {
        const subscription = feeds.get(feed);
        if (subscription === undefined) continue;
        await pool.add(async () => {
          const stored = await storeFeed(fetching, subscription, entries, namesOf(subscription));
          for (const { id } of entries) all.set(id, NO_ARTICLE);
          for (const { entry, kind, id, as } of stored.articles) {
            all.set(entry, { id, as });
            news[kind]?.push(id);
          }
          failures.push(...stored.failures);
        });
      }
      await pool.end();
      fetching.signal.throwIfAborted();
      return all;
    },
  };
}

type KnownNames = ReturnType<typeof knownNames>;

/** The names of the library's articles of a feed. */
function knownNames({ feedStore }: FetchContext, subscription: Subscription) {
  const heads = feedStore().headsOf(subscription);
  const guids = heads.flatMap(({ guid }) => guid ?? []);
  return {
    byHash: new Map(guids.map((guid) => [sha256(guid), guid] as const)),
    // None of them is another version of a new entry, for the server tells its entries apart.
    names: new Set(heads.flatMap(({ guid, url }) => [guid ?? '', url ?? ''])),
  };
}

async function storeFeed(
  fetching: FetchContext,
  subscription: Subscription,
  entries: readonly ServerEntry[],
  { byHash, names }: KnownNames,
) {
  const { now, host } = fetching;
  const told = entries.flatMap(({ id, item }) => (item === null ? [] : [{ id, item }]));
  const items = told.map(({ item }) => ({ ...item, id: guidOf(item, byHash) }));
  const { title, site, url } = subscription;
  const document = { ...JSON_FEED, title, home_page_url: site, items };
  const bytes = Buffer.from(JSON.stringify(document));
  const contentType = 'application/feed+json';
  const seen = new Set<string>();
  const feed = await fetching.read({ bytes, url, contentType, subscription, seen, now });
  const asked = { ...fetching, subscription, record: NO_RECORD };
  const allowed = host.allowed ?? allowedFrom(url);
  const { stored } = await storeEntries(asked, { ...feed, names }, NO_STATE, allowed);
  // What is stored of a guid is cleaned: the entry's place tells which it was.
  const ids = new Map(feed.entries.map(({ digest, at }) => [digest, told[at]?.id] as const));
  const articles = stored.flatMap(({ digest, ...article }) => {
    const entry = ids.get(digest);
    return entry === undefined || article.id === '' ? [] : [{ entry, ...article }];
  });
  return { articles, failures: feed.failures };
}

/** The guid, of which some servers send only a digest: of the address, or of an article's guid here. */
function guidOf({ id, hash = '', url }: EntryItem, byHash: ReadonlyMap<string, string>): string {
  return id ?? byHash.get(hash) ?? (sha256(url) === hash ? url : `sha256:${hash}`);
}
