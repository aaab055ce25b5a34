// Finds an article that the library has already: by its guid, its address, or its text.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { dateOrder } from '../../core/dates/dates.ts';
import { hashText } from '../../core/hash-text.ts';
import { identityNames } from '../../core/journal/identity.ts';
import { dateName, lookupNames, titleName } from '../../core/journal/lookup-names.ts';
import { lazyFor } from '../../core/lazy.ts';
import type { NewArticle } from '../articles/format-article.ts';
import { bodyMarkdown } from '../articles/parse-article.ts';
import { digestOf } from '../files/digest.ts';
import { tryReadText } from '../files/read-text-file.ts';
import type { ExistingArticles } from '../finder/existing-articles.ts';

/** What an incoming article is recognised by. */
interface ArticleTraits
  extends Pick<NewArticle, 'title' | 'markdown' | 'feed' | 'guid' | 'url' | 'published'> {
  /** Its addresses, clean. */
  readonly urls: readonly string[];
  /** What all entries of its feed are called, see `Incoming`. */
  readonly names?: ReadonlySet<string>;
}

/** A text of that length in two feeds is the same article, a shorter one may be a coincidence. */
const LONG_ENOUGH = 200;
/** Names of which it is known which articles the library has: an entry is looked for twice. */
const MOST_NAMES = 5000;
/** Articles of a day that are read to find one that is mostly the same. */
const MOST_READ = 100;

/** Articles by feed and guid, by address, and by headline and body. */
export function createKnownArticles(existing: ExistingArticles) {
  const readBody = ({ path }: ArticleHead): string | null => {
    const text = tryReadText(join(existing.root, path));
    return text === null ? null : bodyMarkdown(text);
  };
  /** What came in since: each is an article of its own. */
  const noted = new Map<string, ArticleHead>();
  /** By hashes of names: the names of thousands of articles would take more memory than they do. */
  const notedIds = new Map<number, string | readonly string[]>();
  /** Of bodies, which may be long: no file is read twice, however many articles come in. */
  const digests = new Map<string, string | null>();
  const wordsIn = lazyFor((head: ArticleHead) => wordsOf(readBody(head) ?? ''));
  const keptAs = lazyFor(existing.named, MOST_NAMES);
  const named = (name: string): readonly ArticleHead[] => {
    const own = [notedIds.get(hashText(name)) ?? []].flat().flatMap((id) => noted.get(id) ?? []);
    // Its headline first: many may have that one.
    const isCalled = (head: ArticleHead): boolean =>
      titleName(head.title) === name || lookupNames(head).includes(name);
    const fresh = own.filter(isCalled);
    return [...new Set([...fresh, ...keptAs(name).map((head) => noted.get(head.id) ?? head)])];
  };
  const isOfBody = (head: ArticleHead, digest: string): boolean => {
    if (!digests.has(head.id)) digests.set(head.id, bodyDigest(readBody(head)));
    return digests.get(head.id) === digest;
  };
  return {
    /** @param body the article's Markdown; without it the file is read when it is needed */
    note(head: ArticleHead, body?: string): void {
      noted.set(head.id, head);
      if (body === undefined) digests.delete(head.id);
      else digests.set(head.id, bodyDigest(body));
      for (const hash of askedNames(head).map(hashText)) {
        const others = notedIds.get(hash);
        notedIds.set(hash, others === undefined ? head.id : [others, head.id].flat());
      }
    },
    /** Forgets an article that could not be stored. */
    forget: ({ id }: ArticleHead): void => void noted.delete(id),
    end(): void {
      for (const table of [noted, notedIds, digests]) table.clear();
    },
    find(traits: ArticleTraits): ArticleHead | null {
      const { guid, feed, urls, names } = traits;
      const ofGuid = identityNames({ guid, feed, url: null }).flatMap(named);
      const own = ofGuid.find((head) => !isOtherPost(head, traits));
      if (own !== undefined) return own;
      const byUrl = urls.flatMap((url) => identityNames({ url, feed, guid: null }));
      const ofUrl = likeliest(byUrl.flatMap(named), traits);
      const same = ofUrl ?? findSameText(traits, named(titleName(traits.title)), isOfBody);
      if (same !== null || names === undefined) return same;
      const free = keptAs(dateName(traits)).filter(({ id }) => !noted.has(id));
      return findVersion(traits, names, free, wordsIn);
    },
  };
}

