// The article's body on a page: the extractor's, and where that fails the largest text container.
import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, lineOf, linkedLength } from '../document/dom.ts';

/** Above it the extractor's several passes take seconds. */
const MOST_ELEMENTS = 15_000;

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
    const body = reader.parse()?.content ?? null;
    return lineOf(body) === '' ? null : body;
  } catch {
    return null;
  }
}

const CONTAINERS = 'article,main,section,div,td,body';

/** The element whose own paragraphs hold the most text; a body without any is taken whole. */
export function largestContainer(page: DomElement): DomElement {
  const scores = new Map<DomElement, number>();
  for (const block of page.querySelectorAll('p,pre,blockquote,li,h2,h3')) {
    const parent = block.parentElement?.closest(CONTAINERS);
    if (!parent || block.closest('nav,footer,aside,header') !== null) continue;
    const length = lineOf(block).length - linkedLength(block);
    scores.set(parent, (scores.get(parent) ?? 0) + length);
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : page;
}
