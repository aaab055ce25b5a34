// A subscription: a feed, and what is to be done with what it brings.
import { canParseUrl } from '../../core/can-parse-url.ts';
import { httpUrl, NO_LOGIN, withoutLogin, withParts } from '../clean-url.ts';
import type { Keep } from './keep.ts';

/** A feed that is followed. */
export interface Subscription {
  /** As it is asked for: http(s), with a user name and a password where it needs them. */
  readonly url: string;
  /** One line; `null` where the file does not say. */
  readonly title: string | null;
  /** The site it belongs to, http(s). */
  readonly site: string | null;
  /** The names of the folders it is in, then its categories; each in the spelling of tags. */
  readonly tags: readonly string[];
  /** Whether each article is fetched whole from its page. */
  readonly full: boolean;
  readonly keep: Keep | null;
  /** Where it moved: its first address, by which its articles and what is known of it are found. */
  readonly id: string | null;
}

/** By what its articles name their feed, and what is known of it is kept. */
export function feedKey({ id, url }: Pick<Subscription, 'id' | 'url'>): string {
  return id ?? shownUrl(url);
}

const LOGIN = /(\/\/|^)[^/\s@]*@/g;

/** An address as it may be shown: without user name and password, and without a fragment. */
export function shownUrl(text: string): string {
  if (!/^https?:/i.test(text) || !canParseUrl(text)) return text.replace(LOGIN, '$1');
  return withParts(text, { ...NO_LOGIN, hash: '' });
}

/** Whether an address holds a user name or a password. */
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
