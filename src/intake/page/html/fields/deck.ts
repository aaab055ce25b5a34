// The deck: the standfirst between the headline and the story.

import { skeleton } from '../../../../core/fold.ts';
import { splitCredit } from '../../../../markdown/document/figures.ts';
import { parseReadingMinutes } from '../../../facts/counts.ts';
import { findLoneDate, findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { findFurniture, isCall } from '../../../facts/find-furniture.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { opensWithPlace } from '../../../facts/names/dateline.ts';
import { standsIn } from '../document/main-part.ts';
import { isDeckName, isDeckWord, isOpeningName } from '../document/markup-names.ts';
import { firstMeta, type PageData, type TitledPage } from '../document/page-data.ts';
import { MARKS } from '../document/page-figure.ts';
import {
  BLOCKS,
  isOneOfItsKind,
  type ParagraphKinds,
  paragraphKinds,
} from '../document/paragraph-kinds.ts';
import { lineField } from '../document/structured-data.ts';
import { isDataTable } from '../document/table-grid.ts';
import { isHiddenElement, lineOf, nameOf, upward } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import {
  closest,
  linkedLength,
  matches,
  SUBHEADINGS,
  selectAll,
  selectFirst,
} from '../dom/select.ts';
import { headingsOf } from './headings.ts';
import { withoutKicker } from './page-headline.ts';
import { OPENING_PARAGRAPH } from './summary.ts';

const INLINE = 'span,strong,b,em';
const HOLDERS = 'div,section,header';
const LINES = `p,${SUBHEADINGS},${HOLDERS}`;
/** Elements that no deck contains. */
const NO_DECK = `h1,figure,img,picture,video,ul,ol,table,form,button,time,${MARKS}`;
const ELSEWHERE =
  'nav,footer,aside,figure,figcaption,button,form,video,[role="dialog"],[class*="dialog"],[class*="modal"],[class*="related"],[class*="recommend"],[class*="newsletter"],[class*="paywall"],[class*="comment"],[class*="promo"],[class*="cookie"],[class*="player"],[class*="dropdown"]';
/** Places where only an element with a deck's name is one. */
const ELSEWHERE_UNNAMED =
  'ul,table,blockquote,[class~="widget"],[class*="donat"],[class*="author"],[class*="share"],[class*="social"],[class*="subscri"],[class*="signup"],[class*="slideshow"]';
const SHORTEST = 12;
/** Least length of a deck without a deck's name. */
const SHORTEST_UNNAMED = 50;
const LONGEST_UNNAMED = 400;
/** Of one in the headline's element: what is shorter is a part of that. */
const SHORTEST_BEHIND = 30;
const LONGEST = 900;
/** Paragraphs that are a story, not a deck. */
const FEWEST_IN_STORY = 3;
/** Paragraphs of the story that may come between the headline and a named deck. */
const MOST_BETWEEN = 1;
const MOST_HEADINGS = 3;
const MOST_ELEMENTS = 600;
/** Levels above the headline within which an unnamed deck is looked for. */
const REACH = 4;

/** A block between the headline and the story. */
interface Block {
  readonly element: DomElement;
  readonly text: string;
  /** Whether nothing but bylines and labels stands between it and the headline. */
  readonly isFirst: boolean;
}

/**
 * The deck, `null` where the page has none. In this order: what names itself a deck by the trade's word
 * near the headline; the page's description, where the page shows it there, set apart from its
 * paragraphs; what names itself one otherwise; a line right under the headline that is set like no
 * paragraph.
 */
export function findDeck(page: TitledPage): string | null {
  const headings = headingsOf(page.document, page.headline).slice(0, MOST_HEADINGS);
  const title = skeleton(page.headline ?? '');
  const blocks = (headings.length > 0 ? headings : [null])
    .flatMap((heading) => blocksAfter(page, heading))
    .filter(({ text }) => title === '' || !skeleton(text).includes(title))
    .filter(({ element }) => !isTeased(element, title) && !isOpeningName(nameOf(element)));
  const known = descriptions(page);
  const kinds = paragraphKinds(page.document.body);
  const found =
    blocks.find(({ element }) => isDeckWord(nameAndProperty(element))) ??
    blocks.find((block) => isDescription(block, known, kinds)) ??
    blocks.find(({ element }) => isNamed(element)) ??
    blocks.find((block) => isUnder(block, kinds));
  return found?.text ?? null;
}

/** The blocks from a heading, or the top, to the story's second paragraph. */
function blocksAfter(page: TitledPage, heading: DomElement | null): readonly Block[] {
  const all = selectAll(page.document.body, '*');
  const start = heading === null ? 0 : all.indexOf(heading) + 1;
  const title = lineOf(heading);
  const headline = skeleton(page.headline ?? '');
  const after = all
    .slice(start, start + MOST_ELEMENTS)
    .filter((one) => heading?.contains(one) !== true || isBehind(one, title, headline));
  const blocks: Block[] = [];
  // Other headings say the same in menus and windows.
  const near = heading === null ? undefined : [...upward(heading)][REACH];
  let isFirst = heading !== null && skeleton(lineOf(heading)).endsWith(headline);
  for (const { element, text } of linesIn(after, page.language)) {
    const isNear = near === undefined || near.contains(element);
    if (text.length <= LONGEST) blocks.push({ element, text, isFirst: isFirst && isNear });
    if (text.length >= SHORTEST_UNNAMED) isFirst = false;
  }
  return blocks;
}

/** Whether a part of a heading is called a deck, at its end. @param headline as a skeleton */
function isBehind(part: DomElement, heading: string, headline: string): boolean {
  const text = isNamed(part) ? lineOf(part) : '';
  if (text.length < SHORTEST_BEHIND || headline.includes(skeleton(text))) return false;
  return heading.endsWith(` ${text}`);
}

/** Blocks that may be a deck. */
function* linesIn(elements: readonly DomElement[], language: string) {
  let paragraphs = 0;
  for (const element of elements) {
    if (!isBlock(element) || standsIn(element, ELSEWHERE)) continue;
    const text = deckText(element);
    if (isLinked(element, text) || isNoDeck(text, language)) continue;
    yield { element, text };
    if (element.localName === 'p' && text.length >= OPENING_PARAGRAPH) paragraphs += 1;
    if (paragraphs > MOST_BETWEEN) return;
  }
}

/** Whether an element has no other block in it, or a deck's name. */
function isBlock(element: DomElement): boolean {
  const table = element.localName === 'tr' ? closest(element, 'table') : null;
  if (table !== null && isDataTable(table)) return false;
  if (isNamed(element)) {
    const paragraphs = selectAll(element, 'p,br + br');
    return selectFirst(element, NO_DECK) === null && paragraphs.length < FEWEST_IN_STORY;
  }
  const holder = matches(element, INLINE) ? element.parentElement : element;
  const isLine = matches(element, LINES) || (holder !== null && matches(holder, HOLDERS));
  return isLine && selectFirst(element, BLOCKS) === null;
}

function isNamed(element: DomElement): boolean {
  return isDeckName(nameAndProperty(element));
}

/** What an element is called by its class, its id and its property. */
function nameAndProperty(element: DomElement): string {
  return `${nameOf(element)} ${element.getAttribute('itemprop') ?? ''}`;
}

/**
 * The text of a block; where paragraphs or headings are all of it, of those that are neither bylines nor calls.
 */
function deckText(element: DomElement): string {
  const text = withoutKicker(element);
  const lines = selectAll(element, 'p,h2,h3,h4,h5').map((line) => withoutKicker(line));
  if (lines.length === 1) return lines[0] ?? text;
  const said = lines.filter(Boolean);
  if (said.join(' ') !== text) return text;
  return said.filter((line) => !parseByline(line)?.isMarked && !isCall(line)).join(' ');
}

/** Whether a block leads elsewhere: more of it, or of what stands behind its label, is links than not. */
function isLinked(element: DomElement, text: string): boolean {
  const label = /^[^:：]{2,40}[:：]\s/u.exec(text)?.[0].length ?? 0;
  const links = linkedLength(element);
  return closest(element, 'a[href]') !== null || links > (text.length - label) / 2;
}

const TITLE = `div,${SUBHEADINGS}`;

/** Whether a block stands below the title of another story, which is a link. @param title as a skeleton */
function isTeased({ previousElementSibling: before }: DomElement, title: string): boolean {
  if (before === null) return false;
  if (matches(before, SUBHEADINGS)) return linkedLength(before) > 0;
  // A link in a line may be the section's.
  const isTitled = before.localName === 'a' && selectFirst(before, TITLE) !== null;
  const words = isTitled ? skeleton(lineOf(before)) : '';
  return words !== '' && title !== '' && !words.includes(title);
}

/** Whether a text is too short, cut off, a byline, a story's opening, a caption, or furniture. */
function isNoDeck(text: string, language: string): boolean {
  if (text.length < SHORTEST || /[^.\s](?:\.{3}|…)$/u.test(text)) return true;
  if (parseByline(text)?.isMarked || findLoneDate(text, { language }) !== null) return true;
  if (isOpening(text, language)) return true;
  if (splitCredit(text).credit !== null || parseReadingMinutes(text) !== null) return true;
  return findFurniture(text) !== null || isCall(text);
}

/** A story opens with a place, a date and a dash. */
function isOpening(text: string, language: string): boolean {
  if (opensWithPlace(text)) return true;
  const [date] = findWrittenDates(text.slice(0, LONGEST_OPENING), { language });
  return date !== undefined && /^\s*[–—-]\s/u.test(text.slice(date.end));
}

const LONGEST_OPENING = 80;

function descriptions(page: PageData): readonly string[] {
  const names = ['og:description', 'description', 'twitter:description'];
  const metas = names.map((name) => firstMeta(page, name));
  const given = [lineField(page.data.article, 'description'), ...metas];
  return given.filter((text) => text.length >= SHORTEST).map(skeleton);
}

/** Letters and digits of a description that was cut off, from which it is still known. */
const CUT = 60;

function isDescription(block: Block, known: readonly string[], kinds: ParagraphKinds): boolean {
  const bare = skeleton(block.text);
  const isSame = known.some((one) => one === bare || (one.length >= CUT && bare.startsWith(one)));
  return isSame && isSetApart(block.element, kinds);
}

/** A heading, bold text, or a paragraph of another kind than those of the story. */
function isSetApart(block: DomElement, kinds: ParagraphKinds): boolean {
  return matches(block, `${SUBHEADINGS},strong,b`) || isOneOfItsKind(block, kinds);
}

const SENTENCE = /[.!?。！？][”"»“]?$/u;

/** Whether a block right under the headline is a deck: a short heading without a full stop is none. */
function isUnder({ element, text, isFirst }: Block, kinds: ParagraphKinds): boolean {
  if (!isFirst || text.length > LONGEST_UNNAMED || !matches(element, LINES)) return false;
  if (standsIn(element, ELSEWHERE_UNNAMED) || [...upward(element)].some(isHiddenElement))
    return false;
  if (!isSetApart(element, kinds)) return false;
  if (text.length >= SHORTEST_UNNAMED) return true;
  return matches(element, SUBHEADINGS) && SENTENCE.test(text);
}
