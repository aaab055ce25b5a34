// Lines below a story that tell what it is from, or who helped with it.
import { closest } from '../page/html/document/select.ts';
import { lineTest, phrasesOf } from '../words/phrases.ts';
import { isFigure, leadsOn, type StoryUnit, type Units } from './story-units.ts';

/** Where readers write. */
export const COMMENT = '[class*="comment"],[id*="comment"]';
/** In UTF-16 units. */
const LONGEST = 400;

/** Whether a line says so by its words. */
export const isOfSources = lineTest(() => phrasesOf('source line'));

/** The lines of a page that tell so right behind a paragraph of its story. */
export function sourceLines(units: Units, story: ReadonlySet<StoryUnit>): Units {
  const told = (unit: StoryUnit | undefined): unit is StoryUnit =>
    unit !== undefined && story.has(unit) && !isFigure(unit) && !leadsOn(unit);
  return units.filter((unit, at) => {
    const before = units[at - 1];
    const text = unit.blocks[0]?.text ?? '';
    if (isFigure(unit) || text.length > LONGEST || !told(before)) return false;
    if (closest(unit.element, COMMENT) !== null) return false;
    const part = before.element.parentElement?.parentElement;
    return part?.contains(unit.element) === true && isOfSources(text);
  });
}
