// Puts figures back: where the extractor kept their marks, and where it lost them.

import { skeleton } from '../../../../core/fold.ts';
import { type DomDocument, type DomElement, lineOf, ORDER, orderOf } from '../document/dom.ts';
import { FIGURE_MARK, MARKS, markOf, numberOf, type PageFigure } from '../document/page-figure.ts';

const HOLDERS = 'ul,ol,dl,blockquote,table';
/** Blocks before a headline among which its lead picture stands. */
const LEAD = 8;

/** A mark the extractor may have dropped, and its place in the page. */
export interface MarkPlace {
  readonly number: number;
  readonly order: number;
  /** Whether it stands in the element that holds the article. */
  readonly isInArticle: boolean;
}

/** Where the marks stand, before the extractor runs. */
export function markPlaces(document: DomDocument): readonly MarkPlace[] {
  return [...document.querySelectorAll(MARKS)].map((mark) => ({
    number: numberOf(mark),
    order: orderOf(mark),
    isInArticle: mark.closest('article,main,[role="main"],[itemprop~="articleBody"]') !== null,
  }));
}

/**
 * Puts marks of the article's own figures back before the first block that stood after them. Lost
 * ones are the article's where they stood between its headline and its last block.
 * @param headline the headline's place
 */
export function placeLost(
  document: DomDocument,
  body: DomElement,
  figures: readonly PageFigure[],
  places: readonly MarkPlace[],
  headline: number,
): void {
  const kept = new Set([...body.querySelectorAll(MARKS)].map(numberOf));
  const blocks = [...body.querySelectorAll(`[${ORDER}]`)].filter((block) => orderOf(block) >= 0);
  const orders = blocks.map(orderOf);
  const last = orders.reduce((most, order) => Math.max(most, order), -1);
  const first = orders.reduce((least, order) => Math.min(least, order), Number.POSITIVE_INFINITY);
  for (const place of places) {
    const isBetween =
      place.order < last && (place.order > Math.min(headline - LEAD, first) || place.isInArticle);
    if (kept.has(place.number) || figures[place.number]?.isOwn !== true || !isBetween) continue;
    const mark = markOf(document, place.number);
    mark.setAttribute(ORDER, String(place.order));
    const next = blocks.find(
      (block) => orderOf(block) > place.order && block.querySelector(`[${ORDER}]`) === null,
    );
    if (next === undefined) continue;
    // A figure stands outside of lists, quotes and tables.
    (next.closest(HOLDERS) ?? next).before(mark);
    kept.add(place.number);
  }
}

/**
 * Leaves of the marks of one figure the first, and no paragraph beside it that is its caption.
 * @param names of authors and of the site: a picture that shows one of them is none of the story's
 */
export function dropNeedless(
  body: DomElement,
  figures: readonly PageFigure[],
  names: readonly string[],
): void {
  const shown = new Set(names.map(skeleton));
  const seen = new Set<number>();
  for (const mark of [...body.querySelectorAll(MARKS)]) {
    const number = numberOf(mark);
    const { caption, alt } = figures[number] ?? { caption: '', alt: '' };
    if (seen.has(number) || (caption === '' && shown.has(skeleton(alt)))) mark.remove();
    seen.add(number);
  }
  for (const mark of body.querySelectorAll(MARKS)) {
    const caption = skeleton(figures[numberOf(mark)]?.caption ?? '');
    for (const beside of [mark.previousElementSibling, mark.nextElementSibling]) {
      if (beside === null || !/^(?:p|div)$/.test(beside.localName)) continue;
      const isCaption = caption.length >= SHORTEST_REPEATED && skeleton(lineOf(beside)) === caption;
      if (isCaption && beside.querySelector(MARKS) === null) beside.remove();
    }
  }
}

const SHORTEST_REPEATED = 20;

/** Takes out pictures without words behind a body's last words: they are of what comes next. */
export function dropBehind(body: DomElement, figures: readonly PageFigure[]): void {
  const parts = [...body.querySelectorAll(`p,li,td,blockquote,h2,h3,h4,pre,${MARKS}`)];
  const isMark = (part: DomElement): boolean => part.hasAttribute(FIGURE_MARK);
  const last = parts.findLastIndex((part) => !isMark(part) && /[\p{L}\p{N}]/u.test(lineOf(part)));
  if (!parts.slice(0, last).some(isMark)) return;
  for (const mark of parts.slice(last + 1))
    if (figures[numberOf(mark)]?.caption === '') mark.remove();
}
