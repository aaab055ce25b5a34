// What the elements of a page say: their text as a reader sees it, their attributes, what they stand in.

import { cleanLine } from '../../../../core/clean.ts';
import { wordSet } from '../../../../core/word-set.ts';
import { DomElement, type DomNode, isElement, nextBehind, nextNode } from './nodes.ts';

/** Elements whose content is no text of the page. */
export const SILENT = wordSet('script noscript iframe object');
/** Elements that stand inside a line: no space comes between them and their neighbours. */
export const INLINE = wordSet(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strong strike sub sup time tt u var wbr',
);

/**
 * Goes through an element's descendants in document order, by the links between nodes and not by
 * recursion, so that depth costs nothing.
 * @param enter called for each node; `false` leaves its children out, `null` all that follows
 */
export function walk(root: DomElement, enter: (node: DomNode) => boolean | null): void {
  let node: DomNode | null = root.firstChild;
  while (node !== null) {
    const isIn = enter(node);
    if (isIn === null) return;
    node = isIn ? nextNode(node, root) : nextBehind(node, root);
  }
}

/** UTF-16 units of an element's text that are looked at: enough for any block. */
const LONGEST_LINE = 200_000;

/**
 * The text a reader sees in an element, on one clean line; blocks are set apart by a space. Of a
 * very long one the first 200,000 units.
 */
export function lineOf(element: DomElement | null): string {
  return element === null ? '' : cleanLine(rawText(element, LONGEST_LINE).slice(0, LONGEST_LINE));
}

/** The line of an element where it has no more units than that, else a beginning that has more. */
export function startOf(element: DomElement, most: number): string {
  for (let size = 4 * (most + 1); ; size *= 4) {
    const raw = rawText(element, size);
    const line = cleanLine(raw.slice(0, LONGEST_LINE));
    if (line.length > most || raw.length <= size) return line;
  }
}

/** Whether an element's line has more units than that: of a long one not all is read. */
export function isLonger(element: DomElement, most: number): boolean {
  return startOf(element, most).length > most;
}

/** The text of an element up to the first piece with which it has more units than that. */
function rawText(element: DomElement, most: number): string {
  let text = '';
  walk(element, (node) => {
    if (text.length > most) return null;
    if (!isElement(node)) {
      text += node.data;
      return false;
    }
    if (SILENT.has(node.localName)) return false;
    if (!INLINE.has(node.localName)) text += ' ';
    return true;
  });
  return text;
}

/** An attribute on one clean line; `''` where there is none. */
export function attribute(element: DomElement | null, name: string): string {
  return cleanLine(element?.getAttribute(name) ?? '');
}

/** Class and id, in which sites name what an element is. */
export function nameOf(element: DomElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

/** Tag and classes, by which elements that sites set alike are known. */
export function shapeOf(element: DomElement): string {
  return `${element.localName}.${element.getAttribute('class') ?? ''}`;
}

const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether a page hides an element until a script shows it. */
export function isHiddenElement(element: DomElement): boolean {
  if (element.hasAttribute('hidden') || attribute(element, 'aria-hidden') === 'true') return true;
  return UNSEEN.test(attribute(element, 'style'));
}

/** An element and those it stands in, from the inside out; none of them without one. */
export function* upward(element: DomElement | null): Iterable<DomElement> {
  for (let at = element; at !== null; at = at.parentElement) yield at;
}

/** All that some elements stand in: to ask of each what it holds would take squared time. */
export function around(elements: Iterable<DomElement>): ReadonlySet<DomElement> {
  const holders = new Set<DomElement>();
  for (const { parentElement } of elements)
    for (const holder of upward(parentElement)) {
      if (holders.has(holder)) break;
      holders.add(holder);
    }
  return holders;
}

/** The smallest element in which some stand that are in the page's order. */
export function partAround(elements: readonly DomElement[]): DomElement | undefined {
  const [first, last] = [elements[0], elements.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return [...upward(first.parentElement)].find((one) => one.contains(last));
}

/** The outermost of an element and at most so many it stands in, as far out as all of them are of a kind. */
export function outermost(
  element: DomElement,
  isOne: (around: DomElement) => boolean,
  most = Number.POSITIVE_INFINITY,
): DomElement | null {
  let found: DomElement | null = null;
  let left = most;
  for (const around of upward(element)) {
    if (left < 0 || !isOne(around)) break;
    found = around;
    left -= 1;
  }
  return found;
}

export function createParagraph(text: string): DomElement {
  const paragraph = new DomElement('p');
  paragraph.textContent = text;
  return paragraph;
}
