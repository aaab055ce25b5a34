// Line breaks in entries' HTML: two of them are a new paragraph, one at a block's edge is nothing.
import { type DomElement, type DomNode, isElement } from '../page/html/document/dom.ts';

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
const SEVERAL = /(?:<br\b[^<>]*>(?:\s|&nbsp;|\u00a0)*){2,}/gi;
/** Neighbours looked at for something that is shown. */
const MOST_NEIGHBOURS = 20;
const FEW_NEIGHBOURS = 3;

/** Writes several line breaks in a row as the paragraphs they stand for. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  const parts = html.split(PREFORMATTED);
  return parts.map((part, at) => (at % 2 === 0 ? part.replace(SEVERAL, '<p>') : part)).join('');
}

/** Takes out line breaks with nothing before or nothing after them in their block. */
export function dropEdgeBreaks(body: DomElement): void {
  for (const element of [...body.querySelectorAll('br')]) unwrapBreak(element);
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

const INLINE = /^(?:a|b|big|em|font|i|small|span|strong|u)$/;

/** Bold type and its like around a break and nothing else is only the break. */
function unwrapBreak(element: DomElement): void {
  for (let step = 0; step < MOST_NEIGHBOURS; step += 1) {
    const holder = element.parentElement;
    if (holder === null || !INLINE.test(holder.localName)) return;
    const isAlone =
      isNothing(element.nextSibling, (node) => node.nextSibling) &&
      isNothing(element.previousSibling, (node) => node.previousSibling);
    if (!isAlone) return;
    holder.replaceWith(element);
  }
}

/** Whether nothing stands there but blanks, as far as a few neighbours tell. */
function isNothing(first: DomNode | null, next: (node: DomNode) => DomNode | null): boolean {
  let node = first;
  for (let step = 0; node !== null && step < FEW_NEIGHBOURS; step += 1) {
    if (isShown(node)) return false;
    node = next(node);
  }
  return node === null;
}

function isShown(node: DomNode): boolean {
  if ((node.textContent ?? '').trim() !== '') return true;
  return isElement(node) && (node.localName === 'img' || node.querySelector('img') !== null);
}

const BLOCK = /^(?:p|div|ul|ol|table|blockquote|h[1-6]|figure|pre|hr|section)$/;

function isAtEdge(first: DomNode | null, next: (node: DomNode) => DomNode | null): boolean {
  let node = first;
  for (let step = 0; node !== null && step < MOST_NEIGHBOURS; step += 1) {
    if (isElement(node) && BLOCK.test(node.localName)) return true;
    if (isShown(node)) return false;
    node = next(node);
  }
  return node === null;
}