/** Another program may have kept several of one address, such as the site's front page. */
function likeliest(
  heads: readonly ArticleHead[],
  { title }: ArticleTraits,
): ArticleHead | undefined {
  return heads.find((head) => head.title === title) ?? heads[0];
}

/** Names to look up among noted articles: not those by date. */
function askedNames(head: ArticleHead): readonly string[] {
  return lookupNames(head).filter((name) => name !== dateName(head));
}

function bodyDigest(body: string | null): string | null {
  return body === null ? null : digestOf(body.trim());
}

/** Whether a feed used one guid for two posts. */
function isOtherPost(head: ArticleHead, { url, published, title }: ArticleTraits): boolean {
  const isMoved = url !== null && head.url !== null && url !== head.url;
  const isOfOtherDay =
    published !== null && head.published !== null && published !== head.published;
  return isMoved && isOfOtherDay && title !== head.title;
}

/** The name for a headline and date that several entries of a feed share. */
export function headlineName(title: string, published: string): string {
  return `${published} ${title}`;
}

/**
 * Finds among a feed's articles of one date the one with the same headline, else with mostly the same
 * text: a feed may rename its entries at each answer, and correct their headlines and texts.
 * @param sameDay articles of the feed that were not found for another entry
 */
function findVersion(
  traits: ArticleTraits,
  names: ReadonlySet<string>,
  sameDay: readonly ArticleHead[],
  wordsIn: (head: ArticleHead) => ReadonlySet<string>,
): ArticleHead | null {
  const { title, published } = traits;
  const free = sameDay.filter(({ guid, url }) => !names.has(guid ?? '') && !names.has(url ?? ''));
  const isOnly = published !== null && !names.has(headlineName(title, published));
  const sameTitle = isOnly ? free.find((head) => head.title === title) : undefined;
  if (sameTitle !== undefined) return sameTitle;
  const near = free.filter((head) => published !== null || isNear(head, traits));
  if (near.length === 0) return null;
  const words = wordsOf(traits.markdown);
  return near.slice(0, MOST_READ).find((head) => isMostlySame(wordsIn(head), words)) ?? null;
}

/** Without a date texts are not enough, which programs repeat: a headline or an address has to agree. */
function isNear(head: ArticleHead, { title, url }: ArticleTraits): boolean {
  return head.title === title || withoutQuery(head.url) === withoutQuery(url);
}

function withoutQuery(url: string | null): string {
  return (url ?? '').replace(/\?.*$/, '');
}

function findSameText(
  traits: ArticleTraits,
  sameTitle: readonly ArticleHead[],
  isOfBody: (head: ArticleHead, digest: string) => boolean,
): ArticleHead | null {
  const candidates = sameTitle.filter((head) => mayBeSame(head, traits));
  if (candidates.length === 0) return null;
  const wanted = digestOf(traits.markdown.trim());
  return candidates.find((head) => isOfBody(head, wanted)) ?? null;
}

/** Whether two articles of one headline may be the same, judged by feed, guid and address. */
function mayBeSame(head: ArticleHead, traits: ArticleTraits): boolean {
  const { feed, guid, url, published, markdown } = traits;
  if (feed === null) return true;
  if (head.feed !== feed) return markdown.length >= LONG_ENOUGH;
  if (guid !== null && head.guid !== null) return false;
  if (url !== null || head.url !== null) return url === head.url;
  if (published === null || head.published === null) return true;
  return dateOrder(published) === dateOrder(head.published);
}

/** A word, or a character of a script that has no spaces between words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
/** Fewer words are alike by chance. */
const FEWEST = 12;
const ENOUGH = 0.8;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD));
}

function isMostlySame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (Math.min(one.size, other.size) < FEWEST) return false;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size) >= ENOUGH;
}
