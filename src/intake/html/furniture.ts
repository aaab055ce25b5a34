// What stands between the paragraphs of a page and is no part of its story.

import type { Draft, Dropped } from '../draft.ts';
import { type DomElement, lineOf } from './dom.ts';
import { skeleton } from './words.ts';

type Known = Pick<Draft, 'title' | 'deck' | 'summary'>;

interface FurnitureRule {
  readonly why: string;
  readonly selector: string;
  readonly isFurniture: (text: string, element: DomElement, known: Known) => boolean;
}

const LINE = 'p,div,li,h1,h2,h3,h4,h5,h6,span,strong,em,section,aside,ul';

const RULES: readonly FurnitureRule[] = [
  {
    why: 'advertisement',
    selector: LINE,
    isFurniture: (text) =>
      /^(?:advertisement|advertising|ad|sponsored(?: content)?|publicité|anzeige|werbung|publicidad|article continues (?:below|after (?:this )?ad(?:vertisement)?)|story continues below(?: advertisement)?|continue reading(?: the main story)?|scroll to continue)\.?$/i.test(
        text,
      ),
  },
  {
    why: 'headline again',
    selector: 'h1,h2',
    isFurniture: (text, _element, { title }) =>
      title !== null && skeleton(text) === skeleton(title),
  },
  {
    why: 'deck again',
    selector: 'p,h2,h3,h4,div',
    isFurniture: (text, _element, { deck }) => deck !== null && skeleton(text) === skeleton(deck),
  },
];

const LONGEST = 600;

/** Takes furniture out of the body. @returns what was taken, for those who want to see it */
export function dropFurniture(body: DomElement, known: Known): readonly Dropped[] {
  const dropped: Dropped[] = [];
  for (const { why, selector, isFurniture } of RULES) {
    for (const element of [...body.querySelectorAll(selector)]) {
      if (!body.contains(element)) continue;
      const text = lineOf(element);
      if (text === '' || text.length > LONGEST || !isFurniture(text, element, known)) continue;
      dropped.push({ text, why });
      element.remove();
    }
  }
  return dropped;
}
