// Line breaks in entries' HTML: two of them are a new paragraph, one at a block's edge is nothing.

import { type DomElement, type DomNode, isElement } from '../html/dom.ts';

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
const SEVERAL = /(?:<br\b[^<>]*>(?:\s|&nbsp;|\u00a0)*){2,}/gi;
/** Neighbours looked at for something that is shown. */
const MOST_NEIGHBOURS = 20;

/** Writes several line breaks in a row as the paragraphs they stand for. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  const parts = html.split(PREFORMATTED);
  return parts.map((part, at) => (at % 2 === 0 ? part.replace(SEVERAL, '<p>') : part)).join('');
}

/** Takes out line breaks with nothing before or nothing after them in their block. */
export function dropEdgeBreaks(body: DomElement): void {
  for (const element of [...body.querySelectorAll('br')].reverse()) {
    const isEdge =
      isAtEdge(element.nextSibling, (node) => node.nextSibling) ||
      isAtEdge(element.previousSibling, (node) => node.previousSibling);
    if (
      isEdge &&
      /^(?:body|p|div|li|td|blockquote|section)$/.test(element.parentElement?.localName ?? '')
    )
      element.remove();
  }
}

const BLOCK = /^(?:p|div|ul|ol|table|blockquote|h[1-6]|figure|pre|hr|section)$/;

function isAtEdge(first: DomNode | null, next: (node: DomNode) => DomNode | null): boolean {
  let node = first;
  for (let step = 0; node !== null && step < MOST_NEIGHBOURS; step += 1) {
    if (isElement(node) && BLOCK.test(node.localName)) return true;
    if ((node.textContent ?? '').trim() !== '') return false;
    if (isElement(node) && (node.localName === 'img' || node.querySelector('img') !== null))
      return false;
    node = next(node);
  }
  return node === null;
}
