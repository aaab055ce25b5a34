// Captions by their names, and the picture that each of them stands around, beside or behind.

import { splitCredit } from '../../../../markdown/document/figures.ts';
import { MARK_TEXT, MARKS } from '../document/page-figure.ts';
import { isLonger, lineOf, startOf } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, isOrHolds, selectAll, selectFirst } from '../dom/select.ts';
import { blockOf, NO_CAPTION, PICTURES } from './find-captions.ts';
import { isOfAuthor } from './other-pictures.ts';
import { captionOf, isCalledCaption } from './picture-captions.ts';
import { PICTURE, picturesIn } from './pictures.ts';

/** Takes a figure out of the page. @param holder what goes with it */
export type Take = (holder: DomElement, pictures: readonly DomElement[], caption: string) => void;

const MOST = 400;
/** Of a caption: more is a story in a block that is called one. */
const LONGEST = 1500;
/** Of what stands around a picture and its caption beside it. */
const LONGEST_BESIDE = 200;

/** Takes the figures whose captions stand in no figure, but are called captions. */
export function takeNamed({ body }: DomDocument, take: Take): void {
  const named = selectAll(body, '[class],[id],[itemprop],figcaption').filter(
    (one) => isCalledCaption(one) && !isOfAuthor(one),
  );
  for (const element of named.slice(0, MOST)) {
    if (!body.contains(element)) continue;
    const block = blockOf(element);
    const most = lineOf(element).length + LONGEST_BESIDE;
    const holder = [block, block.parentElement].find((one) => one && isHolder(one, most));
    if (!holder) takeBehind(block, take);
    else if (selectFirst(holder, PICTURE) !== null) {
      const caption = captionOf(holder);
      if (caption !== '' && caption.length < LONGEST) take(holder, picturesIn(holder), caption);
    }
  }
}

function isHolder(element: DomElement, most: number): boolean {
  if (element.localName === 'body' || isLonger(element, most)) return false;
  // A gallery has its pictures' captions, and one for all.
  if (element.localName === 'figure' && selectFirst(element, MARKS) !== null) return false;
  return selectFirst(element, 'h1') === null && selectFirst(element, PICTURES) !== null;
}

const SHORTEST_LONE = 20;
const LONGEST_LONE = 600;
/** Of a caption without a picture: a longer paragraph in what is called one is the story's. */
const LONGEST_PARAGRAPH = 300;

/** A caption behind its picture; one whose picture only a script shows is a figure without one. */
function takeBehind(block: DomElement, take: Take): void {
  const named = captionOf(block);
  const line = lineOf(block);
  // The block may hold the same for another size of screen.
  const isTwice = named !== '' && line.includes(named, named.length);
  const caption = line.startsWith(named) && !isTwice ? line : named;
  if (caption.length > LONGEST_LONE || caption === '') return;
  const picture = pictureBefore(block);
  if (picture === null) {
    if (isLone(block, caption)) take(block, [], caption);
  } else if (!isOrHolds(picture, MARKS)) {
    take(picture, picturesIn(picture), caption);
    block.remove();
  }
}

/** Whether words called a caption are one though no picture stands before them. */
function isLone(block: DomElement, caption: string): boolean {
  if (caption.length > LONGEST_PARAGRAPH && isOrHolds(block, 'p')) return false;
  if (selectFirst(closest(block, 'figure') ?? block, 'table,pre,blockquote') !== null) return false;
  if (splitCredit(caption).caption.length < SHORTEST_LONE) return false;
  return !isOrHolds(block, `${NO_CAPTION},video,caption`);
}

const MOST_SKIPPED = 3;

/** The picture without words right before a caption, or the mark of one that was taken. */
function pictureBefore(block: DomElement): DomElement | null {
  let before = block.previousElementSibling;
  for (let skipped = 0; before !== null && skipped < MOST_SKIPPED; skipped += 1) {
    if (startOf(before, 1).replace(MARK_TEXT, '') !== '') return null;
    if (isOrHolds(before, PICTURES)) return before;
    before = before.previousElementSibling;
  }
  return null;
}
