// Several line breaks in a row, as most pages write new paragraphs by hand.

import { lazyFor } from '../../../../core/lazy.ts';
import { INLINE } from '../dom/dom.ts';
import { DomElement, type DomNode, isElement, isText } from '../dom/nodes.ts';
import { closest, isOrHolds, selectAll, selectFirst } from '../dom/select.ts';
import { isCaptionName, isDeckName } from './markup-names.ts';
import { BLOCKS } from './paragraph-kinds.ts';

const LINES = new Set(['p', ...INLINE]);
/** Of a page with more none is looked at. */
const MOST_BREAKS = 5000;
/** Elements of a line, one in the other, that are parted with it. */
const MOST_AROUND = 5;

/** Makes paragraphs of what several line breaks in a row part, of the kind of the one they stand in. */
export function breaksToParagraphs(body: DomElement): void {
  const breaks = selectAll(body, 'br');
  if (breaks.length > MOST_BREAKS) return;
  const isInLine = lazyFor(
    (one: DomElement) => LINES.has(one.localName) && selectFirst(one, BLOCKS) === null,
  );
  // From the last on, so that nothing moves twice.
  for (const last of breaks.reverse()) {
    const row = rowUpTo(last);
    if (row.filter(isElement).length < 2 || closest(last, 'pre') !== null) continue;
    partAt(last, isInLine);
    for (const one of row) one.remove();
  }
}

/** A break, and the breaks and blanks before it. */
function rowUpTo(last: DomElement): readonly DomNode[] {
  const row: DomNode[] = [];
  let at: DomNode | null = last;
  while (at !== null && isBreakOrBlank(at)) {
    row.push(at);
    at = at.previousSibling;
  }
  return row;
}

function isBreakOrBlank(node: DomNode): boolean {
  return isText(node) ? !/\S/.test(node.data) : node.localName === 'br';
}

/** Begins a paragraph behind a node; each element of the line that it stands in goes on in it. */
function partAt(node: DomElement, isInLine: (element: DomElement) => boolean): void {
  let at = node;
  for (let step = 0; step < MOST_AROUND; step += 1) {
    const { parentElement: holder } = at;
    if (holder === null || !isInLine(holder)) break;
    const isParagraph = holder.localName === 'p';
    holder.after(withRest(isParagraph ? nextOf(holder) : holder.cloneNode(false), at));
    if (isParagraph) return;
    at = holder;
  }
  at.after(withRest(new DomElement('p'), at));
}

/** Moves what stands in a line behind a node into an element. */
function withRest(element: DomElement, node: DomNode): DomElement {
  for (let next = node.nextSibling; next !== null; next = node.nextSibling) {
    if (isElement(next) && isOrHolds(next, BLOCKS)) break;
    element.append(next);
  }
  return element;
}

/** An empty paragraph of the kind of another; the deck or caption that a story's first may be it is not. */
function nextOf(paragraph: DomElement): DomElement {
  const name = paragraph.getAttribute('class') ?? '';
  const isKind = name !== '' && !isDeckName(name) && !isCaptionName(name);
  return new DomElement('p', isKind ? { class: name } : {});
}
