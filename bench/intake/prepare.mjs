// Lays out the benchmark's pages: `node bench/intake/prepare.mjs --pages DIR --collections DIR`; with
// `--labels development`, or `--labels sites`, those that rules are found on.
//
// The pages stay with the public collections they come from. Clone each collection that labels.json
// names, at the commit it names, into COLLECTIONS/OWNER/NAME:
//   git clone https://github.com/flairNLP/fundus COLLECTIONS/flairNLP/fundus
// Made in PAGES: html/NAME.html, the page's bytes; pasted/NAME.txt, what select all and copy in
// Debian's chromium give (its own clipboard, no network, no scripts); truth/NAME.json, the text of
// the blocks that labels.json names.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { blocksExpression } from './blocks.mjs';
import { withPage } from './browser.mjs';
import { readLabels } from './read-labels.mjs';
import { blockName, words } from './words.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    collections: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    labels: { type: 'string', default: 'labels' },
    only: { type: 'string', default: '' },
  },
});
if (values.pages === undefined || values.collections === undefined) {
  console.error('usage: prepare.mjs --pages DIR --collections DIR [--chromium FILE] [--only TEXT]');
  process.exit(2);
}

const { collections, pages } = readLabels(values.labels);
for (const folder of ['html', 'pasted', 'truth']) {
  mkdirSync(join(values.pages, folder), { recursive: true });
}
const wanted = pages.filter(({ name }) => name.includes(values.only));
await withPage(values.chromium, async (tab) => {
  for (const page of wanted) await layOut(tab, page);
});
console.log(`${wanted.length} pages in ${values.pages}`);

async function layOut(tab, page) {
  const bytes = pageBytes(page);
  await tab.show(page.url, bytes, isUtf8(bytes) ? 'utf-8' : null);
  const blocks = (await tab.evaluate(blocksExpression)).map(([, text]) => text);
  const truth = rebuild(page, blocks);
  write('html', `${page.name}.html`, bytes);
  write('truth', `${page.name}.json`, `${JSON.stringify(truth, null, 1)}\n`);
  write('pasted', `${page.name}.txt`, await tab.copied());
}

/** The page's bytes at the commit that was labelled. */
function pageBytes({ collection, path }) {
  const { commit } = collections[collection];
  const repository = join(values.collections, collection);
  const options = { maxBuffer: 1 << 28 };
  const stored = execFileSync('git', ['-C', repository, 'show', `${commit}:${path}`], options);
  return path.endsWith('.gz') ? gunzipSync(stored) : stored;
}

function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of every block the labels name; fails where the page has no such block. */
function rebuild(page, blocks) {
  const byName = new Map(blocks.map((text) => [blockName(text), text]));
  const textOf = (label) => {
    const [name, skip] = label.split('~');
    const text = byName.get(name);
    if (text === undefined) throw new Error(`${page.name}: no block is named ${name}`);
    return skip === undefined ? text : words(text).slice(Number(skip)).join(' ');
  };
  const texts = (labels) => (labels ?? '').split(' ').filter(Boolean).map(textOf);
  return {
    deck: page.deck === null ? null : textOf(page.deck),
    summary: texts(page.summary),
    body: texts(page.body),
    captions: texts(page.captions),
    credits: texts(page.credits),
    optional: texts(page.optional),
  };
}

function write(folder, name, content) {
  writeFileSync(join(values.pages, folder, name), content);
}
