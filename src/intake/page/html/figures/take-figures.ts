// Figures: pictures with their captions, taken out of the page before its blocks are judged.

import { skeleton } from '../../../../core/fold.ts';
import { parseUrl } from '../../../../core/parse-url.ts';
import { splitCredit } from '../../../../markdown/document/figures.ts';
import {
  attribute,
  type DomDocument,
  type DomElement,
  isLonger,
  isText,
  lineOf,
  nameOf,
  outermost,
  upward,
  walk,
} from '../document/dom.ts';
import { standsIn } from '../document/main-part.ts';
import { isCaptionName } from '../document/markup-names.ts';
import {
  ELSEWHERE,
  type Figures,
  giveCaption,
  MARK_TEXT,
  MARKS,
  markOf,
  numberOf,
  type PageFigure,
} from '../document/page-figure.ts';
import { closest, isOrHolds, matches, selectAll, selectFirst } from '../document/select.ts';
import { plainLine } from '../document/structured-data.ts';
import { labelledHolder, leadsAway } from './caption-labels.ts';
import {
  captionBlock,
  findCaptionsApart,
  findCaptionsBelow,
  pictureBefore,
} from './captions-below.ts';
import { isCard, isLeadPicture, isLinked, isOfAuthor } from './other-pictures.ts';
import {
  captionOf,
  dropButtons,
  setLabelsApart,
  withCredit,
  withoutFurniture,
} from './picture-captions.ts';
import {
  altText,
  fileName,
  isSmall,
  isToldSmall,
  PICTURE,
  pictureUrl,
  toldUrl,
} from './pictures.ts';

const MOST = 400;
/** Of a caption: more is a story in a block that is called one. */
const LONGEST = 1500;
/** Of what stands in a figure beside it. */
const LONGEST_BESIDE = 600;
/** Few words without a picture are a button's. */
const BUTTON = /^(?:\p{Script=Latin}+ ?){1,3}$/u;

/** Takes the figures out of the page, a mark in the place of each; the marks bear their numbers. */
export function takeFigures(document: DomDocument, base: string | null): Figures {
  const figures: PageFigure[] = [];
  const seen = new Map<string, number>();
  const here = parseUrl(base ?? '');
  const take: Take = (holder, pictures, caption) => {
    if (caption !== '' && isCard(holder, caption, here)) return holder.remove();
    const isOwn = caption !== '' && !standsIn(holder, ELSEWHERE);
    const parts = pictures.length > 0 || caption === '' ? pictures : [holder];
    const made = parts.map((picture, at): PageFigure => {
      const own = at === parts.length - 1 ? caption : '';
      const src = pictureUrl(picture, base) ?? (own === '' ? null : toldUrl(holder, base));
      const isLead = isLeadPicture(picture);
      return { alt: altText(picture), src, caption: own, isOwn, isLink: isLinked(picture), isLead };
    });
    const marks = made.flatMap((figure) => {
      const key = keyOf(figure);
      if (key === null) return [];
      const number = seen.get(key) ?? figures.push(figure) - 1;
      // A caption alone is that of a picture which has the same.
      for (const one of [key, keyOf({ ...figure, src: null })]) {
        if (one !== null && !seen.has(one)) seen.set(one, number);
      }
      return [markOf(document, number)];
    });
    holder.replaceWith(...marks);
  };
  dropButtons(document);
  setLabelsApart(document);
  takeMarkedUp(document, take);
  takeCaptioned(document, take, figures);
  takeBare(document, take);
  findCaptionsApart(document, figures);
  findCaptionsBelow(document, figures);
  return figures.map((figure) => {
    const alt = told(figure.alt);
    return { ...figure, alt, caption: withCredit(told(figure.caption), alt) };
  });
}

/** Words without the marks of other figures, without markup and references in them. */
function told(words: string): string {
  const line = words.replaceAll(MARK_TEXT, '').trim();
  return /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|<\/?[a-z]/i.test(line) ? plainLine(line) : line;
}

