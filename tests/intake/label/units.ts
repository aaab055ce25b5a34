// Units of one block with a chance each, and pages that they make up.

import { findFurniture } from '../../../src/intake/facts/find-furniture.ts';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import type { StoryUnit } from '../../../src/intake/label/story-units.ts';
import { DomDocument, DomElement } from '../../../src/intake/page/html/dom/nodes.ts';

export const LONG =
  'The ferry crosses the sound four times a day, and nobody counts the gulls. '.repeat(3);

export const document = new DomDocument();

/** A unit of one block. */
export function unit(
  tag: string,
  text: string,
  chance: number,
  isTaken = false,
  appeals = 0,
): StoryUnit {
  const element = new DomElement(tag);
  element.textContent = text;
  document.body.append(element);
  const isFurniture = findFurniture(text) !== null;
  const plain = {
    isMarked: false,
    linked: 0,
    appeals,
    isFurniture,
    isHead: false,
  };
  const block = { element, text, figure: null, kind: tag, ...plain };
  return { element, blocks: [block], length: text.length, chance, isTaken };
}

export const others = (tag: string) => [1, 2, 3, 4].map(() => unit(tag, 'More news', 0.01));

export const story = () => [1, 2, 3, 4].map(() => unit('p', LONG, 0.9, true));

/** The units in an element of their own. */
export function boxed(...units: readonly StoryUnit[]): readonly StoryUnit[] {
  const box = new DomElement('section');
  units[0]?.element.before(box);
  box.append(...units.map(({ element }) => element));
  return units;
}

/** Puts the boxes of units into an element. */
export function within(tag: string, units: readonly StoryUnit[]): void {
  const holder = new DomElement(tag);
  const boxes = new Set(units.map(({ element }) => element.parentElement ?? element));
  const [first] = boxes;
  first?.before(holder);
  holder.append(...[...boxes].filter((box) => box.localName === 'section'));
}

/** Whether a unit between two parts of a story is one of it, in a page with other things. */
export function stays(one: StoryUnit): boolean {
  return judgeUnits([...story(), one, ...story(), ...others('h4')]).has(one);
}
