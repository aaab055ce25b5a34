// The lines near a headline that are set like no paragraph: bylines, dates, places.

import { type DomElement, lineOf, standsIn } from '../dom.ts';
import type { Page } from '../page.ts';

const ELSEWHERE =
  'nav,footer,aside,figure,figcaption,[itemtype*="ImageObject"],[class*="comment"],[class*="related"],[class*="sidebar"],[class*="caption"],li';
const MOST_BLOCKS = 150;
const LONGEST = 160;

/** Short blocks without others in them, from the first headline on, in the page's order. */
export function frontLines(page: Page): readonly string[] {
  const blocks = [...page.document.querySelectorAll('h1,p,div,span,address,time')];
  const start = Math.max(
    0,
    blocks.findIndex((block) => block.localName === 'h1'),
  );
  return blocks
    .slice(start, start + MOST_BLOCKS)
    .filter(isLine)
    .map(lineOf);
}

function isLine(block: DomElement): boolean {
  if (block.localName === 'h1' || block.firstElementChild?.firstElementChild) return false;
  if (standsIn(block, ELSEWHERE)) return false;
  const length = lineOf(block).length;
  return length > 0 && length <= LONGEST;
}
