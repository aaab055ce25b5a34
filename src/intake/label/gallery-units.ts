// The pictures of a story's galleries: the judge sees one at a time, without a word beside it.
import { findFurniture, isPictureName } from '../facts/find-furniture.ts';
import { BOXES } from '../page/html/document/main-part.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, selectAll, selectFirst, withClass } from '../page/html/dom/select.ts';
import { isFigure, partOf, type Story, type StoryUnit, type Units } from './story-units.ts';

/** What shows several pictures, or one after the other. */
const GALLERY = '[class*="gallery"],[class*="slideshow"],[class*="carousel"],[class*="slider"]';
/** Of whom or what there are pictures in a row, beside a story's own. */
const OF_OTHERS = `${BOXES},${withClass('logo', 'partner', 'sponsor', 'client', 'brand', 'team', 'author', 'product', 'shop', 'offer', 'promo', 'award', 'insta', 'newsletter', 'video', '-nav')}`;

/** The pictures of galleries in a story's own element, below a unit of it, without words of another matter. */
export function galleryUnits(units: Units, story: Story): Units {
  const part = partOf(units, story);
  const told = new Set(story);
  for (const box of part === null ? [] : galleriesIn(part)) {
    const isIn = ({ element }: StoryUnit): boolean => box.contains(element);
    const above = units[units.findIndex(isIn) - 1];
    if (above === undefined || !told.has(above)) continue;
    const members = units.filter(isIn);
    if (!members.every((unit) => story.has(unit) || isOfGallery(unit))) continue;
    for (const unit of members.filter(isFigure)) told.add(unit);
  }
  return [...told].filter((unit) => !story.has(unit));
}

/** The outermost galleries of a part; it, what they stand in and their pieces are called after no others. */
function galleriesIn(part: DomElement): readonly DomElement[] {
  const standsIn = (element: DomElement | null, selector: string): boolean => {
    const around = closest(element, selector);
    return around !== null && part.contains(around);
  };
  return selectAll(part, GALLERY).filter(
    (box) =>
      !standsIn(box.parentElement, GALLERY) &&
      !standsIn(box, OF_OTHERS) &&
      selectFirst(box, OF_OTHERS) === null,
  );
}

/** Whether a unit is a picture without a word that leads nowhere, the name of one, or a gallery's label. */
function isOfGallery({ blocks: [block, more] }: StoryUnit): boolean {
  if (block === undefined || more !== undefined) return false;
  const { figure, text } = block;
  if (figure === null) return findFurniture(text) === 'player' || isPictureName(text);
  return figure.caption === '' && !figure.isLink && findFurniture(figure.alt) === null;
}
