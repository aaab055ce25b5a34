// The judge of pieces of pages: the program's inference against the one that taught it.
import { describe, expect, test } from 'vitest';
import bodyModel from '../../../src/intake/label/body-model.json' with { type: 'json' };
import { createJudge } from '../../../src/intake/label/decision-trees.ts';
import firstModel from '../../../src/intake/label/first-model.json' with { type: 'json' };
import { storyBlocks } from '../../../src/intake/page/html/body/story-blocks.ts';
import { surveyPage } from '../../../src/intake/page/html/parse-html.ts';
import { deckPieces } from '../../../src/intake/page/pasted/header/deck-line.ts';
import deckModel from '../../../src/intake/page/pasted/header/deck-model.json' with {
  type: 'json',
};
import { readAroundDeck, readPasted } from '../../../src/intake/page/pasted/parse-pasted.ts';
import { lineFeatures } from '../../../src/intake/page/pasted/story/line-features.ts';
import lineModel from '../../../src/intake/page/pasted/story/line-model.json' with { type: 'json' };
import deckSamples from './deck-samples.json' with { type: 'json' };
import firstSamples from './first-samples.json' with { type: 'json' };
import lineSamples from './line-samples.json' with { type: 'json' };
import samples from './samples.json' with { type: 'json' };

const SAID = 'A gull on the old pier';
const { lines } = readPasted(SAID, {});
const ofLine = lines.map(lineFeatures(lines).featuresOf)[0] ?? [];
const HEADED = `${SAID}\nBy Ada Li\n\n${SAID} waits for the ferry. Nobody has told it when the ferry comes.`;
const { page, labels } = readAroundDeck(readPasted(HEADED, {}).lines, []);
const ofDeck = deckPieces(page, labels).features[0] ?? [];
const ofBlock = storyBlocks(surveyPage(`<p>${SAID}</p>`, {})).features[0] ?? [];
const JUDGES = [
  {
    piece: 'block at first sight',
    model: firstModel,
    samples: firstSamples,
    features: ofBlock.length,
  },
  { piece: 'block', model: bodyModel, samples, features: ofBlock.length },
  { piece: 'line', model: lineModel, samples: lineSamples, features: ofLine.length },
  { piece: 'deck', model: deckModel, samples: deckSamples, features: ofDeck.length },
];

describe.each(JUDGES)('a $piece', ({ model, samples, features: count }) => {
  test('has the chance that it had where the model was made', () => {
    const judge = createJudge(model);
    expect(samples.length).toBeGreaterThan(30);
    for (const { features, chance } of samples) {
      expect(features).toHaveLength(count);
      expect(judge(features)).toBeCloseTo(chance, 3);
    }
    const chances = samples.map(({ chance }) => chance);
    expect(Math.min(...chances)).toBeLessThan(0.1);
    expect(Math.max(...chances)).toBeGreaterThan(0.9);
  });

  test('is asked for what is told of it, and for nothing else', () => {
    const asked = new Set<number>();
    const visit = (tree: unknown): void => {
      if (!Array.isArray(tree)) return;
      asked.add(Number(tree[0]));
      for (const side of tree.slice(2)) visit(side);
    };
    for (const tree of model.trees) visit(tree);
    expect(Math.max(...asked)).toBeLessThan(count);
    expect(asked.size).toBeGreaterThan(count / 2);
  });
});
