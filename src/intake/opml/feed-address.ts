// Addresses to try for what a person types for a feed or a site; where a site's feed usually is.
import { withParts } from '../clean-url.ts';
import { feedUrl } from './subscription.ts';

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
