// How likely a piece of a page is what decision trees were trained on: of the story, or its deck.
import { lazy } from '../../core/lazy.ts';
import type { Features } from './measures.ts';

/** A leaf's value, or a split: the feature's index, its limit, the branches up to it and above. */
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

/** Judges pieces by the model of a kind of page; its trees are parsed at first use. */
export function createJudge({ start, trees: known }: Model): (features: Features) => number {
  const trees = lazy(() => known.filter(isTree));
  return (features) => {
    let sum = start;
    for (const tree of trees()) sum += answer(tree, features);
    return 1 / (1 + Math.exp(-sum));
  };
}

/** Why a piece is left out: its kind, and how sure that is. */
export function judgedAs(kind: string | null, chance: number): string {
  return `${kind ?? 'furniture'}, ${Math.round((1 - chance) * 100)} % sure`;
}
