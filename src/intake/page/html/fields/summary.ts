// Summary points: the list a page puts above its story and calls so.

import { countMatches } from '../../../../core/count.ts';
import { isSummaryTitle } from '../../../facts/find-furniture.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { pattern } from '../../../words/pattern.ts';
import { standsIn } from '../document/main-part.ts';
import { isSummaryName } from '../document/markup-names.ts';
import { isLonger, lineOf, nameOf } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, HEADINGS, linkedLength, matches, selectAll, selectFirst } from '../dom/select.ts';
import { headingsOf } from './headings.ts';

const CALL = pattern`^[\W_]*${'call block'}`;
const MOST = 10;
const LONGEST = 400;

/**
 * The points in the page's order, of a list that is called a summary or right above the story; and what
 * holds them, which is no part of the body.
 */
export function findSummary(document: DomDocument, headline: string | null = null) {
  for (const list of selectAll(document, 'ul,ol')) {
    if (closest(list, 'nav,footer,aside[class*="related"],header nav') !== null) continue;
    const holder = holderOf(list);
    if (holder === null) continue;
    const points = pointsOf(list);
    if (points.length > 0) return { points, elements: holder };
  }
  return leadingList(document, headline);
}

const ELSEWHERE =
  'nav,footer,aside,form,figure,[class*="share"],[class*="social"],[class*="menu"],[class*="related"],[class*="author"],[class*="tag"]';
/** UTF-16 units from which a paragraph below a headline opens the story. */
export const OPENING_PARAGRAPH = 80;
/** Words of a point that nothing calls one. */
const FEWEST_WORDS = 4;
const MOST_UNNAMED = 6;
/** Blocks after a headline among which its story begins. */
const MOST_BLOCKS = 200;

const NO_SUMMARY = { points: [], elements: [] };

/** A list of a few sentences between the headline and the story's first paragraph, beside that. */
function leadingList(document: DomDocument, headline: string | null) {
  const [heading] = headingsOf(document, headline);
  const all = selectAll(document, 'h1,h2,h3,p,ul,ol');
  const start = heading === undefined ? -1 : all.indexOf(heading);
  const below = all.slice(start + 1, start < 0 ? 0 : start + MOST_BLOCKS);
  const after = below.filter((one) => !standsIn(one, ELSEWHERE));
  const isStory = (one: DomElement): boolean =>
    one.localName === 'p' && lineOf(one).length >= OPENING_PARAGRAPH;
  const first = after.findIndex(isStory);
  const story = after[first];
  const isList = (list: DomElement): boolean => {
    const isBeside = list.parentElement?.parentElement?.contains(story ?? list) === true;
    return matches(list, 'ul,ol') && isBeside && linkedLength(list) <= lineOf(list).length / 2;
  };
  const [summary, other] = after
    .slice(0, Math.max(0, first))
    .filter(isList)
    .map((list) => ({ points: pointsOf(list), elements: [list] }))
    .filter(({ points }) => points.length > 1);
  // Where there are several the story is lists.
  if (summary === undefined || other !== undefined) return NO_SUMMARY;
  const { points } = summary;
  return points.length <= MOST_UNNAMED && points.every(isSentence) ? summary : NO_SUMMARY;
}

function isSentence(text: string): boolean {
  return countMatches(text, /\p{L}{2,}/gu) >= FEWEST_WORDS && !parseByline(text)?.isMarked;
}

/** The elements that make the block; `null` where nothing calls this list a summary. */
function holderOf(list: DomElement): readonly DomElement[] | null {
  if (isSummaryName(nameOf(list))) return [list];
  let element = list;
  for (let step = 0; step < 3; step += 1) {
    const before = element.previousElementSibling;
    if (before !== null && isSummaryTitle(lineOf(before))) return [before, element];
    const parent = element.parentElement;
    if (parent === null || parent.localName === 'body') return null;
    if (isSummaryName(nameOf(parent)) && !isLonger(parent, lineOf(list).length + 59))
      return [parent];
    element = parent;
  }
  return null;
}

/** What a card of another article holds. */
const CARD = `${HEADINGS},img,picture,time,figure,button,ul,ol`;

function pointsOf(list: DomElement): readonly string[] {
  const items = list.children.filter((item) => item.localName === 'li');
  if (items.some((item) => selectFirst(item, CARD) !== null)) return [];
  const points = items.map(lineOf).filter((text) => text !== '' && !CALL().test(text));
  // Of prices and scores little is letters.
  const isSaid = (text: string): boolean => countMatches(text, /\p{L}/gu) >= text.length / 3;
  const isPoint = (text: string) => text.length >= 15 && text.length <= LONGEST && isSaid(text);
  const linked = items.filter((item) => lineOf(selectFirst(item, 'a')) === lineOf(item)).length;
  if (points.length > MOST || !points.every(isPoint) || linked > points.length / 2) return [];
  return points;
}
