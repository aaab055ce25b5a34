// Figures: pictures with their captions, taken out of the page before the extractor can lose them.

import { captionOf } from './captions.ts';
import {
  attribute,
  type DomDocument,
  type DomElement,
  lineOf,
  nameOf,
  standsIn,
  upward,
} from './dom.ts';
import { altText, isSmall, PICTURE, pictureUrl } from './pictures.ts';
import { skeleton } from './words.ts';

/** A picture or a caption, and where it stood. */
export interface PageFigure {
  readonly alt: string;
  /** Absolute; `null` where it is not at hand. */
  readonly src: string | null;
  /** With its credit, as the page shows them. */
  readonly caption: string;
  /** Whether it is the article's, wherever the extractor draws the line. */
  readonly isOwn: boolean;
}

/** What stands in the page for the figure of that number until the body is found. */
export const FIGURE_MARK = 'data-figure';
/** Text that keeps a mark from counting as empty. */
const MARK_TEXT = '\ufffc';

const CAPTION =
  '[class*="caption"],[class*="Caption"],[class*="cutline"],[class*="image-legend"],[class*="img-desc"],[class*="photo-desc"],[itemprop~="caption"],[class*="media-legend"],[class*="wp-caption"]';
const ELSEWHERE =
  'nav,footer,aside,[role="navigation"],[class*="related"],[class*="recommend"],[class*="sidebar"],[class*="most-"],[class*="newsletter"],[class*="promo"],[class*="teaser"],[class*="trending"],[class*="comment"],[class*="more-"],[class*="outbrain"],[class*="taboola"]';
const MOST = 400;

/** Takes the figures out of the page, a mark in the place of each; the marks bear their numbers. */
export function takeFigures(document: DomDocument, base: string | null): readonly PageFigure[] {
  const figures: PageFigure[] = [];
  const seen = new Set<string>();
  const take = (holder: DomElement, pictures: readonly DomElement[], caption: string): void => {
    const isOwn = caption !== '' && !standsIn(holder, ELSEWHERE) && !isCard(holder);
    const parts = pictures.length > 0 ? pictures : [null];
    const made = parts.map((picture, at): PageFigure => {
      const src = picture === null ? null : pictureUrl(picture, base);
      const alt = picture === null ? '' : altText(picture);
      return { alt, src, caption: at === parts.length - 1 ? caption : '', isOwn };
    });
    const marks = made
      .filter((figure) => isNew(figure, seen))
      .map((figure) => {
        const mark = document.createElement('p');
        mark.setAttribute(FIGURE_MARK, String(figures.push(figure) - 1));
        mark.textContent = MARK_TEXT;
        return mark;
      });
    holder.replaceWith(...marks);
  };
  takeMarkedUp(document, take);
  takeCaptioned(document, take);
  takeBare(document, take);
  return figures;
}

type Take = (holder: DomElement, pictures: readonly DomElement[], caption: string) => void;

