// Elements by CSS selectors, each compiled once: a page is asked by the same ones thousands of times.
import { compile } from 'css-select';
import { lazyFor } from '../../../../core/lazy.ts';
import {
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  rawAttribute,
  tagOf,
} from './dom.ts';

const ADAPTER = {
  isTag: isElement,
  getAttributeValue: (element: DomElement, name: string) =>
    rawAttribute(element, name) ?? undefined,
  getChildren: (node: DomNode) => [...node.childNodes],
  getName: tagOf,
  getParent: (element: DomElement) => element.parentElement,
  getSiblings: (node: DomNode) => [...(node.parentElement?.childNodes ?? [])],
  prevElementSibling: (node: DomNode) => (isElement(node) ? node.previousElementSibling : null),
  getText: (node: DomNode) => node.textContent ?? '',
  hasAttrib: (element: DomElement, name: string) => element.hasAttribute(name),
  removeSubsets: (nodes: DomNode[]) => nodes,
};

type Predicate = (element: DomElement) => boolean;

type Root = DomElement | DomDocument;

/** Selectors are constants of the code, and few. */
const compiled = lazyFor(
  (selector: string): Predicate =>
    compile<DomNode, DomElement>(selector, { adapter: ADAPTER, cacheResults: false }),
);

/** Whether an element is one that a selector means. */
export function matches(element: DomElement, selector: string): boolean {
  return compiled(selector)(element);
}

/** An element's descendants that a selector means, in document order. */
export function selectAll(root: Root, selector: string): DomElement[] {
  return [...elementsIn(root)].filter(compiled(selector));
}

/** The first of them; `null` for none. */
export function selectFirst(root: Root, selector: string): DomElement | null {
  const isMeant = compiled(selector);
  for (const element of elementsIn(root)) if (isMeant(element)) return element;
  return null;
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

/** Elements of a walk (DOM, `NodeFilter.SHOW_ELEMENT`). */
const ELEMENTS = 1;

/** An element's descendants. The document's own walk follows links that its nodes keep to themselves. */
function* elementsIn(root: Root): Iterable<DomElement> {
  const document = 'documentElement' in root ? root : root.ownerDocument;
  const walker = document.createTreeWalker(root, ELEMENTS);
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode()) yield at;
}
