// The article's body on a page: the extractor's, and where that fails the largest text container.
import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, lineOf, linkedLength } from '../document/dom.ts';

/** The place of an element in the page before anything was taken out. */
export const ORDER = 'data-order';
const ORDERED = 'p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,div,section,article,ul,ol,dl,dd,dt';
/** Above it the extractor's several passes take seconds. */
const MOST_ELEMENTS = 15_000;

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

/**
 * The body by Readability, which takes the document apart.
 * @returns `null` where it finds none, throws (it does on some pages), or the page is too large
 */
export function extractBody(document: DomDocument): DomElement | null {
  try {
    const reader = new Readability(document, {
      maxElemsToParse: MOST_ELEMENTS,
      disableJSONLD: true,
      serializer: (element) => element,
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}

const CONTAINERS = 'article,main,section,div,td,body';

/** The element whose own paragraphs hold the most text; a body without any is taken whole. */
export function largestContainer(document: DomDocument): DomElement {
  const scores = new Map<DomElement, number>();
  for (const block of document.body.querySelectorAll('p,pre,blockquote,li,h2,h3')) {
    const parent = block.parentElement?.closest(CONTAINERS);
    if (!parent || block.closest('nav,footer,aside,header') !== null) continue;
    const length = lineOf(block).length - linkedLength(block);
    scores.set(parent, (scores.get(parent) ?? 0) + length);
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : document.body;
}
