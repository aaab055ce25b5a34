// The bylines a page shows: in elements that call themselves so, nearest to the headline.
import { firstValue } from '../../../../core/first-value.ts';
import { skeleton } from '../../../../core/fold.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { findFurniture, foldLine, listHeadKind } from '../../../facts/find-furniture.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { BYLINE_LEAD } from '../../../facts/names/byline-leads.ts';
import { isPersonName, speaksOf, uniqueNames } from '../../../facts/names/names.ts';
import { pattern } from '../../../words/pattern.ts';
import { standsIn } from '../document/main-part.ts';
import { isAuthorName } from '../document/markup-names.ts';
import type { PageData, TitledPage } from '../document/page-data.ts';
import { isStoryLink } from '../document/teasers.ts';
import { attribute, isLonger, lineOf, outermost, upward } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, matches, SUBHEADINGS, selectAll, selectFirst, withClass } from '../dom/select.ts';
import { isAuthor, isName, LEAD } from './author-names.ts';
import { headingsOf } from './headings.ts';

/** Of a person (microformats.org, hCard). */
const CARD = '.vcard.author';
const MARKED = `[itemprop~="author"],[rel~="author"],${CARD}`;
/** Where sites keep their authors' pages: nothing stands below one. */
const AUTHOR_PAGE = pattern`/${'author folder'}/(?:\d+/)?[^/?#]+(?:/(?:\w+\.html?)?)?(?:[?#].*)?$`;
const SHOWN = [
  `[itemprop~="author"] [itemprop~="name"],${MARKED}`,
  '[class*="byline"] a[href]',
  '[class*="author-name"],[class*="author__name"],[class*="authorName"],[class*="author_name"],[class*="AuthorName"],[class*="byline-name"],[class*="byline__name"],[class*="writer-name"]',
  'byline,[class*="byline"],[class*="Byline"],[id*="byline"],[class*="reporter"]',
  '[class*="author"],[class*="Author"],[id*="author"],[class*="autor"],[class*="writer"],[class*="signature"],[class*="submitted"],[class~="firma"],[class^="auteur"],[class*=" auteur"],[class*="-auteur"]',
  'a[href]',
];
/** Parts of a page that name other people. */
const OF_OTHERS =
  'blockquote,figure,figcaption,[itemtype*="ImageObject"],[itemtype*="ListItem"],[class*="quote"],[class*="breadcrumb"],[class*="comment"]:not([class*="date"]),[class*="caption"]';
/** These, and parts that have authors of their own. */
const IN_OTHER = `${OF_OTHERS},[class*="related"],[class*="sidebar"],[class*="image"],[class*="img"]`;
const ELSEWHERE = `nav,footer:not([class*="meta"]),aside,${IN_OTHER}`;
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 200;
/** Characters around the names of one byline. */
const LONGEST_BLOCK = 300;

/**
 * The names in the byline nearest to the headline: of the smallest part of the page around it that
 * shows any. Bylines of other articles on the page stand in other blocks than the first one.
 */
export function shownAuthors(page: TitledPage): readonly string[] {
  for (const scope of scopes(page)) {
    for (const selector of SHOWN) {
      const names = namesIn(scope, selector, page);
      if (names.length > 0) return names;
    }
  }
  return [];
}

/** The elements around the headline, each at least twice as large as the one before. */
function scopes(page: TitledPage): readonly DomElement[] {
  const { body } = page.document;
  const [heading = null] = headingsOf(page.document, page.headline);
  const found: DomElement[] = [];
  let size = 0;
  for (const element of upward(heading)) {
    const length = element.textContent.length;
    if (length < size * 1.2 || element === body) continue;
    size = length;
    found.push(element);
    if (matches(element, 'article,main')) break;
  }
  return [...found, body];
}

function namesIn(scope: DomElement, selector: string, page: TitledPage): readonly string[] {
  let first: DomElement | null = null;
  const names: string[] = [];
  const spoken = selector === 'a[href]' ? (page.headline ?? '') : '';
  const found = selectAll(scope, selector).filter(
    (element) =>
      isByline(element, selector) && !isOfOther(element, page, scope === page.document.body),
  );
  for (const element of found.slice(0, MOST_SHOWN)) {
    if (first !== null && !isBeside(element, first)) continue;
    const own = bylineNames(element, page.language).filter(
      (name) => isOf(element, name, page) && !speaksOf(spoken, name),
    );
    if (own.length > 0) first ??= element;
    names.push(...own);
  }
  return uniqueNames(names);
}

