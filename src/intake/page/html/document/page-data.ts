// A page before anything is taken out of it: its document and all it says about itself.

import { isObject } from '../../../../core/json.ts';
import { cleanUrl, httpUrl } from '../../../../core/url/clean-url.ts';
import { attribute, lineOf } from '../dom/dom.ts';
import type { DomDocument } from '../dom/nodes.ts';
import { selectAll, selectFirst } from '../dom/select.ts';
import { markMain } from './main-part.ts';
import { parsePage } from './parse-page.ts';
import {
  lineField,
  plainLine,
  readStructuredData,
  type StructuredData,
  valuesOf,
} from './structured-data.ts';

export interface PageData {
  readonly document: DomDocument;
  /** What relative links start from. */
  readonly base: string | null;
  /** Where the page says it lives, else where it was found. */
  readonly url: string | null;
  /** The text of `<title>`. */
  readonly title: string;
  /** The names the page's site goes by, the surest first. */
  readonly siteNames: readonly string[];
  readonly data: StructuredData;
  /** The values of `<meta>`, by property or name in lower case, in the page's order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
}

/** A page whose headline is known, and what language it is in: English where nothing tells. */
export interface TitledPage extends PageData {
  readonly headline: string | null;
  readonly language: string;
  /** The short lines below its headline, as they are when first asked for. */
  readonly topLines: () => readonly string[];
}

/** @param url where the page was found; relative links start from it */
export function readPage(html: string, url: string | null): PageData {
  const document = parsePage(html);
  markMain(document);
  const meta = readMeta(document);
  const title = lineOf(selectFirst(document, 'title'));
  const data = readStructuredData(document, `${title} ${meta.get('og:title')?.[0] ?? ''}`);
  const own = attribute(selectFirst(document, 'base[href]'), 'href');
  const address = pageUrl(document, meta, url);
  const base = httpUrl(own, url) ?? url ?? address;
  const page = { document, base, url: address, title, data, meta };
  return { ...page, siteNames: readSiteNames(page) };
}

function readMeta(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of selectAll(document.head, 'meta')) {
    // Some write `value` for `content`.
    const written = element.getAttribute('content') ?? element.getAttribute('value');
    const value = plainLine(written ?? '');
    if (value === '') continue;
    const attributes = ['property', 'name', 'itemprop', 'http-equiv'];
    const called = attributes.map((name) => attribute(element, name)).find(Boolean) ?? '';
    for (const name of called.toLowerCase().split(' ').filter(Boolean)) {
      const values = meta.get(name) ?? [];
      values.push(value);
      meta.set(name, values);
    }
  }
  return meta;
}

/** The first value of the first of the names that has one; `''` for none. */
export function firstMeta(page: Pick<PageData, 'meta'>, ...names: readonly string[]): string {
  return names.map((name) => page.meta.get(name)?.[0]).find(Boolean) ?? '';
}

/**
 * The canonical address where it is one of an article on the same site; sites that copy a template
 * name their front page there.
 */
function pageUrl(document: DomDocument, meta: PageData['meta'], url: string | null): string | null {
  const canonical = attribute(selectFirst(document, 'link[rel~="canonical"]'), 'href');
  const named = [canonical, meta.get('og:url')?.[0] ?? ''].map((text) => httpUrl(text, url));
  const found = url === null ? null : cleanUrl(url);
  const good = named.find((one) => one !== null && isPlausible(one, found));
  return good === undefined || good === null ? found : cleanUrl(good);
}

function isPlausible(named: string, found: string | null): boolean {
  const { hostname, pathname, search } = new URL(named);
  if (pathname === '/' && search === '') return false;
  return found === null || bareHost(hostname) === bareHost(new URL(found).hostname);
}

/** The host without the names that only say which machine serves whom. */
function bareHost(host: string): string {
  return host.replace(/^(?:www\d?|m|mobile|amp|edition)\./, '');
}

function readSiteNames(page: Omit<PageData, 'siteNames'>): readonly string[] {
  const { meta, data, url, title } = page;
  const publishers = valuesOf(data, 'publisher').filter(isObject);
  const publisher = publishers.map((one) => lineField(one, 'name')).find(Boolean) ?? '';
  const host = url === null ? '' : bareHost(new URL(url).hostname);
  const names = ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher'];
  // Some pages are an application by the name of their story.
  const isHeadline = (name: string) => name === meta.get('og:title')?.[0] && title.startsWith(name);
  const said = names.flatMap((name) => meta.get(name) ?? []).filter((name) => !isHeadline(name));
  const all = [...said.slice(0, 1), publisher, ...said.slice(1), host].map(bareName);
  const isName = (name: string) => name.length > 1 && name.length < LONGEST_SITE;
  return [...new Set(all)].filter((name) => isName(name) && !/[{}]/.test(name));
}

/** UTF-16 units from which a name is one with its praise, and from which it is none. */
const LONGEST_NAME = 30;
const LONGEST_SITE = 80;

/** The name alone: what stands behind a bar praises it, and some write their address. */
function bareName(said: string): string {
  const name = (said.length > LONGEST_NAME ? said.split(' | ')[0]?.trim() : said) ?? '';
  return /^https?:\/\/[^/]+\/?$/i.test(name) ? bareHost(new URL(name).hostname) : name;
}
