// What stands between the paragraphs of a page and is no part of its story.

import { skeleton } from '../../../../core/fold.ts';
import { lazyFor } from '../../../../core/lazy.ts';
import type { Dropped } from '../../../draft.ts';
import {
  type Furniture,
  findFurniture,
  foldLine,
  listHeadKind,
} from '../../../facts/find-furniture.ts';
import { isOfNotes } from '../../../label/source-lines.ts';
import { isMark } from '../document/page-figure.ts';
import { removeWhole } from '../document/remove-whole.ts';
import { isDataTable } from '../document/table-grid.ts';
import { around, attribute, lineOf } from '../dom/dom.ts';
import { DomElement } from '../dom/nodes.ts';
import { closest, HEADINGS, linkedLength, matches, SUBHEADINGS, selectAll } from '../dom/select.ts';
import {
  type BodyBlock,
  furnitureRule,
  isLine,
  LONGEST_KNOWN,
  SENTENCE,
  type StoryFields,
} from './furniture-rules.ts';

/** Lines in a row over nothing. */
const MOST_LEADING = 4;
/** Of words that lead to what a page has no more, or beside. */
const LONGEST_LABEL = 40;
/** UTF-16 units of a paragraph; what stands before the first one leads the story. */
export const STORY_PARAGRAPH = 90;
const BLOCKS = `p,li,${HEADINGS},div,blockquote,td,dd,dt,section,pre,address,byline,nav,header,footer`;
const BLOCKS_OR_INLINE = `${BLOCKS},span,strong,time,a`;
const HOLDER = 'div,section,article,header,main';
const INLINE = 'span,strong,time,a';

const EARLY = 5;

function blocksOf(body: DomElement, { deck }: StoryFields): readonly BodyBlock[] {
  const bareDeck = skeleton(deck ?? '');
  const told = blockTexts(body);
  const story = told.findIndex((block) => isParagraph(block) && skeleton(block.text) !== bareDeck);
  return told.map((block, at) => ({
    ...block,
    furniture: furnitureOf(block),
    isAbove: at < story || (at === story && at < 3),
    isEarly: at < EARLY,
    isAfter: at >= told.length * 0.6,
    isOverText: (told[at + 1]?.text.length ?? 0) >= STORY_PARAGRAPH,
  }));
}

type BlockText = Pick<BodyBlock, 'element' | 'text' | 'linked' | 'inLink'>;

/** The blocks that say something, and are no figure. */
function blockTexts(body: DomElement): readonly BlockText[] {
  const holders = around(selectAll(body, BLOCKS));
  const lengthOf = lazyFor((link: DomElement) => lineOf(link).length);
  return selectAll(body, BLOCKS_OR_INLINE)
    .filter((element) => isLeaf(element, holders) && !isMark(element))
    .map((element) => {
      const text = lineOf(element);
      const link = closest(element, 'a[href]');
      // Of what stands in a link around blocks all of its text.
      const isInBlocks = link !== null && holders.has(link);
      const linked = isInBlocks ? text.length : linkedLength(element);
      return { element, text, linked, inLink: link === null ? text.length : lengthOf(link) };
    })
    .filter(({ text }) => text !== '');
}

function furnitureOf({ element, text }: BlockText): Furniture | null {
  return text.length > LONGEST_KNOWN || !isLine(element) ? null : findFurniture(text);
}

/** Whether a block is as long as a story's paragraphs are. */
function isParagraph({ element, text, linked }: BlockText): boolean {
  const isLong = text.length >= STORY_PARAGRAPH && linked < text.length / 2;
  return isLong && matches(element, 'p,div,section,td');
}

function isLeaf(element: DomElement, holders: ReadonlySet<DomElement>): boolean {
  if (holders.has(element)) return false;
  if (!matches(element, INLINE)) return true;
  const parent = element.parentElement;
  return parent !== null && (matches(parent, HOLDER) || holders.has(parent));
}

/**
 * Takes elements out of a page, and notes what was taken, for those who want to see it.
 * @param wanted lines that stay
 */
