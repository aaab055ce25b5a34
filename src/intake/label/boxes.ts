// Elements that hold several blocks of a page: what stands in those around a block.
import { groupBy } from '../../core/group-by.ts';
import { lazyFor } from '../../core/lazy.ts';
import { shapeOf, upward } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { type Features, log } from './measures.ts';
import type { PageBlock } from './page-blocks.ts';

/** What stands in an element, in blocks and in UTF-16 units. */
interface Box {
  blocks: number;
  taken: number;
  text: number;
  linked: number;
  /** Of paragraphs with few links. */
  prose: number;
}

type Boxes = ReadonlyMap<DomElement, Box>;

const EMPTY: Box = { blocks: 0, taken: 0, text: 0, linked: 0, prose: 0 };

/** A text of fewer UTF-16 units is no prose, nor is one with more of it in links. */
const SHORTEST = 80;
const MOST_LINKED = 0.3;

/** The boxes of a page's blocks, each by its element. */
export function boxesOf(blocks: readonly PageBlock[], taken: readonly boolean[]): Boxes {
  const boxes = new Map<DomElement, Box>();
  for (const [at, { element, text, linked }] of blocks.entries()) {
    const isProse = text.length > SHORTEST && linked < MOST_LINKED;
    for (const around of upward(element)) {
      const box = boxes.get(around) ?? { ...EMPTY };
      boxes.set(around, box);
      box.blocks += 1;
      box.taken += Number(taken[at]);
      box.text += text.length;
      box.linked += linked * text.length;
      if (isProse) box.prose += text.length;
    }
  }
  return boxes;
}

/** Shares of a page's prose of which it counts how far out the element is that has them. */
const SHARES = [0.3, 0.5, 0.7] as const;
const MOST = 0.5;
/** Steps outwards that are as many as count. */
const FARTHEST = 20;

/**
 * What the next two boxes around a block hold, and how far out those are with the headline and most prose.
 * @param titled the headline, and what it stands in
 */
export function withinOf(
  element: DomElement,
  boxes: Boxes,
  titled: ReadonlySet<DomElement>,
): Features {
  const outwards = [...upward(element.parentElement)];
  const all = boxes.get(outwards.at(-1) ?? element)?.prose ?? 0;
  const hasShare = (share: number) => (one: DomElement) =>
    (boxes.get(one)?.prose ?? 0) >= all * share;
  const stepsTo = (is: (one: DomElement) => boolean): number => {
    const steps = outwards.findIndex(is);
    return steps < 0 ? FARTHEST : Math.min(FARTHEST, steps);
  };
  const boxOf = (one: DomElement | undefined): Box => (one && boxes.get(one)) ?? EMPTY;
  const [parent, outer] = [boxOf(outwards[0]), boxOf(outwards[1])];
  const most = boxOf(outwards.find(hasShare(MOST)));
  return [
    ...SHARES.map((share) => stepsTo(hasShare(share))),
    titled.size === 0 ? -1 : stepsTo((one) => titled.has(one)),
    log(parent.blocks),
    parent.prose / Math.max(1, all),
    outer.prose / Math.max(1, all),
    parent.taken / Math.max(1, parent.blocks),
    outer.taken / Math.max(1, outer.blocks),
    parent.linked / Math.max(1, parent.text),
    outer.linked / Math.max(1, outer.text),
    log(most.blocks),
    most.linked / Math.max(1, most.text),
  ];
}

/** Steps outwards in which neighbours are looked for. */
const NEAR = 8;

/** How far out the elements are that hold a block with the one before it, and the one after it. */
export function stepsOf(
  element: DomElement,
  ...beside: readonly (PageBlock | undefined)[]
): Features {
  const outwards = [...upward(element)].slice(0, NEAR);
  return beside.map((other) => {
    const steps = outwards.findIndex((one) => other !== undefined && one.contains(other.element));
    return steps < 0 ? outwards.length : steps;
  });
}

/** Elements around a block of which it counts how many stand beside them. */
const OUTWARDS = 3;

/** Tells how many elements of the same kind stand beside each of the next around a block: cards, comments. */
export function createRepeats(): (element: DomElement) => Features {
  const shapesIn = lazyFor((holder: DomElement) => groupBy(holder.children, shapeOf));
  return (element) => {
    const outwards = [...upward(element.parentElement)].slice(0, OUTWARDS);
    return Array.from({ length: OUTWARDS }, (_, at) => {
      const one = outwards[at];
      const holder = one?.parentElement ?? null;
      if (one === undefined || holder === null) return 0;
      return log(shapesIn(holder).get(shapeOf(one))?.length ?? 0);
    });
  };
}
