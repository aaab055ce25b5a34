// Which parts of a page hold its story, and what stands in the parts beside it.

import { upward } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, matches, selectAll } from '../dom/select.ts';

/** Parts of a page that stand beside its story. */
export const BESIDE = 'nav,footer,aside,header';
/** Boxes in a story's own element that are none of it. */
export const BOXES = `${BESIDE},form,[class*="share"],[class*="poll"],[class*="widget"],[class*="sidebar"],[class*="related"]`;
/** Where readers write. */
export const COMMENT = '[class*="comment"],[id*="comment"]';
/** The same by the whole names that weblogs give it: on a page's body or a heading the word is in others. */
export const COMMENTS =
  '#comments,[class~="comments"],[class~="commentlist"],[class~="comment-list"],[class~="comments-area"]';
/** Set on the elements that hold a first heading, or most of the page's paragraphs. */
const MAIN = 'data-main';
const FEWEST_IN_MAIN = 3;

/** Marks what is no part beside the story, however it is called. */
export function markMain(document: DomDocument): void {
  const paragraphs = selectAll(document, 'p');
  const held = new Map<DomElement, number>();
  for (const { parentElement } of paragraphs)
    for (const part of upward(parentElement)) held.set(part, (held.get(part) ?? 0) + 1);
  const isMain = ([, own]: readonly [DomElement, number]): boolean =>
    own >= FEWEST_IN_MAIN && own > paragraphs.length / 2;
  const mains = [...held].filter(isMain).map(([part]) => part);
  for (const heading of selectAll(document, 'h1')) mains.push(...upward(heading));
  for (const main of mains) main.setAttribute(MAIN, '');
}

/**
 * Whether an element stands in a part of the page of that kind. A part with the headline or with
 * most of the page's paragraphs is none, however it is called.
 */
export function standsIn(element: DomElement, selector: string): boolean {
  const part = closest(element, selector);
  return part !== null && !matches(part, 'html,body') && !part.hasAttribute(MAIN);
}
