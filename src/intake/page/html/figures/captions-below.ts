// Captions that stand not in one block with their picture: below it, beside it, or anywhere.

import { skeleton } from '../../../../core/fold.ts';
import { lazy } from '../../../../core/lazy.ts';
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { isInPicture } from '../../../facts/in-picture.ts';
import { wordsOf } from '../document/compare-words.ts';
import {
  type DomDocument,
  type DomElement,
  isLonger,
  isText,
  lineOf,
  outermost,
  startOf,
  walk,
} from '../document/dom.ts';
import {
  giveCaption,
  MARK_TEXT,
  MARKS,
  numberOf,
  type PageFigure,
} from '../document/page-figure.ts';
import { closest, isOrHolds, selectAll, selectFirst } from '../document/select.ts';
import { PICTURE } from './pictures.ts';

/** Shorter words beside a picture are labels. */
const SHORTEST = 12;
const LONGEST = 300;
/** What is more than a line. */
const OTHER = `${MARKS},${PICTURE},p + p,h1,h2,h3,ul,ol,table,form,button`;
const SLANTED = 'em,i,small,cite';
const CENTRED = /^center\b|text-align:\s*center/;
const LINE = /^(?:p|div|em|i|small|center|span|cite|h5|h6)$/;

/** Gives figures without a caption the line right below them, where it is one. */
export function findCaptionsBelow(document: DomDocument, figures: PageFigure[]): void {
  for (const mark of selectAll(document, MARKS)) {
    const number = numberOf(mark);
    const line = figures[number]?.caption === '' ? lineBelow(mark) : null;
    if (line !== null && isCaption(line)) giveCaption(figures, number, line);
  }
}

/** The element right below the outermost one that holds nothing but the picture. */
function lineBelow(mark: DomElement): DomElement | null {
  const block = outermost(mark, (one) => one === mark || startOf(one, 1) === MARK_TEXT);
  let line = block?.nextElementSibling ?? null;
  while (line !== null && !isLonger(line, 0) && selectFirst(line, PICTURE) === null)
    line = line.nextElementSibling;
  return line;
}

function isCaption(line: DomElement): boolean {
  const text = lineOf(line);
  if (!LINE.test(line.localName) || text.length > LONGEST || selectFirst(line, OTHER) !== null)
    return false;
  if (isInPicture(text)) return true;
  if (text.length < SHORTEST || /^["“„«]/u.test(text)) return false;
  const style = `${line.getAttribute('align')} ${line.getAttribute('style')}`;
  return hasCredit(text) || CENTRED.test(style) || isSlanted(line);
}

/** Whether all of the words are set in italics or small. */
export function isSlanted(line: DomElement): boolean {
  let isAll = lineOf(line) !== '';
  walk(line, (node) => {
    if (isText(node) && (node.textContent ?? '').trim() !== '')
      isAll &&= closest(node.parentElement, SLANTED) !== null;
    return true;
  });
  return isAll;
}

const LINES = 'p,div,span,small,em,i,figcaption,td';
const NO_LINE = 'p,div,span,section,article,ul,table,img,h1,h2,h3';
/** What holds titles, of this story or of others. */
const TITLES = 'h1,h2,h3,h4,h5,h6,button,label,nav,footer,a[href]';
const FEWEST_WORDS = 4;
const MOST_LINES = 3000;
/** Letters and digits of a credit behind the words. */
const LONGEST_CREDIT = 60;

/** Gives figures without a caption the line that says what their alternative text says. */
export function findCaptionsApart({ body }: DomDocument, figures: PageFigure[]): void {
  const all = lazy(() => linesIn(body));
  for (const [number, { alt, caption }] of figures.entries()) {
    if (caption !== '' || wordsOf(alt).length < FEWEST_WORDS) continue;
    const said = skeleton(alt);
    const lines = all().filter(({ words }) => words.startsWith(said));
    const line = lines.find(
      ({ element, words }) =>
        words.length <= said.length + LONGEST_CREDIT &&
        body.contains(element) &&
        closest(element, `${TITLES},${MARKS}`) === null,
    );
    const isTitle = lines.some((one) => one.words === said && /^h/.test(one.element.localName));
    if (line !== undefined && !isTitle) giveCaption(figures, number, captionBlock(line.element));
  }
}

function linesIn(body: DomElement) {
  return selectAll(body, `${LINES},h1,h2,h3`)
    .filter((element) => /^h/.test(element.localName) || selectFirst(element, NO_LINE) === null)
    .slice(0, MOST_LINES)
    .map((element) => ({ element, words: skeleton(lineOf(element)) }));
}

/** UTF-16 units of a credit that stands behind a caption in the same block. */
const LONGEST_BEHIND = 80;
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
    if (isLonger(parent, length + LONGEST_BEHIND) || isOrHolds(parent, PICTURES)) return block;
    if (selectFirst(parent, 'h1,h2,h3') !== null) return block;
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
