// The pictures of a story's galleries: the judge sees one at a time, without a word beside it.
import { groupBy } from '../../core/group-by.ts';
import { isPictureName } from '../facts/find-furniture.ts';
import { upward } from '../page/html/document/dom.ts';
import { matches } from '../page/html/document/select.ts';
import { isFigure, partOf, type StoryUnit, type Units } from './story-units.ts';

/** What shows several pictures, or one after the other. */
const GALLERY = '[class*="gallery"],[class*="slideshow"],[class*="carousel"],[class*="slider"]';

/** The pictures of galleries in a story's own element that have no words of another matter in them. */
export function galleryUnits(units: Units, story: ReadonlySet<StoryUnit>): Units {
  const part = partOf(units, story);
  const boxed = groupBy(units, ({ element }) =>
    [...upward(element)].findLast((one) => matches(one, GALLERY) && part?.contains(one)),
  );
  return Array.from(boxed).flatMap(([box, members]) => {
    const isGallery = members.every((unit) => story.has(unit) || isOfGallery(unit));
    return box !== undefined && box !== part && isGallery ? members.filter(isFigure) : [];
  });
}

/** Whether a unit is a picture without a word that leads nowhere, the name of one, or a gallery's label. */
function isOfGallery({ blocks: [block, more] }: StoryUnit): boolean {
  if (block === undefined || more !== undefined) return false;
  const { figure, text, isFurniture } = block;
  if (figure === null) return isFurniture || isPictureName(text);
  return figure.caption === '' && !figure.isLink;
}
