// Draws pages by a seed for a reader's eye: `node bench/intake/by-eye.mjs --pages DIR --out DIR
// [--labels NAME] [--seed N] [--count N]`. Each page's article comes beside what a browser shows of
// the page, and the questions that every reader answers: shares of readers with other questions
// cannot be compared.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../../.config/random.mjs';
import { loadIntake } from './load-intake.mjs';
import { readLabels } from './read-labels.mjs';

const QUESTIONS = `A reader opens the page in a browser, then the article, and answers for each page:

1. headline, date, language: are they the story's own?
2. authors, deck, summary: is each that the page prints there, and no other? None printed, none there.
3. words: is every paragraph, heading, list, quote and table of the story there, once, in order?
4. junk: does any line stand there that is not the story's? Advertisements, calls to subscribe, share
   or follow, other stories, tags, empty labels, broken marks. What the author tells of the story
   itself (a correction, a source) is the story's.
5. pictures: is every photograph or drawing that the story shows there, once, with its caption and its
   credit under it, and none of a box beside it, no logo, no portrait of the author?

clean: all of it. bad: the headline is wrong or none, more than a tenth of the words is lost or is
junk, the story is another's, or half of its pictures, and more than one, are lost. flaw: all else.
What no HTML of the page holds (pictures and texts that scripts fetch later) counts for nothing.
`;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    labels: { type: 'string', default: 'development' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '60' },
  },
});
const { pages: folder, out } = values;
if (folder === undefined || out === undefined) {
  console.error('usage: by-eye.mjs --pages DIR --out DIR [--labels NAME] [--seed N] [--count N]');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'questions.txt'), QUESTIONS);
const { parseHtml, decodeText } = await loadIntake();
const drawn = shuffle(readLabels(values.labels).pages, Number(values.seed));
for (const [at, { name, url }] of drawn.slice(0, Number(values.count)).entries()) {
  const html = join(folder, 'html', `${name}.html`);
  const { markdown, ...fields } = parseHtml(decodeText(readFileSync(html)), { url }).draft;
  const place = join(out, `${String(at + 1).padStart(2, '0')}-${name}`);
  writeFileSync(`${place}.md`, `${JSON.stringify({ url, ...fields }, null, 1)}\n\n${markdown}\n`);
  copyFileSync(join(folder, 'pasted', `${name}.txt`), `${place}.txt`);
  copyFileSync(html, `${place}.html`);
}

/** The pages in an order that the seed decides (Fisher and Yates). */
function shuffle(pages, seed) {
  const shuffled = pages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const random = createRandom(seed);
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
  }
  return shuffled;
}
