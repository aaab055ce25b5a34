// Takes an element out of a page together with the label that stands over it in a box of their own.
import { type DomElement, isLonger, lineOf } from './dom.ts';
import { selectFirst } from './select.ts';

const BOX = /^(?:div|section|aside|article|nav|ul|ol|li)$/;
/** UTF-16 units of a label. */
const LONGEST_LABEL = 60;
/** What a box holds that is more than a label. */
const MORE = 'h1,img,picture,figure,video,table,pre,form,[data-figure]';
const SENTENCE = /[.!?。！？…]["”»’')\]]*$/u;

/** Takes the element out, and each box around it of which nothing but a label, or nothing, is left. */
export function removeWhole(element: DomElement): void {
  let box = element.parentElement;
  element.remove();
  while (box !== null && box.parentElement !== null && isLabelled(box)) {
    const { parentElement } = box;
    box.remove();
    box = parentElement;
  }
}

function isLabelled(box: DomElement): boolean {
  if (!BOX.test(box.localName) || isLonger(box, LONGEST_LABEL)) return false;
  return selectFirst(box, MORE) === null && !SENTENCE.test(lineOf(box));
}
