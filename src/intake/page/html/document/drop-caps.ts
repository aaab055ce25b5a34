// A story's large first letter, which pages set in an element of its own, put back to its word.
import { type DomElement, type DomNode, INLINE, isElement, isText } from './dom.ts';
import { selectAll } from './select.ts';

/** A capital that is no word of its own in any language of Latin letters. */
const LETTER = /^\s*["“„«‘]?[BCDFGHJLMNPQRTX]\s*$/;
const LONGEST = 5;
const REST = /^\s*\p{Ll}/u;

/** Joins each such letter with the word that goes on behind it in a small letter. */
export function joinDropCaps(body: DomElement): void {
  for (const element of selectAll(body, 'span,b,strong,big,font').filter(isLetter)) {
    const blanks = blanksBehind(element);
    const rest = (blanks.at(-1) ?? element).nextSibling;
    if (rest === null || !REST.test(rest.textContent ?? '')) continue;
    for (const blank of blanks) blank.textContent = '';
    element.textContent = (element.textContent ?? '').trim();
    if (isElement(rest)) rest.prepend(element);
  }
}

/** Whether an element is one letter, the first of its block. */
function isLetter(element: DomElement): boolean {
  const { parentElement, previousSibling, textContent } = element;
  if (element.firstElementChild !== null || (textContent ?? '').length > LONGEST) return false;
  const isFirst = previousSibling === null || isBlank(previousSibling);
  const isInLine = parentElement !== null && INLINE.has(parentElement.localName);
  return isFirst && !isInLine && LETTER.test(textContent ?? '');
}

function blanksBehind(element: DomElement): readonly DomNode[] {
  const blanks: DomNode[] = [];
  let next = element.nextSibling;
  for (; next !== null && isBlank(next); next = next.nextSibling) blanks.push(next);
  return blanks;
}

function isBlank(node: DomNode): boolean {
  return isText(node) && (node.textContent ?? '').trim() === '';
}
