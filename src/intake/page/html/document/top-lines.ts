// The short lines below a headline that are no paragraphs: bylines, dates, places.

import { lineOf, startOf } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { matches, selectAll, selectFirst } from '../dom/select.ts';
import { standsIn } from './main-part.ts';

/** When a page was changed (microformats.org, hAtom): themes set it where nobody sees it. */
export const UPDATED = '.updated:not(.published,.entry-date,.date)';
const ELSEWHERE =
  'nav,footer:not([class*="meta"]),aside,blockquote,figure,figcaption,[itemtype*="ImageObject"],[class*="comment"]:not([class*="date"]),[class*="related"],[class*="sidebar"],[class*="caption"]';
const BLOCKS = 'div,p,ul,ol,table,section,article,h1,h2,h3,img';
const MOST_BLOCKS = 150;
const LONGEST = 160;

/** Short blocks without others in them, from a headline on, in the page's order. */
export function topLines(
  document: DomDocument,
  headline: DomElement | undefined,
): readonly string[] {
  const isOld = selectFirst(document, 'h1') === null;
  const names = `h1,h2,h3,p,div,span,small,address,time,li${isOld ? ',font,center,i,td' : ''}`;
  const blocks = selectAll(document, names);
  const heading = headline === undefined ? -1 : blocks.indexOf(headline);
  const below = blocks.slice(Math.max(0, heading)).slice(0, MOST_BLOCKS);
  return below.filter(isLine).map(lineToRead);
}

/** A line without when the page was changed. */
function lineToRead(block: DomElement): string {
  const updated = selectFirst(block, UPDATED);
  return updated === null ? lineOf(block) : lineOf(block).replace(lineOf(updated), ' ').trim();
}

function isLine(block: DomElement): boolean {
  if (matches(block, 'h1,h2,h3') || selectFirst(block, BLOCKS) !== null) return false;
  if (standsIn(block, ELSEWHERE) || matches(block, UPDATED)) return false;
  const { length } = startOf(block, LONGEST);
  return length > 0 && length <= LONGEST;
}
