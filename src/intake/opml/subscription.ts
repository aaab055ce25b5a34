// A subscription: a feed, and what to do with its articles.

import { groupBy } from '../../core/group-by.ts';
import type { Retention } from '../../core/retention.ts';
import { httpUrl, NO_LOGIN, withoutLogin, withParts } from '../../core/url/clean-url.ts';
import { canParseUrl } from '../../core/url/parse-url.ts';

export interface Subscription {
  /** The address to request: http(s), with a user name and a password where it needs them. */
  readonly url: string;
  /** One line; `null` where the file does not say. */
  readonly title: string | null;
  /** The site it belongs to, http(s). */
  readonly site: string | null;
  /** Paths of the folders that it is in, such as `World/Europe`; none at the top. */
  readonly folders: readonly string[];
  /** Its categories as tags, which its articles get. */
  readonly tags: readonly string[];
  /** Whether full texts are fetched from the articles' pages. */
  readonly full: boolean;
  readonly keep: Retention | null;
  /** The name of the server that it is synced with; without one the feed is fetched from here. */
  readonly server?: string | undefined;
  /** For a moved feed: its first address, by which its articles and records are found. */
  readonly id: string | null;
}

export interface NewSubscription extends Omit<Subscription, 'id' | 'folders'> {
  /** The names of the folders to put it in, the outermost first. */
  readonly path: readonly string[];
  /** Further attributes from another program's file: `description`, `language`. */
  readonly others?: readonly (readonly [name: string, value: string])[];
}

/** Joins repeated feeds into one in the first folder, with the names of the other folders as tags. */
export function eachOnce(feeds: readonly NewSubscription[]): readonly NewSubscription[] {
  const groups = groupBy(feeds, ({ url }) => shownUrl(url));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const names = others.flatMap(({ path, tags }) => [...path, ...tags]);
    return { ...first, tags: [...new Set([...first.tags, ...names])] };
  });
}

/** The address by which its articles and records refer to the feed. */
export function feedKey({ id, url }: Pick<Subscription, 'id' | 'url'>): string {
  return id ?? shownUrl(url);
}

const LOGIN = /(\/\/|^)[^/\s@]*@/g;

/** An address to show: without user name, password and fragment. */
export function shownUrl(text: string): string {
  if (!/^https?:/i.test(text) || !canParseUrl(text)) return text.replace(LOGIN, '$1');
  return withParts(text, { ...NO_LOGIN, hash: '' });
}

/** Whether an address has a user name or a password. */
export function hasLogin(text: string): boolean {
  return canParseUrl(text) && withoutLogin(text) !== new URL(text).href;
}

/** Longest address, in UTF-16 units: servers take some thousands. */
const LONGEST = 8000;

/**
 * The address of a feed, http(s); `feed:` is another way to write it.
 * @returns `null` for every other
 */
export function feedUrl(text: string): string | null {
  if (text.length > LONGEST) return null;
  const bare = text.trim().replace(/^feed:(?:\/\/)?(?=https?:\/\/)/i, '');
  const href = httpUrl(bare.replace(/^feed:\/\//i, 'http://'));
  return href === null ? null : withParts(href, { hash: '' });
}

/**
 * The addresses that a word may mean, the likeliest first: without a scheme https, then http.
 * @returns none for what is no web address
 */
export function addressesOf(word: string): readonly string[] {
  const text = word.trim();
  const isWhole = /^(?:[a-z][a-z\d+.-]*:\/\/|feed:)/i.test(text);
  if (isWhole) return [feedUrl(text)].filter((url) => url !== null);
  if (!/^[^\s/?#]*(?:[.:]|localhost)[^\s]*$/i.test(text) || /^[./]/.test(text)) return [];
  return ['https', 'http'].flatMap((scheme) => feedUrl(`${scheme}://${text}`) ?? []);
}

const USUAL = ['feed', 'rss', 'atom.xml', 'feed.xml', 'index.xml', 'rss.xml', 'feed.json'];

/** Where a page's feed usually is: beside it, then at the root of its site. */
export function usualAddresses(page: string): readonly string[] {
  const url = new URL(page);
  const folder = url.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/*$/, '/');
  const paths = [...new Set([folder, '/'])].flatMap((base) => USUAL.map((name) => base + name));
  return paths.map((path) => new URL(path, url.origin).href);
}

/** The address with another's user name and password, where both are of one server. */
export function withLoginOf(address: string, other: string): string {
  const { origin, username, password } = new URL(other);
  return new URL(address).origin === origin ? withParts(address, { username, password }) : address;
}
