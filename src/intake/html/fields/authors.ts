// Who wrote an article: names only, from the surest place that has some.

import { cleanLine } from '../../../core/clean.ts';
import { parseByline } from '../../facts/byline.ts';
import { isHouse, isJob, isPersonName } from '../../facts/names.ts';
import { type DomElement, lineOf, standsIn } from '../dom.ts';
import { firstMeta, type Page } from '../page.ts';
import { isObject, lineField, plainLine, valuesOf } from '../structured-data.ts';
import { skeleton } from '../words.ts';
import { frontLines } from './front-lines.ts';

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
  '[class*="byline"],[class*="Byline"],[id*="byline"],[class*="reporter"]',
  '.author,.authors,.article-author,.post-author,.entry-author,.story-author,[class*="author"],[class*="Author"],[id*="author"]',
];
const ELSEWHERE =
  'nav,footer,aside,figure,figcaption,[itemtype*="ImageObject"],[class*="comment"],[class*="related"],[class*="sidebar"],[class*="caption"]';
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 200;

/**
 * The authors, each once, in the source's order. In this order: the persons of the structured
 * data, `<meta>`, what the page shows as a byline or a line that begins with "By"; where all of
 * these name nobody, the houses of the structured data. An address, the site's own name or a job
 * is no author.
 */
export function findAuthors(page: Page): readonly string[] {
  const told = [dataNames(page), ...META.map((name) => page.meta.get(name) ?? []), labelled(page)];
  for (const texts of told) {
    const names = authorsIn(texts, page);
    if (names.some((name) => !isHouse(name))) return names;
  }
  for (const find of [namedBylines, markedLines]) {
    const names = find(page);
    if (names.length > 0) return names;
  }
  return told.map((texts) => authorsIn(texts, page)).find((names) => names.length > 0) ?? [];
}

function authorsIn(texts: readonly string[], page: Page): readonly string[] {
  const names = unique(texts.flatMap(splitNames).filter((name) => isAuthor(name, page)));
  const persons = names.filter((name) => isPersonName(name, 2));
  return persons.length > 0 ? names.filter((name) => !isHouse(name)) : names;
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

/** The names in the elements that call themselves a byline. */
function namedBylines(page: Page): readonly string[] {
  for (const selector of SHOWN) {
    const elements = [...page.document.querySelectorAll(selector)].slice(0, MOST_SHOWN);
    const names = elements.filter(isByline).flatMap(bylineNames);
    const authors = unique(names.filter((name) => isAuthor(name, page)));
    if (authors.length > 0) return authors;
  }
  return [];
}

function isByline(element: DomElement): boolean {
  return !standsIn(element, ELSEWHERE) && lineOf(element).length <= LONGEST_SHOWN;
}

/** Each name where it has an element of its own; else those of the line. */
function bylineNames(element: DomElement): readonly string[] {
  const parts = [...element.querySelectorAll('*')].filter(
    (part) => part.firstElementChild === null,
  );
  const own = parts.map(lineOf).filter((text) => isPersonName(text, 2));
  return own.length > 0 ? own : (parseByline(lineOf(element))?.authors ?? []);
}

/** Lines near the headline that begin with "By" in the page's language. */
function markedLines(page: Page): readonly string[] {
  for (const line of frontLines(page)) {
    const read = parseByline(line);
    const names = read?.isMarked ? read.authors.filter((name) => isAuthor(name, page)) : [];
    if (names.length > 0) return unique(names);
  }
  return [];
}

/** The names in one text of the page's data, however the source joins them, without jobs. */
function splitNames(text: string): readonly string[] {
  const line = cleanLine(text).replace(
    /^\W*(?:written |story |words )?(?:by|par|por|von):?\s+/i,
    '',
  );
  const parts = line.split(SEPARATOR).filter((part) => part !== '');
  const isList = parts.some((part) => isPersonName(part, 2) || isJob(part));
  return (isList ? parts : [line]).flatMap((part) =>
    isJob(part) ? (parseByline(part)?.authors ?? [part]) : [part],
  );
}

const SEPARATOR = /\s*(?:;|\||\s&\s|、|·|,\s|\s(?:and|und|et|y|e|og|och|i|en|и|та)\s)\s*/;
const NO_NAME =
  /https?:|www\.|@\w|[\\/<>{}=()]|\.(?:com?|org|net|fr|de|uk)\b|\d{2}|^(?:by|and|staff|admin|administrator|editor|editors?|desk|news ?desk|newsroom|web ?desk|online desk|author|unknown|none|null|undefined|redaktion|redacción|follow|share|twitter.*|facebook.*|whatsapp|agenc(?:y|ies)|updated|published|posted)$/i;
const LONGEST_NAME = 60;

function isAuthor(name: string, page: Page): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || name.split(' ').length > 6) return false;
  if (NO_NAME.test(name) || !/\p{L}/u.test(name)) return false;
  if (isJob(name) && !isHouse(name)) return false;
  return !page.siteNames.some((site) => skeleton(site).includes(skeleton(name)));
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(skeleton(name)) && seen.add(skeleton(name)));
}
