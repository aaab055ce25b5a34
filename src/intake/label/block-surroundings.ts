// What the elements around a block are called, and which elements they are.
import { lazyFor } from '../../core/lazy.ts';
import { attribute, type DomElement, nameOf } from '../page/html/document/dom.ts';
import elementKinds from './element-kinds.json' with { type: 'json' };
import type { Features } from './measures.ts';

const NAMES = Object.values(elementKinds.names).map((words) => new RegExp(words, 'i'));
const TAGS = Object.values(elementKinds.tags).map((tags) => new RegExp(`^(?:${tags})$`));

const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether a page hides an element until a script shows it. */
function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden') || attribute(element, 'aria-hidden') === 'true') return true;
  return UNSEEN.test(attribute(element, 'style'));
}

/**
 * How near the next element of each kind is, from the inside out: 1 is the block itself, ½ what it
 * stands in, and so on; 0 where it stands in none.
 */
export function createSurroundings(): (element: DomElement) => Features {
  // A page has few names for its many elements.
  const named = lazyFor((name: string) => NAMES.map((pattern) => pattern.test(name)));
  const tagged = lazyFor((tag: string) => TAGS.map((pattern) => pattern.test(tag)));
  const near = lazyFor((element: DomElement): Features => {
    const outer = element.parentElement === null ? null : near(element.parentElement);
    const is = [...named(nameOf(element)), ...tagged(element.localName), isHidden(element)];
    return is.map((isOne, at) => {
      const before = outer?.[at] ?? 0;
      return isOne ? 1 : before && 1 / (1 / before + 1);
    });
  });
  return near;
}