/** Pages repeat a picture for small and large screens, and a caption with it. */
function isNew({ src, caption, alt }: PageFigure, seen: Set<string>): boolean {
  const words = skeleton(caption || alt);
  const key = caption === '' ? `${src ?? ''} ${words}` : words;
  if (key.trim() === '' || seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** `<figure>`, the innermost first; one that holds a table, code or a quote is unwrapped. */
function takeMarkedUp(document: DomDocument, take: Take): void {
  const figures = [...document.querySelectorAll('figure,amp-story-figure')]
    .slice(0, MOST)
    .reverse();
  for (const figure of figures) {
    if (figure.querySelector('figure,h1') !== null) continue;
    const caption = captionOf(figure) || takeCaptionBeside(figure);
    if (isTextFigure(figure, caption)) unwrapFigure(document, figure, caption);
    else take(figure, picturesIn(figure), caption);
  }
}

/** A caption that stands behind its figure instead of in it. */
function takeCaptionBeside(figure: DomElement): string {
  const next = figure.nextElementSibling;
  if (next?.localName !== 'figcaption') return '';
  const caption = captionOf(next) || lineOf(next);
  next.remove();
  return caption;
}

function isTextFigure(figure: DomElement, caption: string): boolean {
  if (figure.querySelector('table,pre,blockquote') !== null) return true;
  return lineOf(figure).length > caption.length + 600;
}

function unwrapFigure(document: DomDocument, figure: DomElement, caption: string): void {
  for (const element of figure.querySelectorAll('figcaption')) element.remove();
  const words = document.createElement('p');
  words.textContent = caption;
  figure.replaceWith(...figure.childNodes, ...(caption === '' ? [] : [words]));
}

/** A caption by its class or property, and the nearest element around it that has a picture. */
function takeCaptioned(document: DomDocument, take: Take): void {
  for (const element of [...document.querySelectorAll(CAPTION)].slice(0, MOST)) {
    if (!document.body.contains(element) || element.closest(`[${FIGURE_MARK}]`) !== null) continue;
    const holder = holderOf(element);
    if (holder === null) continue;
    const caption = captionOf(holder);
    if (caption !== '' && caption.length < 1500) take(holder, picturesIn(holder), caption);
  }
}

function holderOf(caption: DomElement): DomElement | null {
  const length = lineOf(caption).length;
  let step = 0;
  for (const element of upward(caption)) {
    if (step++ > 4 || element.localName === 'body' || element.localName === 'article') return null;
    if (lineOf(element).length > length + 200) return null;
    if (element.querySelector('h1') !== null) return null;
    if (element.querySelector(PICTURE) !== null) return element;
  }
  return null;
}

/** Pictures without a caption that stand alone, not in a line of text. */
function takeBare(document: DomDocument, take: Take): void {
  for (const image of [...document.querySelectorAll('picture,img,amp-img')].slice(0, MOST)) {
    if (!document.body.contains(image)) continue;
    if (image.localName === 'img' && image.closest('picture') !== null) continue;
    if (isSmall(image)) {
      image.remove();
      continue;
    }
    const labelled = labelledHolder(image);
    const holder = labelled ?? loneHolder(image);
    const caption = labelled === null ? attribute(image, 'data-caption') : lineOf(labelled);
    if (holder !== null) take(holder, [image], caption);
  }
}

const LONGEST_LABEL = 300;
const PICTURE_NAME =
  /(?:^|[\s_-])(?:image|img|photo|pic(?:ture)?|figure|foto|bild|thumb(?:nail)?)(?:$|[\s_-])/i;

/** A block of one picture and a line of words under it, neither a link nor a paragraph. */
function labelledHolder(image: DomElement): DomElement | null {
  let step = 0;
  for (const element of upward(image)) {
    if (step++ > 4 || /^(?:p|a|li|td|body|article|main)$/.test(element.localName)) return null;
    const text = lineOf(element);
    if (text === '') continue;
    const isNamed = PICTURE_NAME.test(nameOf(element));
    const other = isNamed ? 'a,h1,ul,button,form' : 'a,p,h1,h2,h3,h4,ul,button,form,time';
    const isPlain = element.querySelector(other) === null;
    const isOne = [...element.querySelectorAll('img,amp-img')].length === 1;
    return isPlain && isOne && text.length <= LONGEST_LABEL && text.includes(' ') ? element : null;
  }
  return null;
}

/** The outermost inline element around a picture that holds nothing else. */
function loneHolder(image: DomElement): DomElement | null {
  let holder = image;
  for (const element of upward(image)) {
    if (lineOf(element) !== '')
      return /^(?:p|a|span|h\d|li|td|em|strong|b|i)$/.test(element.localName) ? null : holder;
    if (!/^(?:a|span|p|picture|img|amp-img|noscript|em|strong|b|i|center)$/.test(element.localName))
      return holder;
    holder = element;
  }
  return holder;
}

/** The pictures of a figure; of an image and its twin in `<noscript>` only one. */
function picturesIn(figure: DomElement): readonly DomElement[] {
  const all = [...figure.querySelectorAll(PICTURE)].filter(
    (element) => element.parentElement?.closest('picture,video,amp-video') === null,
  );
  const shown = all.filter((element) => element.closest('noscript') === null && !isSmall(element));
  const withUrl = shown.filter((element) => pictureUrl(element, 'http://x/') !== null);
  const hidden = all.filter((element) => element.closest('noscript') !== null);
  if (withUrl.length > 0) return withUrl;
  return hidden.length > 0 ? hidden.slice(0, 1) : shown.slice(0, 1);
}

/** A picture that leads to another page under its title is that page's, not this article's. */
function isCard(holder: DomElement): boolean {
  if (holder.closest('a[href]') !== null) return true;
  const parent = holder.parentElement;
  return (
    parent !== null &&
    /card|teaser|promo/i.test(nameOf(parent)) &&
    parent.querySelector('h2 a,h3 a,h4 a') !== null
  );
}
