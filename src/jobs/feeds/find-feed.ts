// Which feeds the words of a call mean: a URL, the start of a title, a host, or a folder.

import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { foldText } from '../../core/fold.ts';
import { nearest } from '../../core/nearest.ts';
import { parseUrl } from '../../core/url/parse-url.ts';
import { feedUrl, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { feedTitle } from './feed-rows.ts';
import { feedsIn } from './named-feeds.ts';

const MOST_NAMED = 8;

/**
 * The feed of a word: its URL or its site's, its whole title, the start of one, its host, in this
 * order.
 * @throws NewsprintError `not-found`, or `ambiguous` with the feeds that it could be
 */
export function findFeed(word: string, feeds: readonly Subscription[]): Subscription {
  const [found, ...others] = fittingFeeds(word, feeds);
  if (found === undefined) throw notFound(word, feeds);
  if (others.length === 0) return found;
  const named = [found, ...others].map((feed) => `  ${shownUrl(feed.url)}  ${feedTitle(feed)}`);
  const more = named.length > MOST_NAMED ? [`  and ${named.length - MOST_NAMED} more`] : [];
  throw new NewsprintError(`${quoteValue(word)} could be ${named.length} feeds`, {
    code: 'ambiguous',
    hint: [...named.slice(0, MOST_NAMED), ...more, 'name it by its URL'].join('\n'),
  });
}

/**
 * All feeds of a word; where it is that of none, those of the folder of that name.
 * @throws NewsprintError `not-found`
 */
export function findFeeds(word: string, feeds: readonly Subscription[]): readonly Subscription[] {
  const fitting = fittingFeeds(word, feeds);
  const found = fitting.length > 0 ? fitting : feedsIn(feeds, foldText(word));
  if (found.length === 0) throw notFound(word, feeds);
  return found;
}

function fittingFeeds(word: string, feeds: readonly Subscription[]): readonly Subscription[] {
  const url = feedUrl(word);
  const tests = url === null ? testsOf(word) : urlTests(url);
  return tests.map((test) => feeds.filter(test)).find(({ length }) => length > 0) ?? [];
}

type Test = (feed: Subscription) => boolean;

/** A whole address is that of a feed, or of a site. */
function urlTests(url: string): readonly Test[] {
  const shown = shownUrl(url);
  const host = new URL(url).pathname === '/' ? hostOf(url) : '';
  return [
    (feed) => [feed.url, feed.id ?? ''].map(shownUrl).includes(shown),
    ({ site }) => site !== null && shownUrl(site) === shown,
    (feed) => hostsOf(feed).includes(host),
  ];
}

function testsOf(word: string): readonly Test[] {
  const folded = foldText(word);
  if (folded === '') return [];
  const address = withoutScheme(word);
  // With a path it is one feed that is meant, not any of the host's.
  const host = address.includes('/') ? '' : hostOf(`http://${address}/`);
  return [
    (feed) => foldText(feedTitle(feed)) === folded,
    (feed) => withoutScheme(shownUrl(feed.url)) === address,
    ({ title }) => title !== null && foldText(title).startsWith(folded),
    (feed) => hostsOf(feed).includes(host),
  ];
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** With its port and without. */
function hostsOf({ url, site }: Subscription): readonly string[] {
  const hosts = [url, site ?? ''].map(hostOf).filter((host) => host !== '');
  return [...hosts, ...hosts.map((host) => host.replace(/:\d+$/, ''))];
}

/** Without `www.`; empty for what has none. */
function hostOf(url: string): string {
  return parseUrl(url)?.host.replace(/^www\./, '') ?? '';
}

function notFound(word: string, feeds: readonly Subscription[]): NewsprintError {
  const near = nearest(word, feeds.map(feedTitle));
  const hint = near ? `did you mean ${quoteValue(near)}?` : 'newsprint feeds names them';
  return new NewsprintError(`no feed ${quoteValue(shownUrl(word))}`, { code: 'not-found', hint });
}
