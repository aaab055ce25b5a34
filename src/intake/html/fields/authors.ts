// Who wrote an article: names only, from the surest place that has some.

import { cleanLine } from '../../../core/clean.ts';
import { parseByline } from '../../facts/byline.ts';
import { type DomElement, lineOf } from '../dom.ts';
import { firstMeta, type Page } from '../page.ts';
import { isObject, lineField, plainLine, valuesOf } from '../structured-data.ts';
import { skeleton } from '../words.ts';

const META = [
  'author',
  'article:author',
  'article:author_name',
  'article:author:name',
  'og:article:author',
  'byl',
  'byline',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'citation_author',
  'article.author',
  'twitter:creator:name',
];

const SHOWN = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline"] a[href*="author"],[class*="byline"] a[href*="/by/"],[class*="byline"] a[href*="people"],[class*="byline"] a[href*="profile"],[class*="byline"] a[href*="/staff"]',
  '[class*="author-name"],[class*="author__name"],[class*="authorName"],[class*="author_name"],[class*="AuthorName"],[class*="byline-name"],[class*="byline__name"]',
  '[class*="byline"],[class*="Byline"],[id*="byline"]',
  '.author,.authors,.article-author,.post-author,.entry-author,.story-author,[class*="author"],[class*="Author"]',
];
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 200;

/**
 * The authors, each once, in the source's order. Structured data first, then `<meta>`, then what
 * the page shows as a byline; an address, the site's own name or a job title is no author.
 */
export function findAuthors(page: Page): readonly string[] {
  const places = [
    dataNames(page),
    ...META.map((name) => page.meta.get(name) ?? []),
    labelled(page),
  ];
  for (const texts of places) {
    const names = unique(
      texts.flatMap((text) => splitNames(text)).filter((name) => isAuthor(name, page)),
    );
    if (names.length > 0) return names;
  }
  return shownNames(page);
}

function dataNames(page: Page): readonly string[] {
  return ['author', 'creator'].flatMap((property) => {
    const values = valuesOf(page.data.article, property, page.data.byId);
    return values.flatMap((value) => {
      if (typeof value === 'string') return [plainLine(value)];
      if (!isObject(value)) return [];
      const name = value['name'];
      return Array.isArray(name)
        ? name.map((one) => plainLine(String(one)))
        : [lineField(value, 'name')];
    });
  });
}

/** Twitter's labelled data: `Written by`. */
function labelled(page: Page): readonly string[] {
  const at = [1, 2, 3].find((n) =>
    /^(?:written )?by$|author/i.test(firstMeta(page, `twitter:label${n}`)),
  );
  return at === undefined ? [] : [firstMeta(page, `twitter:data${at}`)];
}

function shownNames(page: Page): readonly string[] {
  for (const selector of SHOWN) {
    const elements = [...page.document.querySelectorAll(selector)].slice(0, MOST_SHOWN);
    const texts = elements.filter(isByline).map(lineOf);
    const names = unique(
      texts.flatMap((text) => splitNames(text)).filter((name) => isAuthor(name, page)),
    );
    if (names.length > 0) return names.slice(0, MOST_SHOWN);
  }
  return [];
}

function isByline(element: DomElement): boolean {
  const elsewhere =
    'nav,footer,aside,[class*="comment"],[class*="related"],[class*="sidebar"],[class*="caption"],figure';
  return element.closest(elsewhere) === null && lineOf(element).length <= LONGEST_SHOWN;
}

/** The names in one text, however the source joins them. */
export function splitNames(text: string): readonly string[] {
  const line = cleanLine(text).replace(/^\W*(?:written |story |words )?by:?\s+/i, '');
  if (line === '') return [];
  const read = parseByline(`By ${line}`)?.authors ?? [];
  const parts =
    read.length > 0 ? read : line.split(/\s*(?:,|;|\||&|\band\b|\bund\b|\bet\b|\by\b|、|·)\s*/);
  return parts.map(cleanLine).filter((part) => part !== '');
}

const NO_NAME =
  /https?:|www\.|@\w|[\\/<>{}=]|\.(?:com?|org|net|fr|de|uk)\b|\d{2}|^(?:by|and|staff|admin|administrator|editor|editors?|desk|news ?desk|newsroom|web ?desk|online desk|author|unknown|none|null|undefined|redaktion|redacción|follow|share|updated|published|posted)$/i;
const JOB =
  /^(?:(?:senior|chief|staff|guest|associate|assistant|deputy|managing|contributing|political|business|science|health|technology|sports?|news|foreign|national|white house|general assignment)\s+)*(?:reporter|writer|correspondent|editor|columnist|contributor|journalist|producer|photographer|editor-in-chief)s?\b/i;
const LONGEST_NAME = 60;

function isAuthor(name: string, page: Page): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || name.split(' ').length > 6) return false;
  if (NO_NAME.test(name) || JOB.test(name) || !/\p{L}/u.test(name)) return false;
  return !page.siteNames.some((site) => skeleton(site) === skeleton(name));
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(skeleton(name)) && seen.add(skeleton(name)));
}
