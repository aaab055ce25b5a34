// Which feeds the words of a call mean: a URL, the start of a title, or a host.

import { NewsprintError } from '../core/errors.ts';
import { foldText } from '../core/fold.ts';
import { nearest } from '../core/nearest.ts';
import { quoteValue } from '../core/quote.ts';
import { feedUrl, type Subscription, shownUrl } from '../intake/opml/subscription.ts';
import { feedTitle } from './feed-rows.ts';

const MOST_NAMED = 8;

/**
 * The feed of a word: its URL, its whole title, the start of one, its host, in this order.
 * @throws NewsprintError `not-found`, or `ambiguous` with the feeds that it could be
 */
export function findFeed(word: string, feeds: readonly Subscription[]): Subscription {
  const [found, ...others] = candidates(word, feeds);
  if (found === undefined) throw notFound(word, feeds);
  if (others.length === 0) return found;
  const named = [found, ...others].map((feed) => `  ${shownUrl(feed.url)}  ${feedTitle(feed)}`);
  const more = named.length > MOST_NAMED ? [`  and ${named.length - MOST_NAMED} more`] : [];
  throw new NewsprintError(`${quoteValue(word)} could be ${named.length} feeds`, {
    code: 'ambiguous',
    hint: [...named.slice(0, MOST_NAMED), ...more].join('\n'),
  });
}

function candidates(word: string, feeds: readonly Subscription[]): readonly Subscription[] {
  const folded = foldText(word);
  const url = feedUrl(word);
  const tests: readonly ((feed: Subscription) => boolean)[] = [
    (feed) => url !== null && [feed.url, feed.id ?? ''].map(shownUrl).includes(shownUrl(url)),
    (feed) => foldText(feedTitle(feed)) === folded,
    (feed) => foldText(feedTitle(feed)).startsWith(folded),
    (feed) => hostsOf(feed).includes(hostOf(word)),
  ];
  for (const test of word === '' ? [] : tests) {
    const found = feeds.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function hostsOf({ url, site }: Subscription): readonly string[] {
  return [url, site ?? ''].map(hostOf).filter((host) => host !== '');
}

/** Without `www.`; empty for what has none. */
function hostOf(text: string): string {
  const url = /^https?:/i.test(text) ? text : `http://${text}/`;
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}

function notFound(word: string, feeds: readonly Subscription[]): NewsprintError {
  const title = nearest(word, feeds.map(feedTitle));
  const hint =
    title === undefined ? 'newsprint feeds names them' : `did you mean ${quoteValue(title)}?`;
  return new NewsprintError(`no feed ${quoteValue(shownUrl(word))}`, { code: 'not-found', hint });
}
