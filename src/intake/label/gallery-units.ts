// The pictures of a story's galleries: the judge sees one at a time, without a word beside it.
import { groupBy } from '../../core/group-by.ts';
import { findFurniture, isPictureName } from '../facts/find-furniture.ts';
import { type DomElement, upward } from '../page/html/document/dom.ts';
import { BOXES } from '../page/html/document/main-part.ts';
import { closest, matches, selectFirst } from '../page/html/document/select.ts';
import { isFigure, partOf, type StoryUnit, type Units } from './story-units.ts';

/** What shows several pictures, or one after the other. */
const GALLERY = '[class*="gallery"],[class*="slideshow"],[class*="carousel"],[class*="slider"]';
/** Of whom or what there are pictures in a row, beside a story's own. */
const OF_OTHERS = `${BOXES},${['logo', 'partner', 'sponsor', 'client', 'brand', 'team', 'author', 'product', 'shop', 'offer', 'promo', 'award', 'insta', 'newsletter', 'video', '-nav'].map((name) => `[class*="${name}" i]`).join(',')}`;

/** The pictures of galleries in a story's own element, below a unit of it, without words of another matter. */
export function galleryUnits(units: Units, story: ReadonlySet<StoryUnit>): Units {
  const part = partOf(units, story);
  const told = new Set(story);
  const boxed = groupBy(units, ({ element }) =>
    [...upward(element)].findLast((one) => matches(one, GALLERY) && part?.contains(one)),
  );
  for (const [box, members] of boxed) {
    const [first] = members;
    const above = first && units[units.indexOf(first) - 1];
    const isBelow = above !== undefined && told.has(above);
    if (box === undefined || box === part || !isBelow || isOfOthers(box, part)) continue;
    if (!members.every((unit) => story.has(unit) || isOfGallery(unit))) continue;
    for (const unit of members.filter(isFigure)) told.add(unit);
  }
  return [...told].filter((unit) => !story.has(unit));
}

/** Whether a gallery, what it stands in or a piece of it is called after others. */
function isOfOthers(box: DomElement, part: DomElement | null): boolean {
  const around = closest(box, OF_OTHERS);
  return (
    selectFirst(box, OF_OTHERS) !== null || (around !== null && part?.contains(around) === true)
  );
}

/** Whether a unit is a picture without a word that leads nowhere, the name of one, or a gallery's label. */
function isOfGallery({ blocks: [block, more] }: StoryUnit): boolean {
  if (block === undefined || more !== undefined) return false;
  const { figure, text } = block;
  if (figure === null) return findFurniture(text) === 'player' || isPictureName(text);
  return figure.caption === '' && !figure.isLink && findFurniture(figure.alt) === null;
}
