// The place of each block in its page, as a number that bodies taken out of it keep.
import { type DomDocument, type DomElement, type DomNode, INLINE, isElement } from './dom.ts';
import { selectAll, selectFirst } from './select.ts';

/** The place of an element in the page before anything was taken out. */
export const ORDER = 'data-order';
const ORDERED = 'p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,div,section,article,ul,ol,dl,dd,dt';

/** Numbers the page's blocks in document order; lines that stand beside blocks become some. */
export function numberBlocks(document: DomDocument): void {
  for (const holder of selectAll(document.body, 'div,blockquote')) {
    const isHolder = holder.localName === 'div' || selectFirst(holder, 'p') !== null;
    if (isHolder) wrapLines(document, holder);
  }
  let order = 0;
  for (const element of selectAll(document.body, ORDERED)) {
    element.setAttribute(ORDER, String(order++));
  }
}

const IN_LINE: ReadonlySet<string> = new Set([...INLINE, 'br', 'img', 'button', 'label']);

/** Makes a paragraph of each line of text, as the extractor does, which loses its number. */
function wrapLines(document: DomDocument, holder: DomElement): void {
  let line: DomNode[] = [];
  const close = (): void => {
    const [first] = line;
    const hasWords = line.some((node) => (node.textContent ?? '').trim() !== '');
    if (first !== undefined && hasWords) {
      const paragraph = document.createElement('p');
      first.before(paragraph);
      paragraph.append(...line);
    }
    line = [];
  };
  for (const node of [...holder.childNodes]) {
    if (isInLine(node)) line.push(node);
    else close();
  }
  close();
}

function isInLine(node: DomNode): boolean {
  if (!isElement(node)) return true;
  return IN_LINE.has(node.localName) && selectFirst(node, ORDERED) === null;
}

/** A block's number; -1 for one that has none. */
export function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? -1);
}