type Take = (holder: DomElement, pictures: readonly DomElement[], caption: string) => void;

/**
 * What a figure is known by: pages repeat a picture for small and large screens, and a caption with
 * it; several pictures may have one. `null` for one without picture and caption.
 */
function keyOf({ src, caption, alt, isOwn, isLink, isLead }: PageFigure): string | null {
  const words = skeleton(caption || alt);
  if (src === null && (caption === '' || BUTTON.test(caption))) return null;
  if (caption === '') return `${isOwn} ${isLink} ${isLead} ${src} ${words}`;
  return `${isOwn} ${src === null ? '' : fileName(src)} ${words}`;
}

/** `<figure>`, the innermost first; one that holds a table, code or a quote stays. */
function takeMarkedUp(document: DomDocument, take: Take): void {
  const all = selectAll(document, 'figure,amp-story-figure').slice(0, MOST).reverse();
  for (const figure of all) {
    if (selectFirst(figure, `figure,h1,${MARKS}`) !== null) continue;
    const caption = captionOf(figure);
    const isText = selectFirst(figure, 'table,pre,blockquote') !== null;
    if (!isText && !isLonger(figure, caption.length + LONGEST_BESIDE))
      take(figure, picturesIn(figure), caption);
  }
}

/** A caption by its name, and the nearest element around or before it that has a picture. */
function takeCaptioned(document: DomDocument, take: Take, figures: PageFigure[]): void {
  const named = selectAll(document.body, '[class],[id],[itemprop],figcaption').filter(isCaption);
  for (const element of named.slice(0, MOST)) {
    if (!document.body.contains(element)) continue;
    const holder = holderOf(element);
    if (holder === null) takeBeside(element, take, figures);
    else if (!captionMark(holder, element, figures)) takeAround(holder, take);
  }
}

/** An element around a picture and its caption. */
function takeAround(holder: DomElement, take: Take): void {
  const caption = selectFirst(holder, PICTURE) === null ? '' : captionOf(holder);
  if (caption !== '' && caption.length < LONGEST) take(holder, picturesIn(holder), caption);
}

function isCaption(element: DomElement): boolean {
  const isCalled =
    isCaptionName(nameOf(element)) || matches(element, 'figcaption,[itemprop~="caption"]');
  return isCalled && !isOfAuthor(element);
}

const SHORTEST_LONE = 20;
const LONGEST_LONE = 600;
/** Of a caption without a picture: a longer paragraph in what is called one is the story's. */
const LONGEST_PARAGRAPH = 300;

/** A caption behind its picture; one whose picture only a script shows is a figure without one. */
function takeBeside(element: DomElement, take: Take, figures: PageFigure[]): void {
  const block = captionBlock(element);
  const named = captionOf(block);
  const line = lineOf(block);
  // The block may hold the same for another size of screen.
  const isTwice = named !== '' && line.includes(named, named.length);
  const caption = line.startsWith(named) && !isTwice ? line : named;
  if (caption.length > LONGEST_LONE || caption === '') return;
  const picture = pictureBefore(block);
  if (picture === null) {
    if (isLone(block, caption)) take(block, [], caption);
  } else if (isOrHolds(picture, MARKS)) {
    captionMark(picture, block, figures);
  } else {
    take(picture, picturesIn(picture), caption);
    block.remove();
  }
}

/** Whether words called a caption are one though no picture stands before them. */
function isLone(block: DomElement, caption: string): boolean {
  if (caption.length > LONGEST_PARAGRAPH && isOrHolds(block, 'p')) return false;
  return splitCredit(caption).caption.length >= SHORTEST_LONE && !isOrHolds(block, NO_CAPTION);
}

const NO_CAPTION = 'h1,h2,h3,h4,ul,ol,table,form,button,input,label,video,caption,time,address';

