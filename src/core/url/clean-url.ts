// Web addresses as an article keeps them: absolute, http or https, without what tracks the reader.

import { cleanText } from '../clean.ts';
import { parseUrl } from './parse-url.ts';
import TRACKING from './tracking-parameters.json' with { type: 'json' };

/** Whether a parameter says where a reader came from and changes nothing on the page. */
function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return TRACKING.some((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one,
  );
}

/**
 * An absolute http(s) URL, as the URL standard writes it.
 * @param base what a relative one is resolved against; without it a relative one is none
 * @returns `null` for any other scheme and for what is no URL
 */
export function httpUrl(text: string, base: string | null = null): string | null {
  return webAddress(text, base)?.href ?? null;
}

function webAddress(text: string, base: string | null): URL | null {
  const cleaned = cleanText(text).trim();
  const url = cleaned === '' ? null : parseUrl(cleaned, base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}

export function withParts(
  href: string,
  parts: Partial<Pick<URL, 'username' | 'password' | 'hash'>>,
): string {
  return Object.assign(new URL(href), parts).href;
}

export const NO_LOGIN = { username: '', password: '' };

/** An address as it may be shown: without a user name and a password. */
export function withoutLogin(href: string): string {
  const url = parseUrl(href);
  return url === null ? href : dropLogin(url).href;
}

/** Sets nothing where nothing is to go: the address is parsed anew each time. */
function dropLogin(url: URL): URL {
  return url.username === '' && url.password === '' ? url : Object.assign(url, NO_LOGIN);
}

/** The host that a page is from, without `www.`; `null` for what is no address. */
export function siteOf(href: string | null): string | null {
  return parseUrl(href ?? '')?.hostname.replace(/^www\./, '') ?? null;
}

/**
 * The address to keep and to find an article by again: without tracking parameters, user name,
 * password, or a fragment (but `#!…` and `#/…`, which some sites route by).
 * @returns `null` for what is no absolute http(s) URL
 */
export function cleanUrl(text: string): string | null {
  const url = webAddress(text, null);
  // Most have nothing that could go, and their parameters need not be read.
  if (url === null || !/[?#@]/.test(url.href)) return url?.href ?? null;
  dropLogin(url);
  if (url.href.includes('#') && !/^#[!/]/.test(url.hash)) url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (isTracking(name)) url.searchParams.delete(name);
  }
  return url.href;
}
