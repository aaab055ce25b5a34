// Finds the feed behind an address: the feed itself, one that the page names, or one where feeds usually are.
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import { decodeText } from '../../intake/charset.ts';
import type { Feed } from '../../intake/feed/entry.ts';
import { feedLinks } from '../../intake/feed/feed-links.ts';
import { parseFeed } from '../../intake/feed/parse-feed.ts';
import {
  addressesOf,
  feedUrl,
  shownUrl,
  usualAddresses,
  withLoginOf,
} from '../../intake/opml/subscription.ts';
import { sniffKind } from '../../intake/sniff.ts';
import { fetchPage, type HttpResponse, type RequestOptions } from '../../net/http/request.ts';

export interface FoundFeed {
  /** To be asked for: where it moved for good, with the login it was asked with. */
  readonly url: string;
  readonly title: string | null;
  readonly site: string | null;
  /** Whether it is cut off before its end. */
  readonly isCut?: boolean;
  /** Further feeds that the page names. */
  readonly others: readonly Pick<FoundFeed, 'url' | 'title'>[];
}

type Page = Extract<HttpResponse, { kind: 'page' }>;
type Asking = Pick<RequestOptions, 'version' | 'timeout' | 'allowed'> & {
  readonly signal: AbortSignal;
};

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.8,*/*;q=0.1';
/** Links of a page that are tried; how long a guess may take (ms). */
const MOST_LINKS = 5;
const GUESS_TIMEOUT = 10_000;
/** In UTF-16 units. */
const LONGEST_TITLE = 500;

/**
 * The feed that a word means.
 * @throws NewsprintError in one line: no web address, no response, or no feed there
 */
export async function discoverFeed(word: string, asking: Asking): Promise<FoundFeed> {
  const [first, ...others] = addressesOf(word);
  if (first === undefined) {
    const isFile = /^[./~]|\.opml$/i.test(word);
    const hint = isFile ? 'newsprint feeds import takes feeds from a file' : undefined;
    throw new NewsprintError(`not an http(s) address: ${quoteValue(shownUrl(word))}`, { hint });
  }
  const asked = await askFirst([first, ...others], asking);
  const feed = readFound(asked);
  if (feed !== null) return feed;
  if (sniffKind(asked.page.bytes, asked.page) !== 'html') throw noFeed(asked.url);
  return findLinked(asked, asking);
}

interface Asked {
  readonly url: string;
  readonly page: Page;
}

/** The first that answers; where none does, what is wrong with the first. */
async function askFirst([url, ...rest]: readonly string[], asking: Asking): Promise<Asked> {
  try {
    return await ask(url ?? '', asking);
  } catch (error) {
    if (rest.length === 0 || asking.signal.aborted) throw error;
    return askFirst(rest, asking).catch((second: unknown) => {
      throw second instanceof NewsprintError && second.code === 'not-found' ? second : error;
    });
  }
}

async function ask(url: string, asking: Asking): Promise<Asked> {
  const page = await fetchPage(url, { ...asking, accept: ACCEPT });
  if (page.kind === 'page') return { url, page };
  throw new NewsprintError(`${shownUrl(url)}: no answer`);
}

/** `null` for a page that is no feed. @throws NewsprintError where no entry of it can be read */
function readFound({ url, page }: Asked): FoundFeed | null {
  const feed = tryKnown<Feed | null>(
    () => parseFeed(page.bytes, page),
    () => null,
  );
  if (feed === null) return null;
  if (feed.isCut && feed.entries.length === 0) {
    const message = `${shownUrl(url)}: a feed, but it is cut off before its first entry`;
    throw new NewsprintError(message);
  }
  const final = page.moved === null ? url : withLoginOf(page.moved, url);
  const title = feed.title?.slice(0, LONGEST_TITLE) ?? null;
  return {
    url: feedUrl(final) ?? url,
    title,
    site: feed.site,
    others: [],
    ...(feed.isCut && { isCut: true }),
  };
}

/** Of a page: the feeds it names, the first that is one, else a guess. */
async function findLinked(asked: Asked, asking: Asking): Promise<FoundFeed> {
  const { bytes, contentType, url: base } = asked.page;
  const links = feedLinks(decodeText(bytes, contentType), base).flatMap(({ url, title }) => {
    const clean = feedUrl(url);
    return clean === null ? [] : [{ url: withLoginOf(clean, asked.url), title }];
  });
  const named = links.slice(0, MOST_LINKS).map(({ url }) => url);
  const guesses = usualAddresses(base).map((url) => withLoginOf(url, asked.url));
  const { allowed } = asked.page;
  for (const [at, url] of [...named, ...guesses].entries()) {
    const bounds = at < named.length ? {} : { timeout: GUESS_TIMEOUT };
    const answer = ask(url, { ...asking, allowed, ...bounds });
    const one = await answer.then(readFound).catch((error: unknown) => {
      if (asking.signal.aborted || !(error instanceof NewsprintError)) throw error;
      return null;
    });
    const others = links.filter((link) => link.url !== url);
    if (one !== null) return { ...one, others, site: one.site ?? shownUrl(base) };
  }
  throw noFeed(asked.url, named[0]);
}

/** @param named a feed of the page that cannot be read */
function noFeed(url: string, named?: string): NewsprintError {
  const shown = shownUrl(url);
  const hint = `newsprint add ${shown} keeps the page itself`;
  const what =
    named === undefined
      ? 'no feed there, and none is named'
      : `the feed that it names cannot be read: ${shownUrl(named)}`;
  return new NewsprintError(`${shown}: ${what}`, { hint });
}
