// Measures how well editions of one story are told: `node bench/stories/measure.mjs --collections DIR`.
//
// pairs.json names three hundred pairs of articles of different papers and says of each whether it
// is one story: the same item of an agency or a paper, cut or edited, with the same lead. Read by
// eye, without looking at what they share; what only a later lead tells apart is not among them, and
// all that differ share more than a tenth of the shorter text. The texts stay with the collection
// they come from: clone it, at the commit it names, into COLLECTIONS/OWNER/NAME.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({ options: { collections: { type: 'string' } } });
if (values.collections === undefined) {
  console.error('usage: measure.mjs --collections DIR');
  process.exit(2);
}

const labels = JSON.parse(readFileSync(new URL('pairs.json', import.meta.url), 'utf8'));
const { sketchText, likeness, fieldText } = await loadSketches();
const sketches = new Map(Object.keys(labels.texts).map((name) => [name, sketchOf(name)]));
const same = labels.same.filter(isTold);
const different = labels.different.filter(isTold);
for (const pair of labels.same) if (!same.includes(pair)) console.log(`not told: ${pair}`);
for (const pair of different) console.log(`told and different: ${pair}`);
const precision = same.length / (same.length + different.length);
console.log(`precision ${precision.toFixed(3)}, wanted .98`);
console.log(`recall ${(same.length / labels.same.length).toFixed(3)}, wanted .90`);

function isTold(pair) {
  const [one, other] = pair.split(' ');
  return likeness(sketches.get(one), sketches.get(other)) > 0;
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
    const [head, ...rows] = parseCsv(table.toString());
    const [id, text] = ['id', 'text'].map((column) => head.indexOf(column));
    articles.known.set(set, new Map(rows.map((row) => [row[id], row[text]])));
  }
  return articles.known.get(set);
}

/** Cells in quotes hold commas, line ends and doubled quotes. */
function parseCsv(table) {
  const rows = [[]];
  for (const [, quoted, plain, end] of table.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}

async function loadSketches() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const contents = ['article/text-sketch', 'query/tokens']
    .map((file) => `export * from './src/core/${file}.ts';`)
    .join('\n');
  const { outputFiles } = await build({
    ...{ stdin: { contents, resolveDir: root }, bundle: true, format: 'esm', write: false },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
