// Summary points: the list a page puts above its story and calls so.

import { isSummaryTitle } from '../../../facts/summary-title.ts';
import { beginTest } from '../../../words/phrases.ts';
import { type DomElement, isLonger, lineOf, nameOf } from '../document/dom.ts';
import { isSummaryName } from '../document/markup-names.ts';
import type { PageData } from '../document/page-data.ts';

const beginsAsCall = beginTest('call block');
const MOST = 10;
const LONGEST = 400;

export interface Summary {
  readonly points: readonly string[];
  /** What holds them: no part of the body. */
  readonly elements: readonly DomElement[];
}

/** The points in the page's order, of a list that is called a summary. */
export function findSummary(page: Pick<PageData, 'document'>): Summary {
  for (const list of page.document.querySelectorAll('ul,ol')) {
    if (list.closest('nav,footer,aside[class*="related"],header nav') !== null) continue;
    const holder = holderOf(list);
    if (holder === null) continue;
    const points = pointsOf(list);
    if (points.length > 0) return { points, elements: holder };
  }
  return { points: [], elements: [] };
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
const CARD = 'h1,h2,h3,h4,h5,h6,img,picture,time,figure,button,ul,ol';

function pointsOf(list: DomElement): readonly string[] {
  const items = [...list.children].filter((item) => item.localName === 'li');
  if (items.some((item) => item.querySelector(CARD) !== null)) return [];
  const points = items.map(lineOf).filter((text) => text !== '' && !beginsAsCall(text));
  const isPoint = (text: string): boolean => text.length >= 15 && text.length <= LONGEST;
  const linked = items.filter((item) => lineOf(item.querySelector('a')) === lineOf(item)).length;
  if (points.length > MOST || !points.every(isPoint) || linked > points.length / 2) return [];
  return points;
}