/** Whether a name in an element is an author's. */
function isOf(element: DomElement, name: string, page: PageData): boolean {
  return isAuthor(name, page) || (isName(name) && closest(element, CARD) !== null);
}

function isByline(element: DomElement, selector: string): boolean {
  if (selector.endsWith('a[href]') && !isAuthorLink(element)) return false;
  if (isLonger(element, LONGEST_SHOWN)) return false;
  return !standsIn(element, matches(element, MARKED) ? IN_OTHER : ELSEWHERE);
}

/** As many letters as the shortest title of a story: a date has fewer. */
const TITLE = /(?:\p{L}\P{L}*){20}/u;

/** Whether a byline stands in a link to another story, beside one, or far off below its title. */
function isOfOther(element: DomElement, page: PageData, isWide: boolean): boolean {
  const own = skeleton(page.title);
  const isOther = (title: DomElement): boolean => !own.includes(skeleton(lineOf(title)));
  const cards = ['a[href]', 'li'].flatMap((name) => closest(element, name) ?? []);
  if (cards.some((card) => selectAll(card, `h1,${SUBHEADINGS}`).some(isOther))) return true;
  const isBlock = (one: DomElement): boolean =>
    !isLonger(one, LONGEST_BLOCK) && selectFirst(one, 'h1') === null;
  const block = outermost(element, isBlock);
  if (block === null) return false;
  const isStory = (link: DomElement): boolean =>
    isStoryLink(link, page.base) && !AUTHOR_PAGE().test(link.getAttribute('href') ?? '');
  const links = selectAll(block, 'a[href]').filter(isStory);
  const titles = isWide ? [...links, ...selectAll(block, SUBHEADINGS)] : links;
  return titles.some((title) => TITLE.test(lineOf(title)) && isOther(title));
}

/** Where what an author did is told. */
const AUTHOR_BOX = '[class*="author"],[id*="author"]';

/** A link to an author's page; in a paragraph of the story it is somebody spoken of. */
function isAuthorLink(link: DomElement): boolean {
  if (!AUTHOR_PAGE().test(link.getAttribute('href') ?? '')) return false;
  const paragraph = closest(link, 'p');
  const isLong = paragraph !== null && isLonger(paragraph, LONGEST_SHOWN);
  if (isLong && closest(link, AUTHOR_BOX) === null) return false;
  return isPersonName(lineOf(link)) || parseByline(lineOf(link))?.isMarked === true;
}

/** Whether two elements are parts of one byline: little else stands around them. */
function isBeside(element: DomElement, first: DomElement): boolean {
  const both = [...upward(first)].find((around) => around.contains(element));
  return both !== undefined && !isLonger(both, LONGEST_BLOCK);
}

/** Each name where it has an element of its own; else those of the line. */
function bylineNames(element: DomElement, language: string, other = IN_OTHER): readonly string[] {
  const own = selectAll(element, '*')
    .filter((part) => part.firstElementChild === null && !standsIn(part, other))
    .map((part) => lineOf(part).replace(LEAD(), ''))
    .filter((text) => isPersonName(text));
  if (own.length > 0) return own;
  const line = beforeDate(lineOf(element), language);
  return parseByline(line)?.authors ?? (EASTERN.test(line) ? [line] : []);
}

/** `小暮ひさのり`: Chinese signs first, then the syllables some write their given names in. */
const EASTERN =
  /^\p{Script=Han}{1,4} ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u;

const TIME_BEHIND = pattern`
  ^(?:[\s,|•·–-]|\d{1,2}[:.h]\d\d(?!\d)(?:\s?(?:[ap]m|${'after hour'}))?)+`;
/** No name of a person is among these. */
const WEEKDAY = pattern`[\s,–-]*\b(?:(?:${'on date'}\s+)?${['weekday', 'short weekday']}|on)\.?[\s,]*$`;

