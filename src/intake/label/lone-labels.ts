// Labels and headings of boxes in which nothing else belongs to the story.
import { type DomElement, upward } from '../page/html/document/dom.ts';
import { isFigure, isKept, type StoryUnit, type Units } from './story-units.ts';

/** UTF-16 units of a label, and of all those of a box. */
const LONGEST = 60;
const LONGEST_OF_BOX = 120;
/** So many times as long is what it names: a button beside it is less. */
const MORE = 3;

/** Units that only name what stood in a box with them, and is left out. */
export function loneLabels(units: Units, isOut: (unit: StoryUnit) => boolean): Units {
  const labels = units.filter((unit) => isKept(unit) && !isOut(unit) && isLabel(unit));
  const told = lengthsIn(units.filter((unit) => !isOut(unit) && !labels.includes(unit)));
  const named = lengthsIn(labels);
  const gone = lengthsIn(units.filter((unit) => isKept(unit) && isOut(unit)));
  const isAlone = (box: DomElement): boolean => {
    const length = named.get(box) ?? 0;
    return !told.has(box) && length <= LONGEST_OF_BOX && (gone.get(box) ?? 0) >= length * MORE;
  };
  return labels.filter(({ element }) => [...upward(element)].some(isAlone));
}

/** The length of the units in each element that holds some. */
function lengthsIn(units: Units): ReadonlyMap<DomElement, number> {
  const lengths = new Map<DomElement, number>();
  for (const { element, length } of units) {
    for (const box of upward(element)) lengths.set(box, (lengths.get(box) ?? 0) + length);
  }
  return lengths;
}

/** Whether a unit is a heading, or a few words that are no sentence. */
function isLabel(unit: StoryUnit): boolean {
  if (isFigure(unit) || unit.length > LONGEST) return false;
  const { element, blocks } = unit;
  return (
    /^(?:p|h[2-6])$/.test(element.localName) && !/[.!?。！？…]\P{L}*$/u.test(blocks[0]?.text ?? '')
  );
}
