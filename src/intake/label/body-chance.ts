// How likely a block is a part of the story: decision trees that labelled pages were taught to.
import model from './body-model.json' with { type: 'json' };

/** A leaf's value, or a question: the feature's index, its limit, then the sides up to it and above. */
type Tree = number | readonly [feature: number, limit: number, upTo: Tree, above: Tree];

function isTree(value: unknown): value is Tree {
  if (!Array.isArray(value)) return typeof value === 'number';
  const [feature, limit, ...sides] = value;
  return typeof feature === 'number' && typeof limit === 'number' && sides.every(isTree);
}

function answer(tree: Tree, features: readonly number[]): number {
  let at = tree;
  while (typeof at !== 'number') at = (features[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
  return at;
}

/** What blocks are judged by; made once, for its trees are many. */
export function createJudge(): (features: readonly number[]) => number {
  const known: readonly unknown[] = model.trees;
  const trees = known.filter(isTree);
  return (features) => {
    const sum = trees.reduce<number>((total, tree) => total + answer(tree, features), model.start);
    return 1 / (1 + Math.exp(-sum));
  };
}
