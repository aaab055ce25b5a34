// Figures: pictures with their captions, taken out of the page before its blocks are judged.

import { skeleton } from '../../../../core/fold.ts';
import { lazy } from '../../../../core/lazy.ts';
import { standsIn } from '../document/main-part.ts';
import {
  createMark,
  ELSEWHERE,
  type Figures,
  lineBeside,
  MARKS,
  type PageFigure,
} from '../document/page-figure.ts';
import { plainLine } from '../document/structured-data.ts';
import { attribute, createParagraph, isLonger, outermost, upward, walk } from '../dom/dom.ts';
import { type DomDocument, DomElement, DomText, isText } from '../dom/nodes.ts';
import { closest, HEADINGS, isOrHolds, matches, selectAll, selectFirst } from '../dom/select.ts';
import { EMBEDS, embedOf } from './embeds.ts';
import { lineBelow, lineSaying, linesIn, type SaidLine, wordsAround } from './find-captions.ts';
import { type Take, takeNamed } from './named-captions.ts';
import { isCard, isLeadPicture, isLinked, leadsAway } from './other-pictures.ts';
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
  hasAddress,
  IMAGES,
  isSmall,
  isToldSmall,
  PICTURE,
  picturesIn,
  pictureUrl,
  toldUrl,
} from './pictures.ts';

const MOST = 400;
/** Of what stands in a figure beside it. */
const LONGEST_BESIDE = 600;
/** Few words without a picture are a button's. */
const BUTTON = /^(?:\p{Script=Latin}+ ?){1,3}$/u;

/** Takes the figures out of the page, a mark in the place of each; the marks bear their numbers. */
export function takeFigures(document: DomDocument, base: string | null): Figures {
  const figures: PageFigure[] = [];
  const markFor = marker(figures);
  const take = taker(base, markFor);
  const embeds = findEmbeds(document, base);
  dropButtons(document);
  setLabelsApart(document);
  const marked = selectAll(document, FIGURES).filter(isFigure).slice(0, MOST).reverse();
  setTitlesAbove(marked);
  for (const figure of marked) takeMarkedUp(figure, take);
  takeNamed(document, take);
  takeBare(document, marked, take);
  for (const { place, figure } of embeds) place.replaceWith(...markFor(figure));
  return figures.map((figure) => {
    const alt = told(figure.alt);
    return { ...figure, alt, caption: withCredit(told(figure.caption), alt) };
  });
}

const FIGURES = 'figure,amp-story-figure,aside';

/** Whether an element is a figure: an aside behind a paragraph that holds a picture and no words is one. */
function isFigure(element: DomElement): boolean {
  if (element.localName !== 'aside') return true;
  const isBehind = element.previousElementSibling?.localName === 'p';
  return isBehind && !isLonger(element, 0) && selectFirst(element, PICTURE) !== null;
}

const TITLE = 'h2,h3,h4';
const CAPTION = 'figcaption,[class*="caption"]';
/** Figures with a title each, as a gallery's pictures have. */
const FEWEST_TITLED = 3;

/** Puts the titles of a gallery's pictures above them. */
function setTitlesAbove(figures: readonly DomElement[]): void {
  const titled = figures.map((figure) => ({ figure, titles: titlesIn(figure) }));
  if (titled.filter(({ titles }) => titles.length > 0).length < FEWEST_TITLED) return;
  for (const { figure, titles } of titled) figure.before(...titles);
}

function titlesIn(figure: DomElement): readonly DomElement[] {
  return selectAll(figure, TITLE).filter((title) => closest(title, CAPTION) === null);
}

type Marker = (figure: PageFigure) => readonly DomElement[];

/** What adds a figure to those before, and gives the mark of it: none for one that shows nothing. */
function marker(figures: PageFigure[]): Marker {
  const seen = new Map<string, number>();
  return (figure) => {
    const key = keyOf(figure);
    if (key === null) return [];
    const number = seen.get(key) ?? figures.push(figure) - 1;
    // A caption alone is that of a picture which has the same.
    for (const one of [key, keyOf({ ...figure, src: null })])
      if (one !== null && !seen.has(one)) seen.set(one, number);
    return [createMark(number)];
  };
}

/** What plays, and an element without words in its place: above its figure, else behind its paragraph. */
function findEmbeds(document: DomDocument, base: string | null) {
  return selectAll(document, EMBEDS)
    .slice(0, MOST)
    .flatMap((element) => {
      const embed = embedOf(element, base);
      if (embed === null) return [];
      const place = new DomElement('iframe');
      const figure = [...upward(element)].findLast((one) => one.localName === 'figure');
      if (figure !== undefined) figure.before(place);
      else (closest(element, 'p') ?? element).after(place);
      return { place, figure: { ...NO_PICTURE, alt: embed.title, embed: embed.url } };
    });
}

const NO_PICTURE = { src: null, caption: '', isOwn: false, isLink: false, isLead: false };

/** What puts marks in the place of an element with pictures. */
function taker(base: string | null, markFor: Marker): Take {
  return (holder, pictures, caption) => {
    if (isLonger(holder, 0) && isCard(holder, caption, base)) return holder.remove();
    const isOwn = caption !== '' && !standsIn(holder, ELSEWHERE);
    const parts = pictures.length > 0 || caption === '' ? pictures : [holder];
    const marks = parts.flatMap((picture, at) => {
      const own = at === parts.length - 1 ? caption : '';
      const src = pictureUrl(picture, base) ?? (own === '' ? null : toldUrl(holder, base));
      const isLead = isLeadPicture(picture);
      const isLink = isLinked(picture);
      return markFor({ alt: altText(picture), src, caption: own, isOwn, isLink, isLead });
    });
    holder.replaceWith(...marks);
  };
}

