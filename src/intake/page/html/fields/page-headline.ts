// The headline: what the page shows, where its metadata agrees, without the site's name.

import { cleanLine } from '../../../../core/clean.ts';
import { skeleton } from '../../../../core/fold.ts';
import { foldLine, listHeadKind } from '../../../facts/find-furniture.ts';
import { foldedWords, isAmong, share } from '../document/compare-words.ts';
import { standsIn } from '../document/main-part.ts';
import { firstMeta, type PageData } from '../document/page-data.ts';
import { lineField } from '../document/structured-data.ts';
import { lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, selectAll, selectFirst } from '../dom/select.ts';

const LONGEST = 400;
/** Words. */
const FEWEST_IN_HEADLINE = 3;
/** The channels and the site behind a Chinese title: `…_教育频道_中国青年网`. */
const CHANNELS = /(?<=\p{Script=Han}|[？！”》])(?:_[^_\s]{0,12}\p{Script=Han}[^_\s]{0,12}){1,3}$/u;
const SHOWN =
  'h1,:is([itemprop~="headline"],[class*="headline"],[class*="article-title"],[class*="entry-title"],[class*="ArticleTitle"]):not(li *)';
const MINOR_HEADINGS = 'h2,h3';
/** Often a section's, or a box around more than the headline. */
const PAGE_TITLE = '[class*="page-title"]';
const ELSEWHERE = 'nav,footer,aside';
/** Paths of sections, and the window of a translator, which is never shown by itself. */
const NO_HEADLINE = '.breadcrumb,.breadcrumbs,[itemtype*="Breadcrumb"],.skiptranslate';

/**
 * The headline, `null` where the page has none. In this order: the heading that says what the metadata
 * says, as it is shown; that which says most of it, or of `<title>`; the only first-level heading that its
 * markup calls so; the metadata's; the only first-level heading; `<title>`.
 */
export function findHeadline(page: PageData): string | null {
  const given = dataHeadlines(page);
  const title = withoutSite(page.title.replace(CHANNELS, ''), page.siteNames);
  const shown = shownTexts(page, SHOWN);
  const sole = shown.length === 1 ? shown[0] : undefined;
  return (
    [exactlyShown(shown, given), exactlyShown(shown, [title])].find(isOfHeadline) ??
    exactlyShown(shownTexts(page, PAGE_TITLE), [...given, title]) ??
    bestShown(shown, [...given, title]) ??
    exactlyShown(shownTexts(page, MINOR_HEADINGS), [...given, title]) ??
    declaredHeading(page) ??
    soleHeading(page, [...given, title]) ??
    given.find((one) => !SLUG.test(one)) ??
    [sole].find(isOfHeadline) ??
    given[0] ??
    sole ??
    (firstPart(page, title) || shown[0] || null)
  );
}

/** The last part of the page's address, which some systems have for a title. */
const SLUG = /^[\p{Ll}\d]+(?:-[\p{Ll}\d]+){2,}$/u;

/** What of a title stands on the page as a line: behind it is a name that nothing else tells. */
function firstPart(page: PageData, title: string): string {
  const at = title.search(SEPARATOR);
  if (at <= 0) return title;
  const part = title.slice(0, at);
  const lines = selectAll(page.document, 'b,strong,font,td,p,div,span');
  return lines.some((line) => skeleton(lineOf(line)) === skeleton(part)) ? part : title;
}

/** What the metadata calls the article, the surest first, without the site's name. */
export function dataHeadlines(page: PageData): readonly string[] {
  const meta = ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title'];
  return [
    lineField(page.data.article, 'headline'),
    ...meta.map((name) => firstMeta(page, name)),
    lineField(page.data.article, 'name'),
  ]
    .map((text) => withoutSite(text, page.siteNames))
    .filter((text) => mayBeHeadline(text, page));
}

function shownTexts(page: PageData, selector: string): readonly string[] {
  return selectAll(page.document, selector)
    .filter((element) => !standsIn(element, ELSEWHERE) && closest(element, NO_HEADLINE) === null)
    .flatMap(headingTexts)
    .map((text) => withoutOwnSite(text, page.siteNames))
    .filter((text) => mayBeHeadline(text, page));
}

function mayBeHeadline(text: string, { siteNames }: PageData): boolean {
  return text.length > 1 && text.length < LONGEST && !isAmong(text, siteNames);
}

/** A label above the headline that stands in the same heading. */
const KICKER =
  '[class*="kicker"],[class*="overline"],[class*="topline"],[class*="dachzeile"],[class*="roofline"],[class*="eyebrow"],[class*="spitzmarke"],[class*="surtitle"],[class*="antetitulo"],[class*="pretitle"],[class*="pre-title"],[class~="slug"]';
/** Some sites call it a subtitle; only what a heading begins with is one. */
const LABELS = `${KICKER},[class*="subtitle"]`;

/** A heading's text; where it begins with a label, with a colon between the two, and without it. */
function headingTexts(heading: DomElement): readonly string[] {
  const text = lineOf(heading);
  const bare = withoutKicker(heading, LABELS);
  if (bare === text) return [text];
  const label = text.slice(0, -bare.length).trim();
  return [/[\p{L}\p{N}]$/u.test(label) ? `${label}: ${bare}` : `${label} ${bare}`, bare];
}

/** The text of an element without the label that it begins with, where more than that is in it. */
export function withoutKicker(element: DomElement, labels = KICKER): string {
  const text = lineOf(element);
  const kicker = lineOf(selectFirst(element, labels));
  if (kicker === '' || !text.startsWith(kicker)) return text;
  return text.slice(kicker.length).replace(/^[\s:|–-]+/, '') || text;
}

