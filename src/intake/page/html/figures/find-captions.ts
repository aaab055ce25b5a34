// Captions that no markup calls so: the words under a picture, by where they stand, how they look and what they say.

import { skeleton } from '../../../../core/fold.ts';
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { isInPicture } from '../../../facts/in-picture.ts';
import { foldedWords } from '../document/compare-words.ts';
import { lineBeside, MARKS } from '../document/page-figure.ts';
import { isLonger, lineOf, nameOf, outermost, walk } from '../dom/dom.ts';
import { type DomElement, isText } from '../dom/nodes.ts';
import { closest, HEADINGS, matches, selectAll, selectFirst } from '../dom/select.ts';
import { leadsAway } from './other-pictures.ts';
import { hasAddress, IMAGES, isSmall, PICTURE } from './pictures.ts';

/** What no caption has in it. */
export const NO_CAPTION = 'h1,h2,h3,ul,ol,table,form,button,input,label,time,address';
/** Pictures, and the marks of those that were taken. */
export const PICTURES = `${PICTURE},${MARKS}`;

/** Between two words of a name. */
const PICTURE_NAME =
  /(?:^|[\s_-])(?:image|img|photo|pic(?:ture)?|figure|foto|bild|thumb(?:nail)?)(?:$|[\s_-])/i;
/** What is no block of a picture alone. */
const OUTSIDE = 'p,strong,b,li,body,article,main';
/** Items of a list that are a picture and its words. */
const MOST_ITEMS = 2;
const LONGEST = 300;
const LONGEST_CREDITED = 600;
/** Elements around a picture that may be empty but for it. */
const MOST_BOXES = 6;

/** The outermost element that holds a picture, neither words nor another one. */
function boxOf(picture: DomElement): DomElement {
  const isBox = (one: DomElement): boolean => !isLonger(one, 0) && isOnly(picture, one);
  return outermost(picture, isBox, MOST_BOXES) ?? picture;
}

/** Whether an element holds no other picture, but for icons and twins for readers without scripts. */
function isOnly(picture: DomElement, block: DomElement): boolean {
  return selectAll(block, IMAGES).every(
    (one) => picture.contains(one) || closest(one, 'noscript') !== null || isSmall(one),
  );
}

/** Some scripts set no blanks between words. */
const SEVERAL_WORDS = / |[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u;

/** The block of a picture and of the words with it: they hold a credit, or are few and plain. */
export function wordsAround(picture: DomElement): DomElement | null {
  const block = boxOf(picture).parentElement;
  if (block === null || matches(block, OUTSIDE) || isLonger(block, LONGEST_CREDITED)) return null;
  if (matches(block, 'ul,ol') && block.children.length > MOST_ITEMS) return null;
  const text = lineBeside(block);
  if (!SEVERAL_WORDS.test(text) || !isOnly(picture, block)) return null;
  if (selectFirst(block, NO_CAPTION) !== null) return null;
  const other = PICTURE_NAME.test(nameOf(block)) ? 'a' : 'a,p';
  const isPlain = () => selectAll(block, `${other},h4,[class*="category"]`).every(isLargerCopy);
  return hasCredit(text) || (text.length <= LONGEST && isPlain()) ? block : null;
}

/** Whether an element is a link without words that leads to a larger picture. */
function isLargerCopy(link: DomElement): boolean {
  return link.localName === 'a' && !isLonger(link, 0) && !leadsAway(link);
}

/** Shorter words below a picture are labels. */
const SHORTEST = 12;
/** What sets its words apart by its look. */
const SLANTED = 'em,i,small,cite';
const CENTRED = /^center\b|text-align:\s*center/;
const LINE = 'p,div,em,i,small,center,span,cite,h5,h6';

/** The line right below a picture, which says something of it, or which its look sets apart. */
export function lineBelow(picture: DomElement): DomElement | null {
  let line = boxOf(picture).nextElementSibling;
  while (line !== null && !isLonger(line, 0) && !selectAll(line, PICTURE).some(hasAddress))
    line = line.nextElementSibling;
  if (line === null || !matches(line, LINE) || isLonger(line, LONGEST)) return null;
  if (line.previousElementSibling?.localName === 'hr') return null;
  if (selectFirst(line, `${NO_CAPTION},p + p,${PICTURES}`) !== null) return null;
  const text = lineOf(line);
  if (isInPicture(text)) return line;
  if (text.length < SHORTEST || /^["“„«]/u.test(text)) return null;
  const style = `${line.getAttribute('align')} ${line.getAttribute('style')}`;
  return hasCredit(text) || CENTRED.test(style) || isSlanted(line) ? line : null;
}

/** Whether all of the words are set in italics or small. */
function isSlanted(line: DomElement): boolean {
  let isAll = true;
  walk(line, (node) => {
    if (isText(node) && node.textContent.trim() !== '')
      isAll &&= closest(node.parentElement, SLANTED) !== null;
    return isAll || null;
  });
  return isAll;
}

const LINES = 'p,div,span,small,em,i,figcaption,td';
const NO_LINE = 'p,div,span,section,article,ul,table,img,h1,h2,h3';
/** What holds titles, of this story or of others. */
const TITLES = `${HEADINGS},button,label,nav,footer,a[href]`;
const FEWEST_WORDS = 4;
const MOST_LINES = 3000;
/** Letters and digits of a credit behind the words. */
const LONGEST_CREDIT = 60;

/** An element without blocks in it, and its words as a skeleton. */
export interface SaidLine {
  readonly element: DomElement;
  readonly words: string;
}

/** The line anywhere on the page, with its credit, that says what a picture says of itself; no title of a story does. */
export function lineSaying(alt: string, all: () => readonly SaidLine[]): DomElement | null {
  if (foldedWords(alt).length < FEWEST_WORDS) return null;
  const said = skeleton(alt);
  const lines = all().filter(({ words }) => words.startsWith(said));
  const isTitle = ({ element, words }: SaidLine) => words === said && matches(element, HEADINGS);
  const line = lines.find(
    ({ element, words }) =>
      words.length <= said.length + LONGEST_CREDIT &&
      closest(element, 'body') !== null &&
      closest(element, `${TITLES},${MARKS}`) === null,
  );
  return line === undefined || lines.some(isTitle) ? null : blockOf(line.element);
}

/** The lines and headings of a page that may say what a picture says of itself. */
export function linesIn(body: DomElement): readonly SaidLine[] {
  return selectAll(body, `${LINES},h1,h2,h3`)
    .filter((element) => matches(element, HEADINGS) || selectFirst(element, NO_LINE) === null)
    .slice(0, MOST_LINES)
    .map((element) => ({ element, words: skeleton(lineOf(element)) }));
}

/** UTF-16 units of a credit that stands behind a caption in the same block. */
const LONGEST_BEHIND = 80;
const STEPS = 3;

/** The caption and the credit behind it: the outermost element around it that holds little else. */
export function blockOf(caption: DomElement): DomElement {
  const most = lineOf(caption).length + LONGEST_BEHIND;
  const isBlock = (one: DomElement): boolean =>
    !matches(one, 'body,article,main,td') &&
    !isLonger(one, most) &&
    selectFirst(one, `h1,h2,h3,${PICTURES}`) === null;
  return outermost(caption, isBlock, STEPS) ?? caption;
}
