// How likely a piece of a page is what decision trees were trained on: of the story, or its deck.
import type { Features } from './measures.ts';

/** What train.py writes: a tree is a leaf's value, or a feature, its limit, and the two sides. */
interface Model {
  readonly start: number;
  readonly trees: readonly unknown[];
}

/**
 * The value of the leaf that the features of a piece lead to; up to its limit a feature goes on at the
 * first side.
 */
function answer(tree: unknown, features: Features): number {
  let at = tree;
  while (Array.isArray(at)) at = (features[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
  return Number(at);
}

/** Judges pieces by the model of a kind of page. */
export function createJudge({ start, trees }: Model): (features: Features) => number {
  return (features) => {
    const sum = trees.reduce<number>((all, tree) => all + answer(tree, features), start);
    return 1 / (1 + Math.exp(-sum));
  };
}

/** Why a piece is left out: its kind, and how sure that is. */
export function judgedAs(kind: string | null, chance: number): string {
  return `${kind ?? 'furniture'}, ${Math.round((1 - chance) * 100)} % sure`;
}
