// How likely a piece of a page is what decision trees were trained on: of the story, or its deck.
import { lazy } from '../../core/lazy.ts';
import type { Features } from './measures.ts';

/** What train.py writes: a tree is a leaf's value, or a feature, its limit, and the two sides. */
interface Model {
  readonly start: number;
  readonly trees: readonly unknown[];
}

/** Three numbers a node: of a split its feature, its limit and where the side above begins. */
const NODE = 3;
/** Stands for the feature where a node is a leaf. */
const LEAF = -1;

/** Adds a tree's nodes, the side up to the limit right behind its split. */
function addNodes(nodes: number[], tree: unknown): number[] {
  const [feature, limit, upTo, above]: readonly unknown[] = Array.isArray(tree)
    ? tree
    : [LEAF, tree];
  const at = nodes.push(Number(feature), Number(limit), 0) - 1;
  if (feature === LEAF) return nodes;
  addNodes(nodes, upTo);
  nodes[at] = nodes.length;
  return addNodes(nodes, above);
}

function answer(nodes: Float64Array, features: Features): number {
  for (let at = 0; ; ) {
    const feature = nodes[at] ?? LEAF;
    const limit = nodes[at + 1] ?? 0;
    if (feature === LEAF) return limit;
    at = (features[feature] ?? 0) <= limit ? at + NODE : (nodes[at + 2] ?? 0);
  }
}

/** Judges pieces by the model of a kind of page; its trees are parsed at first use. */
export function createJudge({ start, trees: known }: Model): (features: Features) => number {
  const trees = lazy(() => known.map((tree) => Float64Array.from(addNodes([], tree))));
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
