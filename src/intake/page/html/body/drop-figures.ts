// Leaves out figures that a page shows twice, or that show no part of its story.

import { skeleton } from '../../../../core/fold.ts';
import {
  type Figures,
  figureOf,
  MARKS,
  numberOf,
  type PageFigure,
} from '../document/page-figure.ts';
import { lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { matches, selectAll, selectFirst } from '../dom/select.ts';
import { fileName } from '../figures/pictures.ts';

/**
 * Leaves of the marks of one figure the first, and no paragraph beside it that is its caption.
 * @param names of authors and of the site: a picture that shows one of them is none of the story's
 */
export function dropNeedless(body: DomElement, figures: Figures, names: readonly string[]): void {
  const shown = new Set(names.map(skeleton));
  const seen = new Set<number>();
  const marks = selectAll(body, MARKS);
  const there = marks.flatMap((mark) => figureOf(figures, mark) ?? []);
  const captioned = new Set(
    there.flatMap(({ src, caption }) => (src === null || caption === '' ? [] : fileName(src))),
  );
  const isOther = ({ alt, src, isLink }: PageFigure): boolean =>
    isLink || shown.has(skeleton(alt)) || (src !== null && captioned.has(fileName(src)));
  for (const mark of marks) {
    const number = numberOf(mark);
    const figure = figures[number];
    if (seen.has(number) || (figure?.caption === '' && isOther(figure))) mark.remove();
    seen.add(number);
  }
  for (const mark of selectAll(body, MARKS)) {
    const caption = skeleton(figureOf(figures, mark)?.caption ?? '');
    if (caption.length >= SHORTEST_REPEATED) dropBeside(mark, caption);
  }
}

const SHORTEST_REPEATED = 20;

/** Takes out paragraphs beside a mark that are its caption. @param caption as a skeleton */
function dropBeside(mark: DomElement, caption: string): void {
  for (const beside of [mark.previousElementSibling, mark.nextElementSibling]) {
    const isParagraph = beside !== null && matches(beside, 'p,div');
    if (!isParagraph || skeleton(lineOf(beside)) !== caption) continue;
    if (selectFirst(beside, MARKS) === null) beside.remove();
  }
}
