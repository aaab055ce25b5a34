// What this program's own attributes are called at a place of a file.
import { type OpmlElement, type OpmlFile, OWN_NAMESPACE } from './outline-file.ts';
import type { Splice } from './splice.ts';

const PREFIX = 'newsprint';

/** How own attributes are written in an element's children. */
export interface OwnNames {
  /** With its colon. */
  readonly prefix: string;
  /** What the element itself has to declare, each after a space. */
  readonly declaration: string;
}

/**
 * The names under an element, and what makes them known for the whole file where nothing does yet:
 * a declaration in the root, unless the prefix means something else there.
 */
export function ownNames(
  { root }: OpmlFile,
  element: OpmlElement,
): OwnNames & { readonly declare: Splice | null } {
  const bound = boundPrefixes(element);
  for (const [prefix, namespace] of bound) {
    if (namespace === OWN_NAMESPACE && prefix !== '') {
      return { prefix: `${prefix}:`, declaration: '', declare: null };
    }
  }
  const prefix = `${PREFIX}:`;
  const declaration = ` xmlns:${PREFIX}="${OWN_NAMESPACE}"`;
  if (root === null || bound.has(PREFIX)) {
    return { prefix, declaration, declare: null };
  }
  const place = root.start + 1 + root.name.length;
  return { prefix, declaration: '', declare: { start: place, end: place, text: declaration } };
}

/** The namespaces that hold under an element, by prefix. */
function boundPrefixes(element: OpmlElement): ReadonlyMap<string, string> {
  const bound = new Map<string, string>();
  for (let at: OpmlElement | null = element; at !== null; at = at.parent) {
    for (const [prefix, namespace] of at.declared) {
      if (!bound.has(prefix)) bound.set(prefix, namespace);
    }
  }
  return bound;
}
