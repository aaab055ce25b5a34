// Measures how well editions of one story are told: `node bench/stories/measure.mjs --collections DIR`.
//
// pairs.json names three hundred pairs of articles of different papers and says of each whether it
// is one story: the same item of an agency or a paper, cut or edited, with the same lead. Read by
// eye, without looking at what they share; what only a later lead tells apart is not among them, and
// all that differ share more than a tenth of the shorter text. The texts stay with the collection
// they come from: clone it, at the commit it names, into COLLECTIONS/OWNER/NAME.
//
// The limits were chosen on all of them. What they are worth on others is told by choosing them anew
// without a part of the pairs, and without all that share a text with those, and asking them of that.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSrc } from '../load-src.mjs';

const FOLDS = 5;
const { values } = parseArgs({ options: { collections: { type: 'string' } } });
if (values.collections === undefined) {
  console.error('usage: measure.mjs --collections DIR');
  process.exit(2);
}

const labels = JSON.parse(readFileSync(new URL('pairs.json', import.meta.url), 'utf8'));
const { sketchText, likeness, fieldText, LIMITS, parseCsv } = await loadSrc(`
  export * from './src/core/article/min-hash.ts';
  export * from './src/core/query/tokens.ts';
  export * from './src/intake/exports/csv.ts';
`);
const sketches = new Map(Object.keys(labels.texts).map((name) => [name, sketchOf(name)]));
const stories = storiesOfTexts();
const pairs = [true, false].flatMap((isSame) =>
  labels[isSame ? 'same' : 'different'].map((name) => pairOf(name, isSame)),
);
for (const pair of pairs) {
  const isTold = toldBy(LIMITS)(pair);
  if (isTold !== pair.isSame) console.log(`${isTold ? 'told' : 'not told'}: ${pair.name}`);
}
report('all', pairs, pairs.filter(toldBy(LIMITS)));
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const asked = pairs.filter((pair) => pair.fold === fold);
  const texts = new Set(asked.flatMap((pair) => pair.texts));
  const known = pairs.filter((pair) => !pair.texts.some((text) => texts.has(text)));
  const chosen = chooseLimits(known);
  const limits = Object.entries(chosen).map(([part, value]) => `${part} ${value.toFixed(2)}`);
  console.log(`for ${asked.length} held out, of ${known.length}: ${limits.join(', ')}`);
  return asked.filter(toldBy(chosen));
}).flat();
report('held out', pairs, held);

function scoreOf(asked, told) {
  const found = told.filter(({ isSame }) => isSame).length;
  const recall = found / asked.filter(({ isSame }) => isSame).length;
  return { precision: found / told.length, recall };
}

function report(name, asked, told) {
  const { precision, recall } = scoreOf(asked, told);
  console.log(`${name}: precision ${precision.toFixed(3)}, wanted .98`);
  console.log(`${name}: recall ${recall.toFixed(3)}, wanted .90`);
}

function pairOf(name, isSame) {
  const texts = name.split(' ');
  const [one, other] = texts.map((text) => sketches.get(text));
  const [number] = createHash('sha256').update(stories.get(texts[0])).digest();
  return { name, texts, isSame, one, other, fold: number % FOLDS };
}

function toldBy(limits) {
  return ({ one, other }) => likeness(one, other, limits) > 0;
}

/** The story of each text, by the name of one of its texts. */
function storiesOfTexts() {
  const stories = new Map(Object.keys(labels.texts).map((name) => [name, name]));
  for (const pair of labels.same) {
    const [from, to] = pair.split(' ').map((name) => stories.get(name));
    for (const [name, story] of stories) if (story === from) stories.set(name, to);
  }
  return stories;
}

/** The limits that stay farthest from what is allowed of both errors; of equal ones the middle. */
function chooseLimits(known) {
  const tried = grid().map((limits) => {
    const { precision, recall } = scoreOf(known, known.filter(toldBy(limits)));
    return { limits, error: Math.max((1 - precision) / 0.02, (1 - recall) / 0.1) };
  });
  const least = Math.min(...tried.map(({ error }) => error));
  const best = tried.filter(({ error }) => error === least).map(({ limits }) => limits);
  const middle = (part) => {
    const values = best.map((limits) => limits[part]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  return Object.fromEntries(Object.keys(LIMITS).map((part) => [part, middle(part)]));
}

function grid() {
  const steps = (from, to, by) =>
    Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);
  return steps(0.3, 0.6, 0.02).flatMap((ofShorter) =>
    steps(0.06, 0.24, 0.02).flatMap((ofBoth) =>
      [6, 8, 12].flatMap((manyNumbers) =>
        steps(0.05, 0.3, 0.05).map((ofNumbers) => ({ ofShorter, ofBoth, manyNumbers, ofNumbers })),
      ),
    ),
  );
}

function sketchOf(name) {
  const [set, id] = name.split('/');
  const text = articles(set).get(id);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  if (hash !== labels.texts[name]) throw new Error(`${name} is not the text that was labelled`);
  return sketchText(fieldText(text.split(' ### ')));
}

/** The texts of one of the collection's tables, by ID. */
function articles(set) {
  articles.known ??= new Map();
  if (!articles.known.has(set)) {
    const folder = join(values.collections, labels.collection);
    const object = `${labels.commit}:data/${set}_articles.csv`;
    const table = execFileSync('git', ['-C', folder, 'show', object], { maxBuffer: 1 << 26 });
    const [head, ...rows] = parseCsv(table.toString()).map(({ cells }) => cells);
    const [id, text] = ['id', 'text'].map((column) => head.indexOf(column));
    articles.known.set(set, new Map(rows.map((row) => [row[id], row[text]])));
  }
  return articles.known.get(set);
}
