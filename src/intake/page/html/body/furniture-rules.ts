// Which blocks of a page's body are no part of its story, by their words and their place.

import { countMatches } from '../../../../core/count.ts';
import { skeleton } from '../../../../core/fold.ts';
import { siteOf } from '../../../../core/url/clean-url.ts';
import type { Draft } from '../../../draft.ts';
import { parseReadingMinutes } from '../../../facts/counts.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import {
  type Furniture,
  foldLine,
  isCall,
  isPictureName,
  listHeadKind,
} from '../../../facts/find-furniture.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { isOfSources } from '../../../label/source-lines.ts';
import { pattern } from '../../../words/pattern.ts';
import { foldedWords, isAmong } from '../document/compare-words.ts';
import { isSetBox } from '../document/markup-names.ts';
import { isMark } from '../document/page-figure.ts';
import { lineOf, upward } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, HEADINGS, matches, selectAll, selectFirst } from '../dom/select.ts';
import { OF_PICTURE } from './lead-credit.ts';

const LEADS_ALONE = pattern`^\W*${['pointer', 'way to the rest']}\W*$`;

export type StoryFields = Pick<
  Draft,
  'title' | 'deck' | 'summary' | 'authors' | 'lang' | 'source' | 'url'
> & {
  /** What the page's data call the story. */
  readonly titles?: readonly string[];
};

/** A block of the body: one that holds no other. */
export interface BodyBlock {
  readonly element: DomElement;
  readonly text: string;
  /** Characters of its links. */
  readonly linked: number;
  /** Characters of the link around it; without that its own. */
  readonly inLink: number;
  /** What it is by its words, where it is short. */
  readonly furniture: Furniture | null;
  /** Whether it is above the story or a deck in its body, or the first paragraph of three blocks. */
  readonly isAbove: boolean;
  /** Whether it is one of the first few. */
  readonly isEarly: boolean;
  /** Whether it is in the body's last part. */
  readonly isAfter: boolean;
  /** Whether a paragraph comes next. */
  readonly isOverText: boolean;
}