export function createDrops(wanted: ReadonlySet<string> = new Set()) {
  const dropped: Dropped[] = [];
  const drop = (element: DomElement, why: string): void => {
    const mayGo = (text: string): boolean => {
      if (wanted.has(text)) return false;
      if (text !== '') dropped.push({ text, why });
      return true;
    };
    if (mayGo(lineOf(element))) removeWhole(element, mayGo);
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
  dropLinkLists(body, drop);
  const isData = lazyFor(isDataTable);
  for (const block of blocksOf(body, known)) {
    const table = closest(block.element, 'table');
    // Without one of its cells a table says something else.
    const rule = table !== null && isData(table) ? undefined : furnitureRule(block, known);
    if (rule !== undefined) drop(block.element, rule);
    else if (isDrawnRule(block)) block.element.replaceWith(new DomElement('hr'));
  }
  for (const { element } of headingsOfNothing(body)) drop(element, 'heading of nothing');
  return dropped;
}

/** What leads to something at the end of the body, where nothing is, not a picture; more of them in a row are a list. */
function headingsOfNothing(body: DomElement): readonly BlockText[] {
  const elements = selectAll(body, BLOCKS_OR_INLINE);
  const behind = new Set(elements.slice(elements.findLastIndex(isMark) + 1));
  const last = blockTexts(body).toReversed();
  const led = last.findIndex((block) => !behind.has(block.element) || !leadsOn(block));
  return led > MOST_LEADING ? [] : last.slice(0, Math.max(0, led));
}

/** Whether a block stands over what comes behind it: a heading, a label, a link, a known line. */
function leadsOn(block: BlockText): boolean {
  const { element, text, linked } = block;
  if (furnitureOf(block) !== null) return true;
  if (matches(element, HEADINGS)) return !SENTENCE.test(text);
  const isLabel = LABEL.test(text) || (linked === text.length && !ADDRESS.test(text));
  return element.localName !== 'li' && text.length <= LONGEST_LABEL && isLabel;
}

const LABEL = /[:：]$/u;
/** It tells itself where it leads. */
const ADDRESS = /^(?:https?:\/|[\w.-]+\.[a-z]+)\/\S+$/i;

/** Signs that writers set between parts of a story. */
const DRAWN = /^(?:[*_\-–—=~+•·#⁂]\s*)+$/u;

function isDrawnRule({ element, text }: BlockText): boolean {
  return DRAWN.test(text) && matches(element, `p,div,${HEADINGS}`);
}

function dropLinkLists(body: DomElement, drop: (element: DomElement, why: string) => void): void {
  for (const list of selectAll(body, 'ul,ol').filter(isLinkList)) {
    if (isOfNotes(list, list.previousElementSibling)) continue;
    for (const part of withTitle(list)) drop(part, 'links to other articles');
  }
}

/** A list, and what stands right above it: a heading such as `Table of contents`, a label over the page's parts. */
function withTitle(list: DomElement): readonly DomElement[] {
  const title = list.previousElementSibling;
  if (title === null) return [list];
  const text = lineOf(title);
  const isHeading = matches(title, SUBHEADINGS) && findFurniture(text) === 'navigation';
  const isLabel = text.length < STORY_PARAGRAPH && LABEL.test(text) && leadsHere(list);
  return isHeading || isLabel ? [title, list] : [list];
}

/** Whether all links of a list lead to parts of the page. */
function leadsHere(list: DomElement): boolean {
  return selectAll(list, 'a[href]').every((link) => attribute(link, 'href').startsWith('#'));
}

/** A list whose items are links and nothing else, but for a label above them. */
function isLinkList(list: DomElement): boolean {
  const above = list.parentElement?.localName === 'li' ? list.previousSibling?.textContent : '';
  const label = (above ?? '').trim();
  if (LABEL.test(label) && listHeadKind(foldLine(label)) === null) return false;
  const items = list.children.filter(({ localName }) => localName === 'li').map(lineOf);
  const links = items.filter((text, at) => at > 0 || !LABEL.test(text));
  const length = links.reduce((sum, text) => sum + text.length, 0);
  return length > 20 && linkedLength(list) >= length * 0.9;
}
