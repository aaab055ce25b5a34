// Writes what is plain of each block of labelled pages, for train.py to learn which are the story:
// `node bench/intake/features.mjs --pages DIR [--labels development] >>BLOCKS`, a JSON object a line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadIntake } from './load-intake.mjs';
import { readLabels } from './read-labels.mjs';
import { words } from './words.mjs';

/** Words that make a part of a block one that is known again. */
const FEWEST = 3;
/** Of a block's words: what is more is the story, what is less is none. */
const MOSTLY = 0.7;
const HARDLY = 0.2;

const { values } = parseArgs({
  options: { pages: { type: 'string' }, labels: { type: 'string', default: 'labels' } },
});
const { surveyPage, storyBlocks, decodeText } = await loadIntake();
for (const page of readLabels(values.labels).pages) {
  const truth = join(values.pages, 'truth', `${page.name}.json`);
  if (existsSync(truth)) writeBlocks(page, JSON.parse(readFileSync(truth, 'utf8')));
}

function writeBlocks(page, truth) {
  const bytes = readFileSync(join(values.pages, 'html', `${page.name}.html`));
  const { blocks, features } = storyBlocks(surveyPage(decodeText(bytes), { url: page.url }));
  const isStory = storyTest(truth, page.headline);
  for (const [at, { text }] of blocks.entries()) {
    const said = words(text);
    if (said.length === 0) continue;
    const row = {
      ...{ page: page.name, collection: page.collection, words: said.length },
      ...{ story: isStory(said), features: features[at].map((value) => Number(value.toFixed(4))) },
    };
    console.log(JSON.stringify(row));
  }
}

/** 1 for a block of the story, 0 for another, null for one that may stand in it or not. */
function storyTest(truth, headline) {
  const body = truth.body.map(joined);
  const free = [truth.optional, truth.summary, truth.deck ?? [], truth.captions, truth.credits];
  const others = [...free.flat(), ...headline].map(joined);
  const all = body.join('|');
  return (said) => {
    const text = ` ${said.join(' ')} `;
    if (body.includes(text) || (said.length > FEWEST && all.includes(text))) return 1;
    if (others.some((one) => one === text || (said.length >= FEWEST && one.includes(text)))) {
      return null;
    }
    const parts = body.filter((one) => count(one) >= FEWEST && text.includes(one));
    const share = parts.reduce((sum, one) => sum + count(one), 0) / said.length;
    if (share >= MOSTLY) return 1;
    return share > HARDLY ? null : 0;
  };
}

function joined(text) {
  return ` ${words(text).join(' ')} `;
}

function count(text) {
  return text.trim().split(' ').length;
}