/** Words without markup and references in them. */
function told(line: string): string {
  return /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|<\/?[a-z]/i.test(line) ? plainLine(line) : line;
}

/**
 * What a figure is known by: pages repeat a picture for small and large screens, and a caption with
 * it; several pictures may have one. `null` for one without picture and caption.
 */
function keyOf({ src, caption, alt, isOwn, isLink, isLead, embed }: PageFigure): string | null {
  if (embed !== undefined) return embed;
  const words = skeleton(caption || alt);
  if (src === null && (caption === '' || BUTTON.test(caption))) return null;
  if (caption === '') return `${isOwn} ${isLink} ${isLead} ${src} ${words}`;
  return `${isOwn} ${src === null ? '' : fileName(src)} ${words}`;
}

/** What has words that are no caption. */
const TEXT_IN_FIGURE = `h1,table,pre,blockquote,${MARKS}`;

/** Takes a `<figure>` with its caption; of one without, all words go that stand beside its picture. */
function takeMarkedUp(figure: DomElement, take: Take): void {
  if (selectFirst(figure, TEXT_IN_FIGURE) !== null) return;
  const caption = captionOf(figure);
  if (isLonger(figure, caption.length + LONGEST_BESIDE)) return;
  if (caption !== '') take(figure, picturesIn(figure), caption);
  else if (selectFirst(figure, 'figure') === null)
    walk(figure, (node) => {
      if (isText(node)) node.textContent = '';
      return true;
    });
}

/** Takes the pictures for which no caption is marked up or named; none in a line of text. */
function takeBare({ body }: DomDocument, marked: readonly DomElement[], take: Take): void {
  const lines = lazy(() => linesIn(body));
  const images = selectAll(body, `picture,${IMAGES}`).slice(0, MOST);
  for (const picture of [...marked, ...images]) {
    // A figure with words was not to be taken; the mark of one inside it is words, too.
    const isGone = !body.contains(picture) || !isOrHolds(picture, PICTURE);
    if (isGone || isLonger(picture, 0)) continue;
    if (isSmall(picture)) spellOut(picture);
    else if (!isToldSmall(picture)) takeAlone(picture, take, lines);
  }
  // Till now they told that words in their block are no caption of another picture.
  for (const image of images) if (isToldSmall(image)) image.remove();
}

/** A smiley that is a picture of one says so. */
const SMILEY = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]\S{0,15}$/u;

/** Writes a small picture as its sign, where it has one. */
function spellOut(picture: DomElement): void {
  const alt = attribute(picture, 'alt');
  picture.replaceWith(...(SMILEY.test(alt) ? [new DomText(alt)] : []));
}

/** Takes a picture with the first of the words that may be its caption. */
function takeAlone(picture: DomElement, take: Take, lines: () => readonly SaidLine[]): void {
  const around = wordsAround(picture);
  const holder = around ?? loneHolder(picture);
  if (holder === null) return;
  const told = attribute(picture, 'data-caption');
  const apart = () => lineSaying(altText(picture), lines) ?? lineBelow(holder);
  const words = around ?? (told === '' ? apart() : null);
  const caption = words === null ? told : withoutFurniture(lineBeside(words));
  // A stand-in may have its twin beside it, for readers without scripts.
  const isShown = matches(picture, PICTURE) && hasAddress(picture);
  take(holder, isShown ? [picture] : picturesIn(holder), caption);
  words?.remove();
}

/** What may stand around a picture and nothing else. */
const HOLDER = 'a,span,p,picture,img,amp-img,noscript,em,strong,b,i,center';
/** What has a picture in its line of text where words stand beside it. */
const TEXT = `p,a,span,${HEADINGS},li,td,em,strong,b,i`;

/**
 * The outermost inline element around a picture that holds nothing else; `null` in a line of text. What
 * opens a paragraph goes above it, what closes one below.
 */
function loneHolder(image: DomElement): DomElement | null {
  const isAlone = (one: DomElement): boolean => matches(one, HOLDER) && !isLonger(one, 0);
  const holder = outermost(image, isAlone) ?? image;
  const around = holder.parentElement;
  if (around === null || !matches(around, TEXT) || !isLonger(around, 0)) return holder;
  const paragraph = closest(image, 'p');
  const link = closest(image, 'a[href]');
  if (paragraph === null || (link !== null && leadsAway(link))) return null;
  if (holder === paragraph) return holder;
  if (opens(image, paragraph)) paragraph.before(holder);
  else if (!setBehind(holder, paragraph)) return null;
  return holder;
}

/** Sets what a paragraph ends with below it. @returns whether no words stand behind it there */
function setBehind(element: DomElement, paragraph: DomElement): boolean {
  const nodes = paragraph.childNodes;
  const end = nodes.slice(nodes.indexOf(element));
  const hasWords = end.slice(1).some(({ textContent }) => /\S/.test(textContent));
  if (hasWords || element.parentElement !== paragraph) return false;
  const behind = createParagraph('');
  paragraph.after(behind);
  behind.append(...end);
  return true;
}

/** Whether no words stand before an element in its paragraph. */
function opens(element: DomElement, paragraph: DomElement): boolean {
  let isFirst = false;
  walk(paragraph, (node) => {
    isFirst = node === element;
    return isFirst || (isText(node) && /\S/.test(node.textContent)) ? null : true;
  });
  return isFirst;
}
