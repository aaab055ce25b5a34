// A figure taken out of a page, and the mark that stands in its place until the Markdown is written.

import { createParagraph, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';

/** A picture, a caption or what plays, and where it stood. */
export interface PageFigure {
  readonly alt: string;
  /** Absolute; `null` where it cannot be had. */
  readonly src: string | null;
  /** With its credit, as the page shows them. */
  readonly caption: string;
  /** Whether it is the article's, wherever its story ends. */
  readonly isOwn: boolean;
  /** Whether it leads to a page that shows something else. */
  readonly isLink: boolean;
  /** Whether the page calls it its picture. */
  readonly isLead: boolean;
  /** Where a film or sound can be opened that a player shows here, with its title in `alt`. */
  readonly embed?: string;
}

export type Figures = readonly PageFigure[];

/** What stands in the page for the figure of that number until the Markdown is written. */
const FIGURE_MARK = 'data-figure';
export const MARKS = `[${FIGURE_MARK}]`;
/** Text that keeps a mark from counting as empty. */
export const MARK_TEXT = '\ufffc';

/** Parts of a page that hold other articles' pictures. */
export const ELSEWHERE =
  'nav,footer,aside,[role="navigation"],[class*="related"],[class*="recommend"],[class*="sidebar"]:not([class*="main"]):not([class*="with-"]):not([class*="has-"]),[class*="most-"],[class*="newsletter"],[class*="comment"],[class*="outbrain"],[class*="taboola"]';

export function createMark(number: number): DomElement {
  const mark = createParagraph(MARK_TEXT);
  mark.setAttribute(FIGURE_MARK, String(number));
  return mark;
}

export function isMark(element: DomElement): boolean {
  return element.hasAttribute(FIGURE_MARK);
}

/** The number of the figure that a mark stands for; not a number for another element. */
export function numberOf(mark: DomElement): number {
  return Number(mark.getAttribute(FIGURE_MARK) ?? Number.NaN);
}

/** The figure that a mark stands for. */
export function figureOf(figures: Figures, mark: DomElement): PageFigure | undefined {
  return figures[numberOf(mark)];
}

/** The words in an element, without the marks of figures among them. */
export function lineBeside(element: DomElement | null): string {
  return lineOf(element).replaceAll(MARK_TEXT, '').trim();
}
