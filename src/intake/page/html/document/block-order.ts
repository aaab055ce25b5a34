// The numbers by which a page's blocks are known again wherever they have been moved.
import type { DomDocument, DomElement } from './dom.ts';

/** The place of an element in the page before anything was taken out. */
export const ORDER = 'data-order';
const ORDERED = 'p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,div,section,article,ul,ol,dl,dd,dt';
/** Numbers the page's blocks in document order. */
export function numberBlocks(document: DomDocument): void {
  let order = 0;
  for (const element of document.body.querySelectorAll(ORDERED)) {
    element.setAttribute(ORDER, String(order++));
  }
}

/** A block's number; -1 for one that has none. */
export function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? -1);
}
