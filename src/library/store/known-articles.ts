// Finds an article that the library has already: by its guid, its address, or its text.
import type { ArticleHead } from '../../core/article/article.ts';
import { groupBy } from '../../core/group-by.ts';
import { lazy, lazyFor } from '../../core/lazy.ts';
import type { NewArticle } from '../articles/format-article.ts';
import { bodyMarkdown } from '../articles/parse-article.ts';
import { digestOf } from '../files/digest.ts';

/** What an incoming article is recognised by. */
export interface ArticleTraits
  extends Pick<NewArticle, 'title' | 'markdown' | 'feed' | 'guid' | 'url' | 'published'> {
  /** Its addresses, clean. */
  readonly urls: readonly string[];
  /** What all entries of its feed are called, see `Incoming`. */
  readonly names?: ReadonlySet<string>;
}

/** What the library has, and what was added since it was opened. */
export type KnownArticles = ReturnType<typeof createKnownArticles>;

/** An article among those of one headline. */
interface SameTitle {
  readonly head: ArticleHead;
  /** Of its body, which may be long; `null` where the file has gone. */
  readonly digest: () => string | null;
}

/** A text of that length in two feeds is the same article, a shorter one may be a coincidence. */
const LONG_ENOUGH = 200;
/** Articles of a day that are read to find one that is mostly the same. */
const MOST_READ = 100;

/**
 * Articles by feed and guid, by address, and by headline and body. No file is read twice, however
 * many articles come in.
 * @param cleanUrl one spelling for each address
 * @param readText the text of an article's file; `null` where it has gone
 */
export function createKnownArticles(
  heads: readonly ArticleHead[],
  cleanUrl: (url: string) => string | null,
  readText: (head: ArticleHead) => string | null,
) {
  const byTitle = new Map<string, Map<string, SameTitle>>();
  const byDay = lazy(() => groupBy(heads, dayKey));
  const wordsIn = lazyFor((head: ArticleHead) => wordsOf(bodyMarkdown(readText(head) ?? '')));
  /** What came in since: each entry is an article of its own. */
  const taken = new Set<string>();
  /** What could not be kept. */
  const gone = new Set<ArticleHead>();
  const byUrl = createUrlTable(cleanUrl, gone);
  const byGuid = new Map<string, ArticleHead>();
  const finder = {
    /** @param body the article's Markdown; without it the file is read when it is needed */
    note(head: ArticleHead, body?: string): void {
      // Not kept: there may be thousands.
      const known = body === undefined ? null : digestOf(body.trim());
      const digest = lazy(() => {
        const text = known === null ? readText(head) : null;
        return text === null ? known : digestOf(bodyMarkdown(text).trim());
      });
      const sameTitle = byTitle.get(head.title) ?? new Map<string, SameTitle>();
      byTitle.set(head.title, sameTitle.set(head.id, { head, digest }));
      byUrl.note(head);
      if (head.guid !== null) byGuid.set(guidKey(head), head);
      taken.add(head.id);
    },
    /** Takes back what was noted of an article that could not be kept. */
    forget: (head: ArticleHead): void => void gone.add(head),
    find(traits: ArticleTraits): ArticleHead | null {
      const own = traits.guid === null ? undefined : byGuid.get(guidKey(traits));
      if (own !== undefined && !gone.has(own) && !isOtherPost(own, traits)) return own;
      const ofTitle = [...(byTitle.get(traits.title)?.values() ?? [])];
      const sameTitle = ofTitle.filter(({ head }) => !gone.has(head));
      const same = byUrl.find(traits.urls) ?? findSameText(traits, sameTitle);
      if (same !== null || traits.names === undefined) return same;
      const sameDay = byDay().get(dayKey(traits)) ?? [];
      const free = sameDay.filter(({ id }) => !taken.has(id));
      return findVersion(traits, traits.names, free, wordsIn);
    },
  };
  // The first in the library's order has the address.
  for (const head of [...heads].reverse()) finder.note(head);
  taken.clear();
  return finder;
}

function dayKey({ feed, published }: Pick<ArticleTraits, 'feed' | 'published'>): string {
  return `${feed ?? ''} ${published ?? ''}`;
}

/** Whether a feed used one guid for two posts. */
function isOtherPost(head: ArticleHead, { url, published, title }: ArticleTraits): boolean {
  const isMoved = url !== null && head.url !== null && url !== head.url;
  const isOfOtherDay =
    published !== null && head.published !== null && published !== head.published;
  return isMoved && isOfOtherDay && title !== head.title;
}

/** What a headline and a date are called among the names of a feed's entries, where several have both. */
export function headlineName(title: string, published: string): string {
  return `${published} ${title}`;
}

/**
 * Among a feed's articles of one date that one of the same headline, else one that is mostly the same:
 * a feed may give its entries other names at each answer, and correct their headlines and texts.
 * @param sameDay of the feed, and not found for another entry
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

/** Without a date, texts that a program makes are alike: they have a headline or an address in common. */
function isNear(head: ArticleHead, { title, url }: ArticleTraits): boolean {
  return head.title === title || withoutQuery(head.url) === withoutQuery(url);
}

function withoutQuery(url: string | null): string {
  return (url ?? '').replace(/\?.*$/, '');
}

/** A guid is its feed's: other feeds may count from one as well. */
function guidKey({ feed, guid }: Pick<ArticleTraits, 'feed' | 'guid'>): string {
  return `${feed ?? ''} ${guid ?? ''}`;
}

function findSameText(traits: ArticleTraits, sameTitle: readonly SameTitle[]): ArticleHead | null {
  const candidates = sameTitle.filter(({ head }) => mayBeSame(head, traits));
  if (candidates.length === 0) return null;
  const wanted = digestOf(traits.markdown.trim());
  return candidates.find(({ digest }) => digest() === wanted)?.head ?? null;
}

/** Whether two articles of one headline may be the same, judged by feed, guid and address. */
function mayBeSame(head: ArticleHead, traits: ArticleTraits): boolean {
  const { feed, guid, url, published, markdown } = traits;
  if (feed === null) return true;
  if (head.feed !== feed) return markdown.length >= LONG_ENOUGH;
  if (guid !== null && head.guid !== null) return false;
  if (url !== null || head.url !== null) return url === head.url;
  return published === head.published;
}

/** Articles by their addresses, which are cleaned when one is looked for: that takes a while. */
function createUrlTable(cleanUrl: (url: string) => string | null, gone: ReadonlySet<ArticleHead>) {
  const table = new Map<string, ArticleHead>();
  const waiting: ArticleHead[] = [];
  const settle = (): void => {
    for (const head of waiting.splice(0)) {
      for (const address of [head.url, ...head.also]) {
        const clean = address === null ? null : cleanUrl(address);
        if (clean !== null) table.set(clean, head);
      }
    }
  };
  return {
    note: (head: ArticleHead): void => void waiting.push(head),
    find(urls: readonly string[]): ArticleHead | null {
      if (urls.length > 0) settle();
      return urls.map((url) => table.get(url)).find((head) => head && !gone.has(head)) ?? null;
    },
  };
}

/** A word, or a character of a script that has no spaces between words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
/** Fewer words are alike by chance. */
const FEWEST = 12;
const ENOUGH = 0.8;

export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD));
}

export function isMostlySame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (Math.min(one.size, other.size) < FEWEST) return false;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size) >= ENOUGH;
}