/** The shown text whose words are the metadata's, or their first part; the first of equals. */
function bestShown(shown: readonly string[], given: readonly string[]): string | undefined {
  let best: { text: string; score: number } | undefined;
  const parts = firstParts(given);
  for (const text of shown) {
    const isPart = text.split(' ').length > 1 && parts.has(skeleton(text));
    const score = Math.max(
      isPart ? 0.9 : 0,
      ...given.map((one) => Math.min(share(text, one), share(one, text))),
    );
    if (score >= 0.6 && score > (best?.score ?? 0) + 0.001) best = { text, score };
  }
  return best === undefined ? undefined : givenAtEnd(best.text, given);
}

/** What stands before the first sign that may part a headline from the site's name. */
function firstParts(given: readonly string[]): ReadonlySet<string> {
  return new Set(given.map((one) => skeleton(one.split(SEPARATOR)[0] ?? '')));
}

/** Whether a text has the words of a headline, and is no label or section that a page is called by. */
function isOfHeadline(text = ''): boolean {
  return text.split(' ').length >= FEWEST_IN_HEADLINE;
}

/** Of a heading that holds its kicker too what the metadata call the headline: it ends with that. */
function givenAtEnd(shown: string, given: readonly string[]): string {
  const bare = skeleton(shown);
  const isHeadline = (text: string): boolean =>
    isOfHeadline(text) && bare !== skeleton(text) && bare.endsWith(skeleton(text));
  return given.find(isHeadline) ?? shown;
}

const FEWEST_WORDS = 4;
const FEWEST_SHARED = 2;
const SHORTEST_WORD = 4;

/** The only first-level heading, where it has words of the metadata's headline, or is its first part. */
function soleHeading(page: PageData, given: readonly string[]): string | undefined {
  const texts = shownTexts(page, 'h1').filter((one) => listHeadKind(foldLine(one)) === null);
  const text = texts.at(-1) ?? '';
  if (!texts.every((one) => one.endsWith(text))) return;
  const isPart = text !== '' && !isSitePart(text, page.siteNames);
  if (isPart && firstParts(given).has(skeleton(text))) return text;
  if (foldedWords(text).length < FEWEST_WORDS) return;
  const known = new Set(given.flatMap(foldedWords));
  const shared = foldedWords(text).filter(
    (word) => word.length >= SHORTEST_WORD && known.has(word),
  );
  if (shared.length < FEWEST_SHARED) return;
  // A heading that holds a subtitle too begins with what the metadata call the headline.
  const isStart = (one: string): boolean =>
    foldedWords(one).length >= FEWEST_WORDS && skeleton(text).startsWith(skeleton(one));
  return given.find(isStart) ?? givenAtEnd(text, given);
}

/** What the page's only heading of that kind says, where its markup calls it the headline. */
function declaredHeading(page: PageData): string | undefined {
  const [text, other] = shownTexts(page, 'h1[itemprop~="headline"]');
  return other === undefined && isOfHeadline(text) ? text : undefined;
}

/** The shown text whose words are all of the metadata's. */
function exactlyShown(shown: readonly string[], given: readonly string[]): string | undefined {
  const known = new Set(given.map(skeleton));
  const found = shown.find((text) => known.has(skeleton(text)));
  return found === undefined ? undefined : givenAtEnd(found, given);
}

const SEPARATOR = /\s+[|–—\-:·•»›/]+\s+|\s*[|│：]\s*|\s*:{2,}\s*|\s*_\s*(?=[^_]*$)/gu;

/**
 * Drops the site's name, and a section before it, from the ends of a title: `Storm nears coast |
 * World | The Daily` is `Storm nears coast`. A part is dropped where it is a name of the site, or
 * stands behind a bar and the rest is a headline by itself.
 */
function withoutSite(title: string, siteNames: readonly string[]): string {
  const text = cleanLine(title);
  if (text.length > LONGEST * 2) return text;
  return withoutFirst(withoutLast(text, siteNames), siteNames);
}

/** Without its last part where that is one to drop, and without what is the last then. */
function withoutLast(text: string, siteNames: readonly string[]): string {
  const last = [...text.matchAll(SEPARATOR)].at(-1);
  if (last === undefined) return text;
  const rest = text.slice(0, last.index).trim();
  const part = text.slice(last.index + last[0].length);
  const isBar = last[0].includes('|');
  const isShort = part.split(' ').length <= 5 && rest.split(' ').length >= 3;
  const isOther = isSitePart(part, siteNames) || (isBar && isShort);
  return rest !== '' && isOther ? withoutLast(rest, siteNames) : text;
}

/** A shown text without the site's name behind a bar. */
function withoutOwnSite(text: string, siteNames: readonly string[]): string {
  const [, rest = '', site = ''] = /^(.+)\s\|\s([^|]+)$/u.exec(text) ?? [];
  return rest !== '' && isAmong(site, siteNames) ? rest : text;
}

function withoutFirst(text: string, siteNames: readonly string[]): string {
  const [first] = text.matchAll(SEPARATOR);
  if (first === undefined) return text;
  const rest = text.slice(first.index + first[0].length).trim();
  return rest !== '' && isAmong(text.slice(0, first.index), siteNames) ? rest : text;
}

/** `BBC News` for the site `BBC`, `The Guardian` for `theguardian.com`. */
function isSitePart(part: string, siteNames: readonly string[]): boolean {
  const bare = skeleton(part);
  return siteNames.some((name) => {
    const site = skeleton(name.replace(/\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$/i, ''));
    if (site.length < 2) return false;
    if (bare.includes(site)) return bare.length < site.length + 12;
    return site.includes(bare) && bare.length > 3;
  });
}
