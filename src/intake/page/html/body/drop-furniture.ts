// What stands between the paragraphs of a page and is no part of its story.

import { skeleton } from '../../../../core/fold.ts';
import { lazyFor } from '../../../../core/lazy.ts';
import { wordSet } from '../../../../core/word-set.ts';
import type { Draft, Dropped } from '../../../draft.ts';
import { parseCommentCount, parseReadingMinutes } from '../../../facts/counts.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import {
  type Furniture,
  findFurniture,
  foldLine,
  listHeadKind,
} from '../../../facts/find-furniture.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { pattern } from '../../../words/pattern.ts';
import { share, wordsOf } from '../document/compare-words.ts';
import { type DomElement, descendants, lineOf, linkAround, linkedLength } from '../document/dom.ts';
import { FIGURE_MARK } from '../document/page-figure.ts';

const LEADS_ALONE = pattern`^\W*${['pointer', 'way to the rest']}\W*$`;
const CALL = pattern`^[\W_]*${'call block'}`;
const RIGHTS = pattern`^[\W_]*${'rights block'}`;

export type StoryFields = Pick<Draft, 'title' | 'deck' | 'summary' | 'authors' | 'lang' | 'source'>;

/** A block of the body: one that holds no other. */
interface Block {
  readonly element: DomElement;
  readonly text: string;
  /** Characters of it that are links. */
  readonly linked: number;
  /** Characters of the link around it; where there is none, of itself. */
  readonly inLink: number;
  /** What it is by its words, where it is short. */
  readonly furniture: Furniture | null;
  /** Whether the story has not begun. */
  readonly isBefore: boolean;
  /** The same where the deck stands in the body, too. */
  readonly isAbove: boolean;
  /** Whether it is one of the first few. */
  readonly isEarly: boolean;
  /** Whether it stands in the body's last part. */
  readonly isAfter: boolean;
  /** Whether a paragraph comes next. */
  readonly isOverText: boolean;
}

type IsFurniture = (block: Block, known: StoryFields) => boolean;

const RULES: readonly (readonly [why: string, isFurniture: IsFurniture])[] = [
  ['headline again', isAgain(({ title }) => [title])],
  ['headline again', isHeadline],
  ['headline again', isHeadlineLater],
  ['deck again', isAgain(({ deck }) => [deck])],
  ['summary again', isAgain(({ summary }) => summary)],
  ['byline', isByline],
  ['credit', ({ element, text }) => isLine(element, /^h[1-6]$/) && isCreditAlone(text)],
  ['count', ({ text }) => parseReadingMinutes(text) !== null || parseCommentCount(text) !== null],
  ['kicker', isKicker],
  ['link to another article', isPointer],
  ['invitation', ({ text }) => text.length < 320 && CALL().test(text)],
  ['rights', ({ text }) => text.length < 400 && RIGHTS().test(text)],
  ['rights', isKnown('footer')],
  ['advertisement', isKnown('advertisement')],
  ['heading of other articles', isListHead],
  ['furniture', isKnown('newsletter', 'share', 'cookies', 'account', 'comments', 'player')],
];

/** UTF-16 units from which a part of a line is known to be one. */
const SHORTEST_PART = 30;

/** Tells blocks above the story that say what a field says, a part of it, or little more. */
function isAgain(toldIn: (known: StoryFields) => readonly (string | null)[]): IsFurniture {
  return ({ text, isBefore }, known) => {
    const bare = isBefore ? skeleton(text) : '';
    const told = bare === '' ? [] : toldIn(known).map((one) => skeleton(one ?? ''));
    return told.some((one) => {
      if (one === bare || (text.length > SHORTEST_PART && one.includes(bare))) return true;
      return one.length >= SHORTEST_PART && bare.endsWith(one) && bare.length < one.length * 2;
    });
  };
}

/** Whether a block is no part of code, a list or a table, and none of these. */
function isLine({ localName }: DomElement, others: RegExp): boolean {
  return !/^(?:pre|t[dh]|li|d[td])$/.test(localName) && !others.test(localName);
}

/** The page's own heading says what the headline says, maybe in other words. */
function isHeadline({ element, isAbove }: Block): boolean {
  if (!isAbove || !/^h[1-6]$/.test(element.localName)) return false;
  return element.localName === 'h1' || element.closest('hgroup,header') !== null;
}

/** Of a headline that is known where a page says it again. */
const FEWEST_IN_HEADLINE = 4;
const MOSTLY = 0.9;

