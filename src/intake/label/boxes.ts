// Elements that hold several units of a page, and how likely their words together belong to its story.
import { type DomElement, upward } from '../page/html/document/dom.ts';

/** A unit as its boxes see it. */
interface Boxed {
  readonly element: DomElement;
  /** In UTF-16 units. */
  readonly length: number;
  /** That it belongs to the story: 0 to 1. */
  readonly chance: number;
  readonly isFigure: boolean;
  /** Whether it calls readers to something. */
  readonly isCall: boolean;
}

/** What stands in an element; of its figures only how many they are. */
export interface Box {
  /** The place of its first unit. */
  readonly start: number;
  /** Of its words. */
  readonly length: number;
  /** The chances of its words; a call has none. */
  readonly sum: number;
  readonly figures: number;
  /** Calls that stand in no smaller box. */
  readonly calls: number;
}

/** The boxes of all units, each by its element. */
export function boxesOf(units: readonly Boxed[]): ReadonlyMap<DomElement, Box> {
  const boxes = new Map<DomElement, Box>();
  for (const [start, { element, length, chance, isFigure, isCall }] of units.entries()) {
    for (const around of upward(element)) {
      const box = boxes.get(around) ?? { start, length: 0, sum: 0, figures: 0, calls: 0 };
      const isOwn = isCall && around === element.parentElement;
      boxes.set(around, {
        start: box.start,
        length: box.length + (isFigure ? 0 : length),
        sum: box.sum + (isFigure || isCall ? 0 : chance * length),
        figures: box.figures + Number(isFigure),
        calls: box.calls + Number(isOwn),
      });
    }
  }
  return boxes;
}
