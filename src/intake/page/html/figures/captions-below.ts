// Captions in the line below a picture, not marked up as such but set apart by look or words.
import { splitCredit } from '../../../../markdown/document/figures.ts';
import { isAgencyCaption, isInPicture } from '../../../facts/in-picture.ts';
import {
  type DomDocument,
  type DomElement,
  isText,
  lineOf,
  standsIn,
  walk,
} from '../document/dom.ts';
import { ELSEWHERE, FIGURE_MARK, MARK_TEXT, type PageFigure } from '../document/page-figure.ts';
import { PICTURE } from './pictures.ts';

/** Shorter words beside a picture are labels. */
const SHORTEST = 12;
const LONGEST = 300;
/** What is more than a line. */
const OTHER = `[${FIGURE_MARK}],${PICTURE},p + p,h1,h2,h3,ul,ol,table,form,button`;
const SLANTED = 'em,i,small,cite';
const LINE = /^(?:p|div|em|i|small|center|span|cite|h5|h6)$/;

/** Gives figures without a caption the line right below them, where it is one. */
export function findCaptionsBelow(document: DomDocument, figures: PageFigure[]): void {
  for (const mark of document.querySelectorAll(`[${FIGURE_MARK}]`)) {
    const number = Number(mark.getAttribute(FIGURE_MARK));
    const figure = figures[number];
    if (figure === undefined || figure.caption !== '') continue;
    const line = lineBelow(mark);
    if (line === null || !isCaption(line)) continue;
    figures[number] = { ...figure, caption: lineOf(line), isOwn: !standsIn(line, ELSEWHERE) };
    line.remove();
  }
}

/** The element right below the outermost one that holds nothing but the picture. */
function lineBelow(mark: DomElement): DomElement | null {
  let block = mark;
  for (let outer = mark.parentElement; outer !== null && lineOf(outer) === MARK_TEXT; ) {
    block = outer;
    outer = outer.parentElement;
  }
  let line = block.nextElementSibling;
  while (line !== null && lineOf(line) === '' && line.querySelector(PICTURE) === null)
    line = line.nextElementSibling;
  return line;
}

function isCaption(line: DomElement): boolean {
  const text = lineOf(line);
  if (!LINE.test(line.localName) || text.length > LONGEST || line.querySelector(OTHER) !== null)
    return false;
  if (isInPicture(text) || isAgencyCaption(text)) return true;
  if (text.length < SHORTEST || /^["“„«]/u.test(text)) return false;
  const { caption, credit } = splitCredit(text);
  return (credit !== null && caption !== '') || isSlanted(line);
}

/** Whether all of the words are set in italics or small. */
export function isSlanted(line: DomElement): boolean {
  let isAll = lineOf(line) !== '';
  walk(line, (node) => {
    if (isText(node) && (node.textContent ?? '').trim() !== '' && node.parentElement !== null)
      isAll &&= node.parentElement.closest(SLANTED) !== null;
    return true;
  });
  return isAll;
}
