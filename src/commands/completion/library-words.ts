// What a library knows of the beginning of a word, asked of its index as it is.
import { shownUrl } from '../../intake/opml/subscription.ts';
import { feedTitle } from '../../jobs/feeds/feed-rows.ts';
import { ALL_ARTICLES, type Finder } from '../../library/finder/finder.ts';
import { hasIndex } from '../../library/index/open-finder.ts';
import type { Call, Io } from '../call/call.ts';
import { findLibrary, startBackgroundCheck, withFinder } from '../call/call-library.ts';

/** A word, and what it is. */
export type Completion = readonly [value: string, about: string];

/** More than anybody reads. */
export const MOST_COMPLETIONS = 200;

export type LibraryWords = ReturnType<typeof libraryWords>;

/** Each gives what may begin so; nothing where there is no library. */
export function libraryWords(call: Call, io: Io) {
  /** An index that is not there yet takes too long: it is made in the background. */
  const ask = async (
    question: (finder: Finder) => readonly Completion[],
  ): Promise<readonly Completion[]> => {
    const { root, exists, isShipped } = findLibrary(call, io);
    if (exists && (isShipped || hasIndex(root, io))) return withFinder(call, io, question);
    if (exists) startBackgroundCheck(root, io);
    return [];
  };
  /** Reading them takes the intake, which most words need not wait for. */
  const subscriptions = async () => {
    const { readSubscriptions } = await import('../../jobs/feeds/subscriptions.ts');
    return readSubscriptions(findLibrary(call, io).root).subscriptions;
  };
  return {
    articles: (start: string) => ask((finder) => articleWords(finder, start)),
    tags: (start: string) =>
      ask((finder) => finder.tagsFrom(start, MOST_COMPLETIONS).map((tag) => [tag, ''])),
    /** By their addresses, with a scheme where one was typed. */
    async feeds(start: string): Promise<readonly Completion[]> {
      const short = (url: string) => (/^https?:/.test(start) ? url : url.replace(/^\w+:\/\//, ''));
      return (await subscriptions()).map((feed) => [short(shownUrl(feed.url)), feedTitle(feed)]);
    },
    async folders(): Promise<readonly Completion[]> {
      const paths = new Set((await subscriptions()).flatMap(({ folders }) => folders));
      return [...paths].map((path) => [path, '']);
    },
  };
}

const DATE = /^\d{4}-\d\d-\d\d-/;

/** IDs, without their date where the word goes on so; the newest where there is no word. */
function articleWords(finder: Finder, start: string): readonly Completion[] {
  const [search] = ALL_ARTICLES;
  const window = { offset: 0, limit: MOST_COMPLETIONS };
  const heads =
    start === ''
      ? Array.from(finder.stream(search, window), ({ head }) => head)
      : finder.candidates(start, MOST_COMPLETIONS);
  return heads.map(({ id, title }) => [id.startsWith(start) ? id : id.replace(DATE, ''), title]);
}
