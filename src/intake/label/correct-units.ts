// What of a page's units the user's corrections meet, and what they make of what was judged.

import { type Correction, createCorrector } from '../corrections.ts';
import { kindOf } from '../page/html/document/paragraph-kinds.ts';
import { lengthOf, type Story, type StoryUnit, type Units, unitText } from './story-units.ts';

/** Of a page's text, that one shape may have and still tell a piece from the story. */
const LARGEST_SHARE = 0.25;

/** The units that corrections meet, each with the one that does. */
function findMet(units: Units, corrections: readonly Correction[]) {
  const corrector = createCorrector(corrections);
  return units.flatMap((unit) => {
    const correction = corrector(unitText(unit), kindOf(unit.element));
    return correction === null ? [] : [{ unit, correction }];
  });
}

/** The shape of a unit where few others have it; '' where it is the story's, or has no name. */
function shapeOf({ element }: StoryUnit, units: Units): string {
  const shape = kindOf(element);
  const alike = units.filter((unit) => kindOf(unit.element) === shape);
  const isRare = lengthOf(alike) <= lengthOf(units) * LARGEST_SHARE;
  return isRare && /\.[^/]/.test(shape) ? shape : '';
}

/** What is judged, with what the user put right before it. */
export function correctUnits(units: Units, judged: Story, corrections: readonly Correction[]) {
  const met = corrections.length === 0 ? [] : findMet(units, corrections);
  const metBy = (take: Correction['take']): ReadonlySet<StoryUnit> =>
    new Set(met.flatMap(({ unit, correction }) => (correction.take === take ? [unit] : [])));
  const wanted = metBy('in');
  const unwanted = metBy('out');
  return {
    wanted,
    unwanted,
    story: units.filter((unit) => wanted.has(unit) || (judged.has(unit) && !unwanted.has(unit))),
    corrected: corrections.flatMap((one) => {
      const unit = met.find(({ correction }) => correction === one)?.unit;
      if (unit === undefined) return [];
      return one.shape === '' ? { ...one, shape: shapeOf(unit, units) } : one;
    }),
  };
}
