// The picture that a page calls its own, in its data or where it shows it, where the story has none.

import { firstValue } from '../../../../core/first-value.ts';
import { skeleton } from '../../../../core/fold.ts';
import { lazy } from '../../../../core/lazy.ts';
import { httpUrl } from '../../../../core/url/clean-url.ts';
import type { Draft } from '../../../draft.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { ORDER, orderOf } from '../document/block-order.ts';
import { share } from '../document/compare-words.ts';
import { standsIn } from '../document/main-part.ts';
import type { TitledPage } from '../document/page-data.ts';
import {
  ELSEWHERE,
  type Figures,
  figureOf,
  isMark,
  MARKS,
  numberOf,
  type PageFigure,
} from '../document/page-figure.ts';
import { isLonger, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { selectAll, selectFirst } from '../dom/select.ts';
import { namedPictures } from '../figures/named-pictures.ts';
import { fileName } from '../figures/pictures.ts';
import { STORY_PARAGRAPH } from './drop-furniture.ts';

/** The marks of a page's figures that stand in no part beside its story. */
export function shownMarks(body: DomElement): readonly DomElement[] {
  return selectAll(body, MARKS).filter((mark) => !standsIn(mark, ELSEWHERE));
}

/**
 * Puts the page's picture above the story, where the page shows it and the story has none there; or gives
 * it to a caption there whose picture only a script shows.
 * @param marks of the figures that the page shows around its story
 * @param names of authors and of the site: none of them is what a picture of the story shows
 * @returns the figures, that one with its picture
 */
export function placeLead(
  body: DomElement,
  marks: readonly DomElement[],
  figures: Figures,
  { page, names }: { readonly page: TitledPage; readonly names: readonly string[] },
): Figures {
  const urls = namedPictures(page);
  const named = new Set(urls.map(fileName));
  const fileOf = (mark: DomElement): string => fileName(figureOf(figures, mark)?.src ?? '');
  const isNamed = (mark: DomElement): boolean => named.has(fileOf(mark));
  const there = selectAll(body, MARKS);
  if (there.some(isNamed)) return figures;
  const people = new Set(names.map(skeleton).filter(Boolean));
  const shown = marks.filter((mark) => {
    const { isLink, alt } = figureOf(figures, mark) ?? { isLink: true, alt: '' };
    return !isLink && !people.has(skeleton(alt));
  });
  const ofData = shown.filter(isNamed);
  const lead = ofData.find((mark) => figureOf(figures, mark)?.caption !== '') ?? ofData[0];
  const first = firstBlock(body, figures);
  if (first !== undefined && isMark(first)) {
    const src = lead && figureOf(figures, lead)?.src;
    return withPicture(figures, first, src ?? firstValue(urls, (url) => httpUrl(url, page.base)));
  }
  // One without a picture leads no story.
  const files = new Set(['', ...there.map(fileOf)]);
  const above = shown.filter((mark) => first !== undefined && orderOf(mark) < orderOf(first));
  const others = above.filter((mark) => !files.has(fileOf(mark)));
  const isLead = (mark: DomElement) => isCalledLead(figureOf(figures, mark), page.headline);
  const placed = lead ?? others.findLast(isLead);
  if (placed !== undefined) body.prepend(placed.cloneNode(true));
  return figures;
}

/** The figures, the marked one with that picture where it has none. */
function withPicture(figures: Figures, mark: DomElement, src: string | null): Figures {
  return figures.map((one, at) =>
    at === numberOf(mark) && one.src === null ? { ...one, src } : one,
  );
}

/** The words of a headline that a picture says of itself. */
const MOSTLY = 0.8;

/** Whether a page calls a picture its own by a name, by its headline, or tells only who made it. */
function isCalledLead(figure: PageFigure | undefined, headline: string | null): boolean {
  if (figure === undefined || figure.src === null) return false;
  const { alt, isLead } = figure;
  return isLead || isCreditAlone(alt) || share(headline ?? '', alt) >= MOSTLY;
}

/** The first paragraph, or the picture or caption above it. */
function firstBlock(body: DomElement, figures: Figures): DomElement | undefined {
  const isPicture = (mark: DomElement) => figureOf(figures, mark)?.embed === undefined;
  const isLeaf = (block: DomElement): boolean => selectFirst(block, `p,[${ORDER}]`) === null;
  return selectAll(body, `p,[${ORDER}],${MARKS}`).find((block) =>
    isMark(block) ? isPicture(block) : isLeaf(block) && isLonger(block, STORY_PARAGRAPH),
  );
}

/** Letters from which a headline, and a sentence of the story, is said by no chance. */
const SURE_HEADLINE = 12;
const SURE_SENTENCE = 40;

/** Figures of which none is said to show what headline, deck or story say: a caption would say it again. */
export function withoutRepeats(
  figures: Figures,
  body: DomElement,
  fields: Pick<Draft, 'title' | 'deck'>,
): Figures {
  const title = skeleton(fields.title ?? '');
  const story = lazy(() => skeleton(`${fields.deck ?? ''} ${lineOf(body)}`));
  const isSaid = (alt: string): boolean =>
    (title.length >= SURE_HEADLINE && alt.includes(title)) ||
    (alt.length >= SURE_SENTENCE && story().includes(alt));
  return figures.map((figure) => (isSaid(skeleton(figure.alt)) ? { ...figure, alt: '' } : figure));
}
