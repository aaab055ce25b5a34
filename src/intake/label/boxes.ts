// Elements that hold several units of a page, and how likely their words together belong to its story.
import { findFurniture, isCall } from '../facts/find-furniture.ts';
import { type DomElement, upward } from '../page/html/document/dom.ts';

/** A unit as its boxes see it. */
interface Boxed {
  readonly element: DomElement;
  /** In UTF-16 units. */
  readonly length: number;
  /** That it belongs to the story: 0 to 1. */
  readonly chance: number;
  readonly isFigure: boolean;
  /** Of its first block. */
  readonly text: string;
}

/** UTF-16 units of lines that papers have everywhere. */
const LONGEST_LINE = 120;

/** What stands in an element; of its figures only how many they are. */
export interface Box {
  /** The place of its first unit. */
  readonly start: number;
  /** Of its words, but for calls and furniture. */
  readonly length: number;
  /** The chances of these words. */
  readonly sum: number;
  readonly figures: number;
  /** Calls that stand in no smaller box. */
  readonly calls: number;
  /** Of the words of all calls. */
  readonly called: number;
}

const EMPTY = { length: 0, sum: 0, figures: 0, calls: 0, called: 0 };

/** The boxes of all units, each by its element. */
export function boxesOf(units: readonly Boxed[]): ReadonlyMap<DomElement, Box> {
  const boxes = new Map<DomElement, Box>();
  for (const [start, { element, text, ...unit }] of units.entries()) {
    const calls = isCall(text);
    // A line that papers have everywhere tells nothing of what stands beside it.
    const isKnown = calls || (text.length <= LONGEST_LINE && findFurniture(text) !== null);
    const length = unit.isFigure || isKnown ? 0 : unit.length;
    const called = calls ? unit.length : 0;
    for (const around of upward(element)) {
      const box = boxes.get(around) ?? { ...EMPTY, start };
      const isOwn = calls && around === element.parentElement;
      boxes.set(around, {
        start: box.start,
        length: box.length + length,
        sum: box.sum + unit.chance * length,
        figures: box.figures + Number(unit.isFigure),
        calls: box.calls + Number(isOwn),
        called: box.called + called,
      });
    }
  }
  return boxes;
}
