// What a block stands in, by tags and by the names that sites give to elements.
import { type DomElement, nameOf } from '../page/html/document/dom.ts';
import kinds from './element-kinds.json' with { type: 'json' };

const NAMES = Object.values(kinds.names).map((words) => new RegExp(words, 'i'));
const TAGS = Object.values(kinds.tags).map((tags) => new RegExp(`^(?:${tags})$`));

/**
 * How near the next element of each kind is, from the inside out: 1 is the block itself, ½ what it
 * stands in, and so on; 0 where it stands in none.
 */
export function createSurroundings(): (element: DomElement) => readonly number[] {
  const known = new Map<DomElement, readonly number[]>();
  // A page has few names for its many elements.
  const named = remember((name) => NAMES.map((pattern) => pattern.test(name)));
  const tagged = remember((tag) => TAGS.map((pattern) => pattern.test(tag)));
  const near = (element: DomElement): readonly number[] => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const outer = element.parentElement === null ? null : near(element.parentElement);
    const isKind = [...named(nameOf(element)), ...tagged(element.localName)];
    const made = isKind.map((is, at) => {
      const before = outer?.[at] ?? 0;
      return is ? 1 : before && 1 / (1 / before + 1);
    });
    known.set(element, made);
    return made;
  };
  return near;
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