/** A line without the date it ends in, or has before a `By`. */
function beforeDate(line: string, language: string): string {
  const [date] = findWrittenDates(line, { language });
  const before = line.slice(0, date?.start).trim().replace(WEEKDAY(), '').trim();
  const behind = date === undefined ? '' : line.slice(date.end).replace(TIME_BEHIND(), '');
  if (LEAD().test(behind) && (before.length <= 4 || parseByline(before) === null)) return behind;
  return before.length > 4 ? before : line;
}

/** Lines near the headline that begin with "By" in the page's language, or hold it alone. */
export function markedAuthors(page: TitledPage): readonly string[] {
  const lines = page.topLines().map((line) => beforeDate(line, page.language));
  for (const [at, line] of lines.entries()) {
    const isLead = `${line} `.replace(LEAD(), '') === '';
    const read = parseByline(isLead ? `${line} ${lines[at + 1] ?? ''}` : line);
    const names = read?.isMarked ? read.authors.filter((name) => isAuthor(name, page)) : [];
    if (names.length > 0) return uniqueNames(names);
  }
  return [];
}

/** Whom all elements of a page name that call themselves an author's, wherever they stand. */
export function onlyAuthor(page: TitledPage): readonly string[] {
  const boxes = selectAll(page.document, `${MARKED},${SHOWN.slice(2, -1).join(',')}`).filter(
    (box) =>
      !isLonger(box, LONGEST_SHOWN) && !standsIn(box, OF_OTHERS) && !isOfOther(box, page, true),
  );
  const names = uniqueNames(
    boxes.slice(0, MOST_SHOWN).flatMap((box) => bylineNames(box, page.language, OF_OTHERS)),
  );
  return names.length === 1 ? names.filter((name) => isAuthor(name, page)) : [];
}

/**
 * What the elements print that say they name the author, nearest to the headline, where it is no
 * person's name in full: an account (`paddy01`), an editorial office, the site itself.
 */
export function printedAuthor(page: TitledPage): readonly string[] {
  const name = firstValue(scopes(page), (scope) =>
    firstValue(selectAll(scope, PRINTED).filter(isNamedAuthor).slice(0, MOST_SHOWN), (element) => {
      const label = labelOf(element, page);
      return isLabel(label, matches(element, MARKED), page) ? label : null;
    }),
  );
  return name === null ? [] : [name];
}

const NAMED = `${MARKED},[class*="author"] .username`;
const PRINTED = `${NAMED},${withClass('author')}`;
const isNamedAuthor = (element: DomElement): boolean =>
  matches(element, NAMED) || isAuthorName(attribute(element, 'class'));
/** Where readers write and sign in, and those who took pictures are named. */
const BY_OTHERS = `form,cite,[id*="comment"],${withClass('comment', 'kommentar', 'response', 'reply', 'review', 'testimonial', 'login', 'photo', 'credit')}`;

/** What stands in an element behind a By; nothing in a part that names others. */
function labelOf(element: DomElement, page: TitledPage): string {
  if (isLonger(element, LONGEST_SHOWN) || standsIn(element, `${ELSEWHERE},${BY_OTHERS}`)) return '';
  if (selectFirst(element, OF_OTHERS) !== null || isOfOther(element, page, true)) return '';
  const line = `${beforeDate(lineOf(element), page.language)} `;
  return line.replace(BYLINE_LEAD(), '').replace(/^@|[\s|,–-]+$/gu, '');
}

const WORD = /^[\p{L}\p{N}._-]{2,30}$/u;
const WORDS = /^[\p{Lu}\p{Lo}][\p{L}.&’'-]+(?: [\p{L}.&’'-]+){1,4}$/u;
const OFFICE = pattern`${'editorial office'}(?: |$)`;

/** Whether a label is an account's, an editorial office or the site. */
function isLabel(label: string, isMarked: boolean, page: PageData): boolean {
  if (isAnyFurniture(label)) return false;
  if (OFFICE().test(label)) return WORD.test(label) || WORDS.test(label);
  const known = isMarked ? label.replace(/\d+$/, '') : label;
  if (!isName(known)) return false;
  if (WORD.test(label)) return isMarked || known.length > 2;
  return page.siteNames.some((site) => skeleton(site).includes(skeleton(label)));
}

function isAnyFurniture(line: string): boolean {
  const folded = foldLine(line);
  return findFurniture(line, folded) !== null || listHeadKind(folded) !== null;
}
