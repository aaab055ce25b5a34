// What a removal needs, of a library that is read whole.
import { areCopies } from '../../src/core/journal/removal.ts';
import type { Library } from '../../src/library/finder/open-library.ts';
import type { Removing } from '../../src/library/store/remove-articles.ts';

export function removing({ root, journals, articles }: Library): Removing {
  return {
    root,
    journals,
    copiesOf: (head) => articles.filter((other) => areCopies(head, other)),
  };
}
