// Which element of a page has most of its words.
import { type DomElement, lineOf } from '../document/dom.ts';
import { BESIDE } from '../document/main-part.ts';
import { closest, linkedLength, selectAll } from '../document/select.ts';

const CONTAINERS = 'article,main,section,div,td,body';

/** The element whose own paragraphs have the most text; without paragraphs the whole body. */
export function largestContainer(page: DomElement): DomElement {
  const scores = new Map<DomElement, number>();
  for (const block of selectAll(page, 'p,pre,blockquote,li,h2,h3')) {
    const parent = closest(block.parentElement ?? null, CONTAINERS);
    if (!parent || closest(block, BESIDE) !== null) continue;
    const length = lineOf(block).length - linkedLength(block);
    scores.set(parent, (scores.get(parent) ?? 0) + length);
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : page;
}
