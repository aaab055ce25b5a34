// What a block stands in, by tags and by the names that sites give to elements.
import { lazyFor } from '../../core/lazy.ts';
import { type DomElement, nameOf } from '../page/html/document/dom.ts';
import kinds from './element-kinds.json' with { type: 'json' };

const NAMES = Object.values(kinds.names).map((words) => new RegExp(words, 'i'));
const TAGS = Object.values(kinds.tags).map((tags) => new RegExp(`^(?:${tags})$`));

/**
 * How near the next element of each kind is, from the inside out: 1 is the block itself, ½ what it
 * stands in, and so on; 0 where it stands in none.
 */
export function createSurroundings(): (element: DomElement) => readonly number[] {
  // A page has few names for its many elements.
  const named = lazyFor((name: string) => NAMES.map((pattern) => pattern.test(name)));
  const tagged = lazyFor((tag: string) => TAGS.map((pattern) => pattern.test(tag)));
  const near = lazyFor((element: DomElement): readonly number[] => {
    const outer = element.parentElement === null ? null : near(element.parentElement);
    return [...named(nameOf(element)), ...tagged(element.localName)].map((is, at) => {
      const before = outer?.[at] ?? 0;
      return is ? 1 : before && 1 / (1 / before + 1);
    });
  });
  return near;
}