/** Blanks, or a sign that stood around something. */
const NOTHING = /^[\p{Cf}\p{Z}]*(?:[.,:;|"“”„«»‘’][\p{Cf}\p{Z}]*)?$/u;

type IsFurniture = (block: BodyBlock, known: StoryFields) => boolean;

const RULES: readonly (readonly [why: string, isFurniture: IsFurniture])[] = [
  ['nothing', ({ element, text }) => isLine(element) && NOTHING.test(text)],
  ['name of a picture', ({ element, text }) => isLine(element, HEADINGS) && isPictureName(text)],
  ['headline again', isAgain(({ title, titles = [] }) => [title, ...titles])],
  ['headline again', isHeadline],
  ['headline again', isHeadlineLater],
  ['deck again', isAgain(({ deck }) => [deck])],
  ['summary again', isAgain(({ summary }) => summary)],
  ['name of the site', isSiteName],
  ['byline', isBylineOfAuthors],
  ['byline', ({ element, text }) => isLine(element) && NAMELESS().test(text)],
  ['post that is missing', ({ text, linked }) => linked === 0 && MISSING_POST().test(text)],
  ['byline', isByline],
  ['credit', ({ element, text }) => isLine(element, HEADINGS) && isCreditAlone(text)],
  ['reading time', ({ element, text }) => isLine(element) && parseReadingMinutes(text) !== null],
  ['kicker', isKicker],
  ['link to another article', isPointer],
  ['invitation', ({ text }) => isCall(text)],
  ['rights', isKnown('footer')],
  ['box of the site', ({ element }) => [...upward(element)].some(isSetBox)],
  ['advertisement', isKnown('advertisement')],
  ['heading of other articles', isListHead],
  [
    'furniture',
    isKnown('newsletter', 'share', 'cookies', 'account', 'comments', 'player', 'related', 'trust'),
  ],
];

/** What a line that says where the story is from looks like, too. */
const LIKE_SOURCES = new Set(['byline', 'credit', 'link to another article']);

/**
 * Whether a line says what the story, or a part above it, is from. A credit of a picture does not, nor
 * does a link amid the story that stays on the site.
 */
function tellsSource(block: BodyBlock, { url }: StoryFields): boolean {
  const { element, text, linked, isAbove, isAfter } = block;
  const isLink = linked > text.length / 2 && !isAfter && !leadsOut(element, url);
  if (isAbove || isLink || !(isOfSources(text) || isClosing(block))) return false;
  const { previousElementSibling: before, nextElementSibling: next } = element;
  return ![before, next].some((one) => one !== null && isMark(one));
}

/** Whether a line ends the story with a name in brackets: `(AFP)`, `(Quelle: Quillport Post)`. */
function isClosing({ element, text, isAfter }: BodyBlock): boolean {
  const isEnd = isAfter && element.localName === 'p' && /^\([^()]+\)\.?$/.test(text);
  return isEnd && !OF_PICTURE().test(text);
}

/** Why a block is no part of the story; `undefined` for one that is. */
export function furnitureRule(block: BodyBlock, known: StoryFields): string | undefined {
  const found = RULES.find(
    ([why, isFurniture]) =>
      isFurniture(block, known) && !(LIKE_SOURCES.has(why) && tellsSource(block, known)),
  );
  return found?.[0];
}

/** UTF-16 units from which a part of a line is known to be one. */
const SHORTEST_PART = 30;

/**
 * Tells whether a block above the story repeats a field, a part of it, or with little more; another
 * early one, a heading or a long line, all of it.
 */
function isAgain(toldIn: (known: StoryFields) => readonly (string | null)[]): IsFurniture {
  return ({ element, text, isAbove, isEarly }, known) => {
    const told = isAbove || isEarly ? toldIn(known).filter((one) => one !== null) : [];
    const said = told.length === 0 ? '' : skeleton(text);
    if (said === '') return false;
    const isSure = matches(element, HEADINGS) || text.length > LONGEST_KNOWN / 2;
    return told.map(skeleton).some((one) => {
      if (one === said) return isAbove || isSure;
      if (!isAbove) return false;
      if (text.length > SHORTEST_PART && one.includes(said)) return true;
      return one.length >= SHORTEST_PART && said.endsWith(one) && said.length < one.length * 2;
    });
  };
}

/** Whether a block is no part of code, a list or a table, and none of these. */
export function isLine(element: DomElement, others?: string): boolean {
  if (matches(element, 'pre,td,th,li,dd,dt')) return false;
  return others === undefined || !matches(element, others);
}

/** The page's heading repeats the headline, maybe in other words. */
function isHeadline({ element, text, isAbove }: BodyBlock, known: StoryFields): boolean {
  const mayBe = element.localName === 'h1' || closest(element, 'hgroup,header') !== null;
  if (!isAbove || !mayBe || !matches(element, HEADINGS)) return false;
  const said = new Set([known.title ?? '', ...(known.titles ?? [])].flatMap(foldedWords));
  return foldedWords(text).some((word) => said.has(word));
}

/** Of a headline that is known where a page says it again. */
const FEWEST_IN_HEADLINE = 4;

/** A repeated headline, as above a print version or a picture; a heading may have a label before it. */
function isHeadlineLater(
  { element, text }: BodyBlock,
  { title, titles = [] }: StoryFields,
): boolean {
  if (title === null || !isLine(element, 'h3,h4,h5,h6')) return false;
  const said = skeleton(text);
  const isSaid = isAmong(text, [title, ...titles]);
  const isBehind = matches(element, 'h1,h2') && said.endsWith(skeleton(title));
  return (isSaid || isBehind) && foldedWords(text).length >= FEWEST_IN_HEADLINE;
}

export const SENTENCE = /[.!?。！？…]["”»’')\]]*$/u;

/** A line that only says where the story stands, or at which address; within that a heading may be of what it speaks of. */
function isSiteName(block: BodyBlock, { source, url }: StoryFields): boolean {
  const { element, text, isAbove, isAfter } = block;
  const isInside = !isAbove && !isAfter;
  if (!isLine(element) || (isInside && element.localName !== 'p')) return false;
  const names = [source, siteOf(url), url].filter((name) => name !== null);
  return isAmong(text, names);
}

/** Of a byline and no more, in UTF-16 units. */
const LONGEST_BYLINE = 60;
const QUOTE = 'blockquote';
/** Words beside a date below the story. */
const MOST_AT_DATE = 1;

/** A byline: names of the authors and a date, and little else. */
function isByline(block: BodyBlock, { authors, lang, source }: StoryFields): boolean {
  const { element, text, isAbove } = block;
  if (text.length > 250 || !mayBeByline(block)) return false;
  const found = findWrittenDates(text, { language: lang ?? 'en' });
  const dates = found.map(({ start, end }) => text.slice(start, end));
  const words = wordsBeside(text, [...authors, source, ...dates]);
  const isNamed = authors.some((name) => text.includes(name));
  if (dates.length === 0) return isNamed && words <= (SENTENCE.test(text) ? 2 : 6);
  if (isAbove) return words <= (parseByline(text)?.isMarked ? 16 : 8);
  // A programme has a heading for each day.
  return words <= MOST_AT_DATE && !SENTENCE.test(text) && !matches(element, HEADINGS);
}

function mayBeByline({ element, isAbove, isAfter, isEarly }: BodyBlock): boolean {
  if (closest(element, QUOTE) !== null) return false;
  return isAbove || isAfter || (isEarly && isLine(element, HEADINGS));
}

function isBylineOfAuthors({ element, text }: BodyBlock, { authors }: StoryFields): boolean {
  const isShort = text.length <= LONGEST_BYLINE && isLine(element);
  // Who signs a quote, and when, is told of the quote.
  const byline = isShort && closest(element, QUOTE) === null ? parseByline(text) : null;
  if (!byline?.isMarked || byline.authors.length === 0) return false;
  return byline.authors.every((name) => authors.includes(name));
}

/** Number of words of a line beside the given ones. */
function wordsBeside(text: string, told: readonly (string | null)[]): number {
  const rest = told.reduce<string>((left, one) => (one ? left.replaceAll(one, ' ') : left), text);
  return countMatches(rest, /\p{L}{2,}/gu);
}

/** What is left of a byline whose names stand elsewhere. */
const NAMELESS = pattern`^${'by'}\s*[:：]$`;
/** The bare address of a post, where a page failed to show it. */
const MISSING_POST = pattern`^https?://${'post address'}\S*$`;

const LETTERS_AND_DIGITS = /\p{L}.*\d|\d.*\p{L}/u;

/** The name of a section or a label above the first paragraph. */
function isKicker({ element, text, isAbove }: BodyBlock): boolean {
  if (!isAbove || text.length > 40 || LETTERS_AND_DIGITS.test(text)) return false;
  const { previousElementSibling: before, nextElementSibling: next } = element;
  // Below something a bold line is a heading; a letter may start the word behind it.
  if (before !== null && lineOf(selectFirst(element, 'strong,b')) === text) return false;
  if (text.length < 2 && /^\p{Ll}/u.test(lineOf(next))) return false;
  // `Dear readers,` opens a letter.
  if (/[,，،]$/u.test(text)) return false;
  return !SENTENCE.test(text) && !matches(element, `${HEADINGS},pre,td,th,li`);
}

/** A link that is all of its block, or words that lead to links. */
function isPointer({ element, text, linked, inLink }: BodyBlock, { url }: StoryFields): boolean {
  if (LEADS_ALONE().test(text)) return true;
  // In a heading it is a part of a name.
  const mayHaveLabel = !matches(element, HEADINGS);
  const label = (mayHaveLabel && /^[^:|]{2,40}[:|]\s/u.exec(text)?.[0].length) || 0;
  if (linked < (text.length - label) * 0.9) return false;
  const words = inLink - label;
  const isTitle = words >= 20 && words <= 300;
  if (!isTitle || element.localName === 'li' || closest(element, 'table') !== null) return false;
  return label > 0 || !leadsOut(element, url);
}

/** Whether a block's only links lead to other sites. */
function leadsOut(element: DomElement, url: string | null): boolean {
  const site = siteName(url);
  if (site === '') return false;
  const around = closest(element, 'a[href]');
  const links = around === null ? selectAll(element, 'a[href]') : [around];
  const others = links.map((link) => siteName(link.getAttribute('href')));
  return others.every((other) => other !== '' && other !== site);
}

/** The name of a site, under whatever domain: `post` of `www.post.example` and `post.co.uk`. */
function siteName(url: string | null): string {
  const names = (siteOf(url) ?? '').split('.').slice(0, -1);
  if (names.length > 1 && /^(?:com?|org|net|ac|gov)$/.test(names.at(-1) ?? '')) names.pop();
  return names.at(-1) ?? '';
}

/** A heading above other stories: a known line, or a heading below the story. */
function isListHead({ element, text, isAfter, isOverText }: BodyBlock): boolean {
  const isHeading = matches(element, HEADINGS);
  if (text.length > LONGEST_KNOWN || (isHeading && (isOverText || !isAfter))) return false;
  return listHeadKind(foldLine(text)) === 'related list';
}

export const LONGEST_KNOWN = 120;

/** Tells short lines by themselves that papers have everywhere, whatever the story is. */
function isKnown(...kinds: readonly Furniture[]): IsFurniture {
  return ({ furniture }) => furniture !== null && kinds.includes(furniture);
}