/** A page's print version and its pictures say the headline again; a heading may say a little more. */
function isHeadlineLater({ element, text }: Block, { title }: StoryFields): boolean {
  if (title === null || wordsOf(title).length < FEWEST_IN_HEADLINE || !isLine(element, /^h[3-6]$/))
    return false;
  const isHeading = /^h[12]$/.test(element.localName) && share(title, text) >= MOSTLY;
  return isHeading || skeleton(text) === skeleton(title);
}

const SENTENCE = /[.!?。！？…]["”»’')\]]*$/u;

/** Of a byline and no more, in UTF-16 units. */
const LONGEST_BYLINE = 60;
/** Words beside a date below the story. */
const MOST_AT_DATE = 1;

/** Names of the authors and a date, and little else. */
function isByline(
  { text, isAbove, isAfter, isEarly }: Block,
  { authors, lang, source }: StoryFields,
): boolean {
  const read = text.length > LONGEST_BYLINE ? null : parseByline(text);
  const isKnownHere = read?.isMarked === true && read.authors.length > 0;
  if (isKnownHere && read.authors.every((name) => authors.includes(name))) return true;
  if (text.length > 250 || !(isAbove || isAfter || isEarly)) return false;
  let rest = text;
  for (const name of [...authors, source ?? '']) if (name !== '') rest = rest.replaceAll(name, ' ');
  const isNamed = rest !== text && authors.some((name) => text.includes(name));
  const dates = findWrittenDates(text, { language: lang ?? 'en' });
  for (const { start, end } of dates) rest = rest.replace(text.slice(start, end), ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  if (dates.length > 0 && !isAbove) return words.length <= MOST_AT_DATE && !SENTENCE.test(text);
  if (dates.length > 0) return words.length <= (parseByline(text)?.isMarked ? 16 : 8);
  return isNamed && words.length <= (SENTENCE.test(text) ? 2 : 6);
}

const LETTERS_AND_DIGITS = /\p{L}.*\d|\d.*\p{L}/u;

/** The name of a section or a label above the first paragraph. */
function isKicker({ element, text, isAbove }: Block): boolean {
  if (!isAbove || text.length > 40 || LETTERS_AND_DIGITS.test(text)) return false;
  return !SENTENCE.test(text) && !/^(?:h[2-6]|pre|td|th|li)$/.test(element.localName);
}

/** A link that is all of its block, or words that lead to links. */
function isPointer({ element, text, linked, inLink }: Block): boolean {
  if (LEADS_ALONE().test(text)) return true;
  const label = /^[^:|]{2,40}[:|]\s/u.exec(text)?.[0].length ?? 0;
  if (linked < (text.length - label) * 0.9) return false;
  const words = inLink - label;
  const isTitle = words >= 20 && words <= 300;
  return isTitle && element.localName !== 'li' && element.closest('table') === null;
}

/** What stands over other stories: a line of its own, or a heading below the story. */
function isListHead({ element, text, isAfter, isOverText }: Block): boolean {
  const isHeading = /^h[1-6]$/.test(element.localName);
  if (text.length > LONGEST_KNOWN || (isHeading && (isOverText || !isAfter))) return false;
  return listHeadKind(foldLine(text)) === 'related list';
}

const LONGEST_KNOWN = 120;
/** Lines in a row over nothing. */
const MOST_LEADING = 4;
/** Of words that lead to what a page has no more, or beside. */
const LONGEST_LABEL = 40;

/** Tells short lines by themselves that papers have everywhere, whatever the story is. */
function isKnown(...kinds: readonly Furniture[]): IsFurniture {
  return ({ furniture }) => furniture !== null && kinds.includes(furniture);
}

const STORY_PARAGRAPH = 90;
const BLOCKS = wordSet('p li h1 h2 h3 h4 h5 h6 div blockquote td dd dt section pre address');
const BLOCKS_OR_INLINE: ReadonlySet<string> = new Set([...BLOCKS, 'span', 'strong', 'time', 'a']);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
const IDLE: ReadonlySet<string> = new Set(['blockquote', 'hr']);
const HOLDER = /^(?:div|section|article|header|main)$/;
const INLINE = /^(?:span|strong|time|a)$/;

const EARLY = 5;

function blocksOf(body: DomElement, { deck }: StoryFields): readonly Block[] {
  const bareDeck = skeleton(deck ?? '');
  const told = blockTexts(body);
  const first = told.findIndex(isParagraph);
  const story = told.findIndex((block) => isParagraph(block) && skeleton(block.text) !== bareDeck);
  return told.map((block, at) => ({
    ...block,
    furniture: furnitureOf(block),
    isBefore: at < first || (at === first && at < 3),
    isAbove: at < story || (at === story && at < 3),
    isEarly: at < EARLY,
    isAfter: at >= told.length * 0.6,
    isOverText: (told[at + 1]?.text.length ?? 0) >= STORY_PARAGRAPH,
  }));
}

type BlockText = Pick<Block, 'element' | 'text' | 'linked' | 'inLink'>;

/** The blocks that say something, and are no figure. */
function blockTexts(body: DomElement): readonly BlockText[] {
  const holders = holdersIn(body);
  const lengthOf = lazyFor((link: DomElement) => lineOf(link).length);
  return descendants(body, BLOCKS_OR_INLINE)
    .filter((element) => isLeaf(element, holders) && !element.hasAttribute(FIGURE_MARK))
    .map((element) => {
      const text = lineOf(element);
      const link = linkAround(element);
      // Of what stands in a link around blocks all of its text.
      const isInBlocks = link !== null && holders.has(link);
      const linked = isInBlocks ? text.length : linkedLength(element);
      return { element, text, linked, inLink: link === null ? text.length : lengthOf(link) };
    })
    .filter(({ text }) => text !== '');
}

/** Elements that hold a block: to ask each of them would take squared time. */
function holdersIn(body: DomElement): ReadonlySet<DomElement> {
  const holders = new Set<DomElement>();
  for (const block of descendants(body, BLOCKS)) {
    let holder = block.parentElement;
    for (; holder !== null && !holders.has(holder); holder = holder.parentElement)
      holders.add(holder);
  }
  return holders;
}

function furnitureOf({ element, text }: BlockText): Furniture | null {
  const isNone = text.length > LONGEST_KNOWN || /^(?:pre|td|th|li|dt|dd)$/.test(element.localName);
  return isNone ? null : findFurniture(text);
}

/** Whether a block is as long as a story's paragraphs are. */
function isParagraph({ element, text, linked }: BlockText): boolean {
  const isLong = text.length >= STORY_PARAGRAPH && linked < text.length / 2;
  return isLong && /^(?:p|div|section|td)$/.test(element.localName);
}

function isLeaf(element: DomElement, holders: ReadonlySet<DomElement>): boolean {
  if (holders.has(element)) return false;
  if (!INLINE.test(element.localName)) return true;
  const parent = element.parentElement;
  return parent !== null && (HOLDER.test(parent.localName) || holders.has(parent));
}

/**
 * Takes elements out of a page, and notes what was taken, for those who want to see it.
 * @param wanted lines that stay
 */
export function createDrops(wanted: ReadonlySet<string> = new Set()) {
  const dropped: Dropped[] = [];
  const drop = (element: DomElement, why: string): void => {
    const text = lineOf(element);
    if (wanted.has(text)) return;
    if (text !== '') dropped.push({ text, why });
    element.remove();
  };
  return { dropped, drop };
}

/**
 * Takes furniture out of the body.
 * @param wanted lines that the user took in: they stay
 * @returns what was taken, for those who want to see it
 */
export function dropFurniture(
  body: DomElement,
  known: StoryFields,
  wanted?: ReadonlySet<string>,
): readonly Dropped[] {
  const { dropped, drop } = createDrops(wanted);
  for (const list of descendants(body, LISTS)) {
    if (isLinkList(list)) drop(list, 'links to other articles');
  }
  for (const block of blocksOf(body, known)) {
    const rule = RULES.find(([, isFurniture]) => isFurniture(block, known));
    if (rule !== undefined) drop(block.element, rule[0]);
  }
  const last = blockTexts(body).toReversed();
  const led = last.findIndex((block) => !leadsOn(block));
  // More of them in a row are a list.
  if (led <= MOST_LEADING) {
    for (const { element } of last.slice(0, Math.max(0, led))) drop(element, 'heading of nothing');
  }
  dropIdle(body);
  return dropped;
}

/** Whether a block stands over what comes behind it: a heading, a label, a link, a known line. */
function leadsOn(block: BlockText): boolean {
  const { element, text, linked } = block;
  if (furnitureOf(block) !== null) return true;
  if (/^h[1-6]$/.test(element.localName)) return !SENTENCE.test(text);
  const isLabel = /[:：]$/u.test(text) || linked === text.length;
  return element.localName !== 'li' && text.length <= LONGEST_LABEL && isLabel;
}

/** Quotes without a word, and rules above another. */
function dropIdle(body: DomElement): void {
  for (const element of descendants(body, IDLE)) {
    const isRule = element.localName === 'hr';
    if (isRule ? element.previousElementSibling?.localName === 'hr' : lineOf(element) === '')
      element.remove();
  }
}

/** A list whose items are links and nothing else. */
function isLinkList(list: DomElement): boolean {
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const length = items.reduce((sum, item) => sum + lineOf(item).length, 0);
  return length > 20 && linkedLength(list) >= length * 0.9;
}
