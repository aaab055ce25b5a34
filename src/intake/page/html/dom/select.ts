// Elements by CSS selectors, each compiled once: a page is asked by the same ones thousands of times.
import { compile } from 'css-select';
import { lazyFor } from '../../../../core/lazy.ts';
import {
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  lineOf,
  rawAttribute,
} from './dom.ts';

const ADAPTER = {
  isTag: isElement,
  getAttributeValue: (element: DomElement, name: string) =>
    rawAttribute(element, name) ?? undefined,
  getChildren: (node: DomNode) => [...node.childNodes],
  getName: ({ localName }: DomElement) => localName,
  getParent: (element: DomElement) => element.parentElement,
  getSiblings: (node: DomNode) => [...(node.parentElement?.childNodes ?? [])],
  prevElementSibling: (node: DomNode) => (isElement(node) ? node.previousElementSibling : null),
  getText: (node: DomNode) => node.textContent ?? '',
  hasAttrib: (element: DomElement, name: string) => element.hasAttribute(name),
  removeSubsets: (nodes: DomNode[]) => nodes,
};

/** Headings below the first level. */
export const SUBHEADINGS = 'h2,h3,h4,h5,h6';
/** Headings of any level. */
export const HEADINGS = `h1,${SUBHEADINGS}`;

type Predicate = (element: DomElement) => boolean;

type Root = DomElement | DomDocument;

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

/** An element's descendants that a selector means, in document order. */
export function selectAll(root: Root, selector: string): DomElement[] {
  const isMeant = compiled(selector);
  const walker = walkerOf(root);
  const found: DomElement[] = [];
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode())
    if (isMeant(at)) found.push(at);
  return found;
}

/** The first of them; `null` for none. */
export function selectFirst(root: Root, selector: string): DomElement | null {
  const isMeant = compiled(selector);
  const walker = walkerOf(root);
  let at = walker.nextNode();
  while (at !== null && !isMeant(at)) at = walker.nextNode();
  return at;
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

/** Elements of a walk (DOM, `NodeFilter.SHOW_ELEMENT`). */
const ELEMENTS = 1;

/** Goes through descendants. The document's own walk follows links that its nodes keep to themselves. */
function walkerOf(root: Root) {
  const document = 'documentElement' in root ? root : root.ownerDocument;
  return document.createTreeWalker(root, ELEMENTS);
}
