// Elements by CSS selectors, each compiled once: a page is asked by the same ones thousands of times.
import { compile } from 'css-select';
import { lazyFor } from '../../../../core/lazy.ts';
import { lineOf } from './dom.ts';
import { DomDocument, type DomElement, type DomNode, isElement, nextNode } from './nodes.ts';

const ADAPTER = {
  isTag: isElement,
  getAttributeValue: (element: DomElement, name: string) => element.getAttribute(name) ?? undefined,
  getChildren: (node: DomNode) => (isElement(node) ? node.childNodes : []),
  getName: ({ localName }: DomElement) => localName,
  getParent: (element: DomElement) => element.parentElement,
  getSiblings: (node: DomNode) => node.parentElement?.childNodes ?? [],
  prevElementSibling: (node: DomNode) => node.previousElementSibling,
  getText: (node: DomNode) => node.textContent,
  hasAttrib: (element: DomElement, name: string) => element.hasAttribute(name),
  removeSubsets: (nodes: DomNode[]) => nodes,
};

/** Headings below the first level. */
export const SUBHEADINGS = 'h2,h3,h4,h5,h6';
/** Headings of any level. */
export const HEADINGS = `h1,${SUBHEADINGS}`;

type Predicate = (element: DomElement) => boolean;

/** Nothing but names of elements. */
const NAMES = /^[a-z\d-]+(?:,[a-z\d-]+)*$/;

/** More selectors than the code has. */
const MOST_SELECTORS = 500;

const compiled = lazyFor((selector: string): Predicate => {
  if (!NAMES.test(selector))
    return compile<DomNode, DomElement>(selector, { adapter: ADAPTER, cacheResults: false });
  const names = new Set(selector.split(','));
  return (element) => names.has(element.localName);
}, MOST_SELECTORS);

/** A selector of what has one of some words in its class, in whatever case. */
export function withClass(...words: readonly string[]): string {
  return words.map((word) => `[class*="${word}" i]`).join(',');
}

/** Whether an element is one that a selector means. */
export function matches(element: DomElement, selector: string): boolean {
  return compiled(selector)(element);
}

/** The elements in another that a selector means, in document order: at most so many. */
export function selectAll(
  root: DomElement | DomDocument,
  selector: string,
  most = Number.POSITIVE_INFINITY,
): DomElement[] {
  const isMeant = compiled(selector);
  const top = root instanceof DomDocument ? root.documentElement : root;
  const found: DomElement[] = [];
  for (let at = top.firstChild; at !== null && found.length < most; at = nextNode(at, top))
    if (isElement(at) && isMeant(at)) found.push(at);
  return found;
}

/** The first of them; `null` for none. */
export function selectFirst(root: DomElement | DomDocument, selector: string): DomElement | null {
  return selectAll(root, selector, 1)[0] ?? null;
}

/** The innermost of an element and those it stands in that a selector means. */
export function closest(element: DomElement | null, selector: string): DomElement | null {
  const isMeant = compiled(selector);
  let at = element;
  while (at !== null && !isMeant(at)) at = at.parentElement;
  return at;
}

/** Whether an element is one of a kind, or holds one. */
export function isOrHolds(element: DomElement, selector: string): boolean {
  return matches(element, selector) || selectFirst(element, selector) !== null;
}

/** UTF-16 units of an element's text that are links. */
export function linkedLength(element: DomElement): number {
  return selectAll(element, 'a').reduce((length, link) => length + lineOf(link).length, 0);
}