/** Gives the words to the one figure without any that stands in the block. @returns whether */
function captionMark(block: DomElement, words: DomElement, figures: PageFigure[]): boolean {
  const marks = matches(block, MARKS) ? [block] : selectAll(block, MARKS);
  const [number, more] = new Set(marks.map(numberOf));
  if (number === undefined || more !== undefined) return false;
  if (figures[number]?.caption !== '' || selectFirst(block, PICTURE) !== null) return false;
  giveCaption(figures, number, words, captionOf(words) || lineOf(words));
  return true;
}

const STEPS = 5;

function holderOf(caption: DomElement): DomElement | null {
  const { length } = lineOf(caption);
  for (const element of [...upward(caption)].slice(0, STEPS)) {
    if (element.localName === 'body' || isLonger(element, length + 200)) return null;
    if (selectFirst(element, 'h1') !== null) return null;
    if (selectFirst(element, `${PICTURE},${MARKS}`) !== null) return element;
  }
  return null;
}

/** Pictures without a caption that stand alone, not in a line of text. */
function takeBare(document: DomDocument, take: Take): void {
  const others: DomElement[] = [];
  for (const image of selectAll(document, 'picture,img,amp-img').slice(0, MOST)) {
    if (!document.body.contains(image)) continue;
    if (isSmall(image)) image.remove();
    else if (isToldSmall(image)) others.push(image);
    else takeLone(image, take);
  }
  // What else stands in a block tells whether words are a picture's.
  for (const image of others) image.remove();
}

function takeLone(image: DomElement, take: Take): void {
  const labelled = labelledHolder(image);
  const holder = labelled ?? loneHolder(image);
  const caption =
    labelled === null ? attribute(image, 'data-caption') : withoutFurniture(lineOf(labelled));
  // A stand-in may have its twin beside it, for readers without scripts.
  const isStandIn = pictureUrl(image, 'http://x/') === null;
  if (holder !== null) take(holder, isStandIn ? picturesIn(holder) : [image], caption);
  else if (liftPicture(image)) take(image, [image], '');
}

/** Puts a picture that opens a paragraph above it. @returns whether */
function liftPicture(image: DomElement): boolean {
  const block = closest(image, 'p');
  const link = closest(image, 'a[href]');
  if (block === null || (link !== null && leadsAway(link))) return false;
  let isFirst = false;
  walk(block, (node) => {
    isFirst = node === image;
    return isFirst || (isText(node) && /\S/.test(node.textContent ?? '')) ? null : true;
  });
  if (isFirst) block.before(link ?? image);
  return isFirst;
}

/** What may stand around a picture and nothing else. */
const HOLDER = /^(?:a|span|p|picture|img|amp-img|noscript|em|strong|b|i|center)$/;
/** What has a picture in its line of text where words stand beside it. */
const TEXT = /^(?:p|a|span|h\d|li|td|em|strong|b|i)$/;

/** The outermost inline element around a picture that holds nothing else; `null` in a line of text. */
function loneHolder(image: DomElement): DomElement | null {
  const isAlone = (one: DomElement): boolean => HOLDER.test(one.localName) && !isLonger(one, 0);
  const holder = outermost(image, isAlone) ?? image;
  const around = holder.parentElement;
  return around !== null && TEXT.test(around.localName) && isLonger(around, 0) ? null : holder;
}

/** The pictures of a figure; of an image and its twin in `<noscript>` only one. */
function picturesIn(figure: DomElement): readonly DomElement[] {
  const all = selectAll(figure, PICTURE).filter(
    (element) => closest(element.parentElement ?? null, 'picture,video,amp-video') === null,
  );
  const isShown = (element: DomElement): boolean =>
    closest(element, 'noscript') === null && !isSmall(element);
  const visible = all.filter(isShown);
  const large = visible.filter((element) => !isToldSmall(element));
  const shown = large.length > 0 ? large : visible;
  const withUrl = shown.filter((element) => pictureUrl(element, 'http://x/') !== null);
  const hidden = all.filter((element) => closest(element, 'noscript') !== null);
  return withUrl.length > 0 ? withUrl : [...hidden, ...shown].slice(0, 1);
}
