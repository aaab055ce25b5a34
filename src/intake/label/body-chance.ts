// How likely a piece of a page is a part of the story: decision trees that labelled pages taught.
import { lazy } from '../../core/lazy.ts';
import type { Features } from './measures.ts';

/** A leaf's value, or a question: the feature's index, its limit, then the sides up to it and above. */
type Tree = number | readonly [feature: number, limit: number, upTo: Tree, above: Tree];

function isTree(value: unknown): value is Tree {
  if (!Array.isArray(value)) return typeof value === 'number';
  const [feature, limit, ...sides] = value;
  return typeof feature === 'number' && typeof limit === 'number' && sides.every(isTree);
}

function answer(tree: Tree, features: Features): number {
  let at = tree;
  while (typeof at !== 'number') at = (features[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
  return at;
}

/** What train.py writes. */
interface Model {
  readonly start: number;
  readonly trees: readonly unknown[];
}

/** What pieces are judged by, a model for each kind of page; its trees are read at the first. */
export function createJudge({ start, trees: known }: Model): (features: Features) => number {
  const trees = lazy(() => known.filter(isTree));
  return (features) => {
    let sum = start;
    for (const tree of trees()) sum += answer(tree, features);
    return 1 / (1 + Math.exp(-sum));
  };
}

/** Why a piece that was judged is left out: what it is, and how sure that is. */
export function judgedAs(kind: string | null, chance: number): string {
  return `${kind ?? 'furniture'}, ${Math.round((1 - chance) * 100)} % sure`;
}
