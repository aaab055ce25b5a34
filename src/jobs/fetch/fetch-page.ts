// The whole article of an entry, from its page: taken in as `add` does.
import { NewsprintError } from '../../core/errors.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import type { Incoming } from '../../library/store/store-state.ts';
import { countWords } from '../../markdown/source/count-words.ts';
import { type PageSurroundings, withPictures } from '../add/article-images.ts';
import { type IntakeOptions, type IntakeResult, runIntake } from '../add/run-intake.ts';
import { fetchSource } from '../add/source-bytes.ts';
import type { ReadEntry } from './read-feed-source.ts';

type IsTaken = (url: string, headline: string) => boolean;
type Surroundings = PageSurroundings & Required<Pick<IntakeOptions, 'corrections'>>;

/**
 * Reads an article out of a page of the web.
 * @throws NewsprintError as `fetchSource` and `runIntake`
 */
export async function takePage(
  url: string,
  { host, signal, corrections }: Surroundings,
): Promise<IntakeResult> {
  return runIntake(await fetchSource(url, host, signal), { corrections });
}

/**
 * An entry with what its page says, and the pictures there.
 * @param isTaken whether a page of another headline says, too, that the address is its own
 */
export async function placeFullText(
  { article, urls }: Pick<ReadEntry, 'article' | 'urls'>,
  taken: IntakeResult,
  surroundings: Surroundings,
  isTaken: IsTaken,
): Promise<Incoming> {
  const whole = joinPage(article, taken.article, isTaken);
  const { place } = await withPictures({ ...taken, article: whole }, surroundings);
  const own = whole.url === null ? [] : [whole.url];
  return { article: place, urls: [...new Set([...own, ...urls])], isWhole: true };
}

/**
 * Fetches the page of an entry, with its pictures.
 * @returns `later` where it may be had another time, `never` where there is no more of the entry, or
 *   where the user broke it off
 */
export async function fetchFullArticle(
  entry: ReadEntry,
  surroundings: Surroundings,
  isTaken: IsTaken,
): Promise<Incoming | 'later' | 'never'> {
  const { article } = entry;
  if (article.url === null) return 'never';
  try {
    const taken = await takePage(article.url, surroundings);
    // A page of less than half the words that the feed has of it asks for a login or for cookies.
    const { words } = countWords(taken.article.markdown);
    if (words * 2 < countWords(article.markdown).words) return 'never';
    return await placeFullText(entry, taken, surroundings, isTaken);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return ['not-found', 'unreadable', 'interrupted'].includes(error.code) ? 'never' : 'later';
  }
}

/** The feed says which entry it is and how it is called, the page what is in it. */
function joinPage(entry: NewArticle, page: NewArticle, isTaken: IsTaken): NewArticle {
  const isOwn = page.url !== null && !isFrontPage(page.url) && !isTaken(page.url, page.title);
  const url = isOwn ? page.url : entry.url;
  const addresses = [entry.url, ...entry.also].filter((address) => address !== null);
  return {
    ...page,
    guid: entry.guid,
    feed: entry.feed,
    source: entry.source,
    base: null,
    excerpt: false,
    title: entry.title,
    published: entry.published ?? page.published,
    updated: entry.updated ?? page.updated,
    deck: page.deck ?? entry.deck,
    summary: page.summary.length > 0 ? page.summary : entry.summary,
    place: page.place ?? entry.place,
    authors: page.authors.length > 0 ? page.authors : entry.authors,
    tags: [...new Set([...entry.tags, ...page.tags])],
    lang: page.lang ?? entry.lang,
    comments: entry.comments ?? page.comments,
    enclosures: entry.enclosures,
    url,
    also: [...new Set(addresses)].filter((address) => address !== url),
  };
}

/** No article lives there, whatever a page says of itself. */
function isFrontPage(url: string): boolean {
  return new URL(url).pathname === '/' && new URL(url).search === '';
}
