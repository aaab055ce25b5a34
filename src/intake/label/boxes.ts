// Elements that hold several units of a page, and how likely their words together belong to its story.
import { isCall } from '../facts/find-furniture.ts';
import { type DomElement, upward } from '../page/html/document/dom.ts';
import type { PageBlock } from './block-features.ts';
import type { StoryUnit } from './story-units.ts';

/** A unit as its boxes see it. */
type Boxed = Pick<StoryUnit, 'element' | 'length' | 'chance'> & {
  /** Of which the first speaks for all. */
  readonly blocks: readonly Pick<PageBlock, 'text' | 'figure' | 'isFurniture'>[];
};

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
  for (const [start, { element, chance, ...unit }] of units.entries()) {
    const [block] = unit.blocks;
    const isFigure = (block?.figure ?? null) !== null;
    const isInvitation = isCall(block?.text ?? '');
    // A line that papers have everywhere tells nothing of what stands beside it.
    const isText = !(isFigure || isInvitation || block?.isFurniture);
    const length = isText ? unit.length : 0;
    const called = isInvitation ? unit.length : 0;
    for (const around of upward(element)) {
      const box = boxes.get(around) ?? { ...EMPTY, start };
      const isOwn = isInvitation && around === element.parentElement;
      boxes.set(around, {
        start: box.start,
        length: box.length + length,
        sum: box.sum + chance * length,
        figures: box.figures + Number(isFigure),
        calls: box.calls + Number(isOwn),
        called: box.called + called,
      });
    }
  }
  return boxes;
}
