// Line breaks in HTML: at a block's edge they are nothing.

import { INLINE } from '../dom/dom.ts';
import { DomElement, type DomNode, DomText, isElement, isText } from '../dom/nodes.ts';
import { closest, HEADINGS, isOrHolds, matches, selectAll } from '../dom/select.ts';

/** Neighbours looked at for something that is shown. */
const MOST_NEIGHBOURS = 20;

/** Takes out line breaks with nothing before or nothing after them in their block. */
export function dropEdgeBreaks(body: DomElement): void {
  for (const element of selectAll(body, 'br').reverse()) {
    if (isAtEdge(element, 'nextSibling') || isAtEdge(element, 'previousSibling')) element.remove();
  }
}

/** An address that a text ends with, and its last signs. */
const LAST_ADDRESS = /(https?:\/\/\S*[\w/])\S*\s*$/i;
const LONGEST_ADDRESS = 2000;

/** Makes links of addresses before line breaks: the sign of a break would be read as their end (GFM 0.29 §6.9). */
export function linkAtBreaks(body: DomElement): void {
  for (const element of selectAll(body, 'br')) {
    const before = element.previousSibling;
    const text = before !== null && isText(before) ? before.textContent : '';
    const [end = '', url = ''] = LAST_ADDRESS.exec(text.slice(-LONGEST_ADDRESS)) ?? [];
    if (before === null || url === '' || closest(element, 'a,pre') !== null) continue;
    const link = new DomElement('a');
    link.setAttribute('href', url);
    link.textContent = url;
    before.textContent = text.slice(0, text.length - end.length);
    before.after(link, new DomText(end.slice(url.length)));
  }
}

type Side = 'nextSibling' | 'previousSibling';

/** Whether its block ends, or another begins, on that side, as far as a few neighbours tell. */
function isAtEdge(element: DomElement, side: Side): boolean {
  let node = beside(element, side);
  for (let step = 0; node !== null && step < MOST_NEIGHBOURS; step += 1) {
    if (isElement(node) && matches(node, BLOCK)) return true;
    if (isShown(node)) return false;
    node = beside(node, side);
  }
  return node === null;
}

/** The neighbour in the line; at the edge of bold type and its like, that of the whole. */
function beside(node: DomNode, side: Side): DomNode | null {
  let at = node;
  while (at[side] === null && at.parentElement !== null && INLINE.has(at.parentElement.localName))
    at = at.parentElement;
  return at[side];
}

function isShown(node: DomNode): boolean {
  if (node.textContent.trim() !== '') return true;
  return isElement(node) && isOrHolds(node, 'img');
}

const BLOCK = `p,div,ul,ol,table,blockquote,${HEADINGS},figure,pre,hr,section`;

/** Code, which stays as it is. */
const FENCED = /(^`{3,}[^`]*?\n[\s\S]*?^`{3,}$)/m;

/** No-break spaces that a paragraph is set in by; behind a break they may be a poem's. */
const INDENT = /(?<!\\\n)^((?:> ?)*(?:#+ |- |\d+\. )?)\u00a0[ \u00a0]*/gm;

/** Breaks in a row that stood in several elements are a new paragraph too; at its edges they go. */
export function withoutEmptyLines(markdown: string): string {
  if (!/\\\n|\u00a0/.test(markdown)) return withoutBreaks(markdown);
  const parts = markdown.split(FENCED);
  return parts.map((part, at) => (at % 2 === 0 ? withoutBreaks(part) : part)).join('');
}

function withoutBreaks(text: string): string {
  return text
    .replace(INDENT, '$1')
    .replace(/\\\n(?:[ \t]*\\\n)+/g, '\n\n')
    .replace(/(^|\n\n)(?:\\\n)+/g, '$1')
    .replace(/(?<!\\)\\(?=\s*(?:\n\n|$))/g, '')
    .replace(/^((?:> ?)+)\\$/gm, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
