// Web addresses as an article keeps them: absolute, http or https, without what tracks the reader.
import { canParseUrl } from '../core/can-parse-url.ts';
import { cleanText } from '../core/clean.ts';

/** Parameters that say where a reader came from and change nothing on the page. */
const TRACKING =
  /^(?:utm_\w+|(?:fb|g|dc|gb|wb|ms|tt|y|tw)clid|gclsrc|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|ref_?src|ref_url|cmpid|cmp|smid|smtyp|ncid|ocid|ito|xtor|at_(?:medium|campaign|link_\w+|custom\d|format|ptr_name|bbc_team)|traffic_source|__twitter_impression|guccounter|guce_\w+|sh|_ga|vero_\w+|wt\.mc_id|mtm_\w+|pk_\w+|srnd|sref|amp_js_v|usqp)$/i;

/**
 * An absolute http(s) URL, as the URL standard writes it.
 * @param base what a relative one is resolved against; without it a relative one is none
 * @returns `null` for any other scheme and for what is no URL
 */
export function httpUrl(text: string, base: string | null = null): string | null {
  const cleaned = cleanText(text).trim();
  const resolved = base === null ? undefined : base;
  if (cleaned === '' || !canParseUrl(cleaned, resolved)) return null;
  const url = new URL(cleaned, resolved);
  return isWeb(url) ? url.href : null;
}

function isWeb(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}

/** An address as it may be shown: without a user name and a password. */
export function withoutLogin(href: string): string {
  if (!canParseUrl(href)) return href;
  const url = new URL(href);
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * The address to keep and to find an article by again: without tracking parameters, user name,
 * password, or a fragment (but `#!…` and `#/…`, which some sites route by).
 * @returns `null` for what is no absolute http(s) URL
 */
export function cleanUrl(text: string, base: string | null = null): string | null {
  const href = httpUrl(text, base);
  if (href === null) return null;
  const url = new URL(href);
  url.username = '';
  url.password = '';
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
