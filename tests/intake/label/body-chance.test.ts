// The judge of blocks: the program's inference against the one that taught it.
import { expect, test } from 'vitest';
import { FEATURES } from '../../../src/intake/label/block-features.ts';
import { createJudge } from '../../../src/intake/label/body-chance.ts';
import model from '../../../src/intake/label/body-model.json' with { type: 'json' };
import samples from './samples.json' with { type: 'json' };

test('a block has the chance that it had where the model was made', () => {
  const judge = createJudge();
  expect(samples.length).toBeGreaterThan(30);
  for (const { features, chance } of samples) {
    expect(features).toHaveLength(FEATURES.length);
    expect(judge(features)).toBeCloseTo(chance, 3);
  }
  const chances = samples.map(({ chance }) => chance);
  expect(Math.min(...chances)).toBeLessThan(0.1);
  expect(Math.max(...chances)).toBeGreaterThan(0.9);
});

test('the model asks for what is told of a block, and for nothing else', () => {
  const asked = new Set<number>();
  const visit = (tree: unknown): void => {
    if (!Array.isArray(tree)) return;
    asked.add(Number(tree[0]));
    for (const side of tree.slice(2)) visit(side);
  };
  for (const tree of model.trees) visit(tree);
  expect(Math.max(...asked)).toBeLessThan(FEATURES.length);
  expect(asked.size).toBeGreaterThan(FEATURES.length / 2);
});
