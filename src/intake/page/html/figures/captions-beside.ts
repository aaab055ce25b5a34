// A caption that stands beside its picture, not in one block with it.
import { type DomElement, isLonger, isOrHolds, lineOf } from '../document/dom.ts';
import { MARK_TEXT, MARKS } from '../document/page-figure.ts';
import { PICTURE } from './pictures.ts';

/** UTF-16 units of a credit that stands behind a caption in the same block. */
const LONGEST_CREDIT = 80;
const STEPS = 3;
const MOST_SKIPPED = 3;
/** Pictures, and the marks of those that were taken. */
const PICTURES = `${PICTURE},${MARKS}`;

/** The caption and the credit behind it: the outermost block that holds little else. */
export function captionBlock(caption: DomElement): DomElement {
  let block = caption;
  const length = lineOf(caption).length;
  for (let step = 0; step < STEPS; step += 1) {
    const parent = block.parentElement;
    if (parent === null || /^(?:body|article|main|td)$/.test(parent.localName)) return block;
    if (isLonger(parent, length + LONGEST_CREDIT) || isOrHolds(parent, PICTURES)) return block;
    if (parent.querySelector('h1,h2,h3') !== null) return block;
    block = parent;
  }
  return block;
}

/** The picture without words right before a caption, or the mark of one that was taken. */
export function pictureBefore(block: DomElement): DomElement | null {
  let before = block.previousElementSibling;
  for (let skipped = 0; before !== null && skipped < MOST_SKIPPED; skipped += 1) {
    const text = lineOf(before);
    if (text !== '' && text !== MARK_TEXT) return null;
    if (isOrHolds(before, PICTURES)) return before;
    before = before.previousElementSibling;
  }
  return null;
}
