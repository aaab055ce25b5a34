// The blocks of a page: elements that hold no other, and the marks of its figures.

import { countMatches } from '../../core/count.ts';
import { findFurniture, foldLine, listHeadKind } from '../facts/find-furniture.ts';
import { ORDER } from '../page/html/document/block-order.ts';
import { type Figures, figureOf, type PageFigure } from '../page/html/document/page-figure.ts';
import { kindOf } from '../page/html/document/paragraph-kinds.ts';
import { lineOf, upward } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, linkedLength, selectAll } from '../page/html/dom/select.ts';
import { patternWith } from '../words/pattern.ts';

/** A block and what its words say by themselves. */
export interface PageBlock {
  readonly element: DomElement;
  /** Of a figure its caption, else what it shows. */
  readonly text: string;
  readonly figure: PageFigure | null;
  /** Whether something in it is bold or in italics. */
  readonly isMarked: boolean;
  /** Of its text: 0 to 1. */
  readonly linked: number;
  /** Its tag and classes, and those of what it stands in. */
  readonly kind: string;
  /** Words by which a paper speaks of itself and to its readers. */
  readonly appeals: number;
  /** Whether papers have such a line everywhere. */
  readonly isFurniture: boolean;
  /** Whether it heads a list of other things: stories, comments. */
  readonly isHead: boolean;
}

/** Longest text that may be a phrase of a page, in UTF-16 units, and longest that heads a list. */
export const PHRASE = 400;
const HEAD = 70;
/** Units of a text whose words are compared. */
export const COMPARED = 1000;

const appeal = patternWith('giu')`
  (?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}])${'appeal'}`;

/** The blocks of a page whose blocks are numbered, in its order. */
export function pageBlocks(root: DomElement, figures: Figures): readonly PageBlock[] {
  const numbered = selectAll(root, `[${ORDER}]`);
  const leaves = numbered.filter((element, at) => {
    const next = numbered[at + 1];
    return next === undefined || !element.contains(next);
  });
  const marked = markedBlocks(root);
  return leaves
    .map((element) => ({
      element,
      ...figureAndText(element, figures),
      isMarked: marked.has(element),
    }))
    .filter(({ text, figure }) => text !== '' || figure !== null)
    .map((block) => ({ ...block, ...markupFacts(block) }));
}

/** What a block says: of a figure its caption, else what it shows. */
function figureAndText(element: DomElement, figures: Figures) {
  const figure = figureOf(figures, element) ?? null;
  const text = figure === null ? lineOf(element) : figure.caption || figure.alt;
  return { figure, text };
}

/** What a block's markup says of its words, and its words by themselves. */
function markupFacts({ element, text }: Pick<PageBlock, 'element' | 'text'>) {
  const isInLink = closest(element, 'a') !== null;
  return {
    linked: isInLink ? 1 : linkedLength(element) / Math.max(1, text.length),
    kind: kindOf(element),
    appeals: countMatches(text.slice(0, COMPARED), appeal()),
    isFurniture: text.length <= PHRASE && findFurniture(text) !== null,
    isHead: text.length < HEAD && listHeadKind(foldLine(text)) !== null,
  };
}

function markedBlocks(root: DomElement): ReadonlySet<DomElement | undefined> {
  const marks = selectAll(root, 'b,strong,em,i');
  return new Set(marks.map((mark) => [...upward(mark)].find((one) => one.hasAttribute(ORDER))));
}
