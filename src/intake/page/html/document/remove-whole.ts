// Takes an element out of a page together with the label that stands over it in a box of their own.

import { isLonger, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { matches, SUBHEADINGS, selectFirst } from '../dom/select.ts';
import { MARKS } from './page-figure.ts';

const BOX = 'div,section,aside,article,nav,ul,ol,li';
/** UTF-16 units of a label. */
const LONGEST_LABEL = 60;
/** What a box holds that is more than a label. */
const MORE = `h1,li,img,picture,figure,video,audio,iframe,table,pre,form,br,${MARKS}`;

/**
 * Takes the element out, and each box around it of which nothing but a label, or nothing, is left.
 * @param mayGo whether a label may; it is told each that goes
 */
export function removeWhole(element: DomElement, mayGo = (_label: string) => true): void {
  let box = element.parentElement;
  element.remove();
  while (box !== null && box.parentElement !== null && isLabelled(box) && mayGo(lineOf(box))) {
    const { parentElement } = box;
    box.remove();
    box = parentElement;
  }
}

function isLabelled(box: DomElement): boolean {
  if (!matches(box, BOX) || isLonger(box, LONGEST_LABEL)) return false;
  const label = lineOf(box);
  const isLabel = /[:：]$/.test(label) || lineOf(selectFirst(box, SUBHEADINGS)) === label;
  return isLabel && selectFirst(box, MORE) === null;
}
