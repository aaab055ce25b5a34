// Addresses in a feed's elements: where relative ones start, and which link is the entry's own.
import { httpUrl } from '../../core/url/clean-url.ts';
import type { XmlElement } from './xml-element.ts';

/** Where an element's relative addresses start: each `xml:base` around it, from the outside in. */
export function baseOf(element: XmlElement | null, found: string | null): string | null {
  if (element === null) return found;
  const outer = baseOf(element.parent, found);
  // CDF's channel has an attribute of its own.
  const own =
    element.attribute('xml:base') || (element.name === 'channel' ? element.attribute('base') : '');
  return httpUrl(own, outer) ?? outer;
}

/**
 * Where a feed's relative addresses start that names no base: where it was found, unless that is
 * another's, which serves feeds for many sites.
 */
export function feedBase(found: string | null, site: string | null): string | null {
  if (found === null || site === null) return found ?? site;
  return SERVICE.test(new URL(found).hostname) ? site : found;
}

/**
 * Where the relative addresses of an entry's text start: at its page, for the text is as the page
 * has it; but where it only points to another site's page, at the feed.
 */
export function textBase(url: string | null, found: string | null): string | null {
  if (url === null || found === null) return url ?? found;
  return domainOf(url) === domainOf(found) ? url : found;
}

function domainOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

const SERVICE =
  /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com|feedblitz\.com|feedpress\.me|feeds\.\w+\.com|rss\.app)$/i;

function isOwn(link: XmlElement): boolean {
  return /^(?:alternate)?$/i.test(link.attribute('rel').trim());
}

/**
 * The page of an entry: where the feed's own service leads to, Atom's link, RSS's, a permanent
 * guid, RDF's and CDF's name of the entry, an id that is an address.
 */
export function entryUrl(entry: XmlElement, found: string | null): string | null {
  const original = urlIn(entry.first('feedburner:origlink', 'pheedo:origlink'), found);
  const page = pageUrl(entry, found);
  const named = absolute(entry.first('guid', 'id')?.text() ?? '');
  if (original === null && page !== null && PROXY.test(page) && named !== null) return named;
  return (
    original ??
    unwrapped(page) ??
    permalink(entry, found) ??
    urlFrom(entry, 'about', found) ??
    absolute(entry.first('id')?.text() ?? '')
  );
}

/** Services that count who reads what, and send the reader on. */
const PROXY = /\/~r\/|\/click\.phdo\b|^https?:\/\/(?:feedproxy\.google|rss\.feedsportal)\./i;

/** Google's alerts name the page in a parameter. */
function unwrapped(page: string | null): string | null {
  if (page === null || !/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/i.test(page)) return page;
  const { searchParams } = new URL(page);
  return httpUrl(searchParams.get('url') ?? searchParams.get('q') ?? '') ?? page;
}

/** The page of a feed or an entry: Atom's link, to HTML before any other; RSS's, CDF's. */
export function pageUrl(element: XmlElement, found: string | null): string | null {
  const links = element.all('link', 'url').filter(isOwn);
  const linked = links.toSorted((a, b) => Number(isOther(a)) - Number(isOther(b)));
  const urls = [
    ...linked.map((link) => urlFrom(link, 'href', found)),
    ...links.map((link) => urlIn(link, found)),
  ];
  return urls.find((url) => url !== null) ?? urlFrom(element, 'href', found);
}

function isOther(link: XmlElement): boolean {
  return !/^(?:text\/html|application\/xhtml.*)?$/i.test(link.attribute('type'));
}

function permalink(entry: XmlElement, found: string | null): string | null {
  const guid = entry.first('guid');
  if (guid === null || /^\s*false/i.test(guid.attribute('ispermalink'))) return null;
  return guid.attribute('ispermalink') === '' ? absolute(guid.text()) : urlIn(guid, found);
}

function urlIn(element: XmlElement | null, found: string | null): string | null {
  return element === null ? null : httpUrl(element.text(), baseOf(element, found));
}

function urlFrom(element: XmlElement, name: string, found: string | null): string | null {
  return httpUrl(element.attribute(name), baseOf(element, found));
}

function absolute(text: string): string | null {
  return /^\s*https?:/i.test(text) ? httpUrl(text) : null;
}
