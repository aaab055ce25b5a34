// Scores the intake on labelled news pages: `node bench/intake/score.mjs --pages DIR [--kind html|pasted]
// [--models DIR] [--only TEXT] [--verbose] [--check]`. prepare.mjs tells how to get the pages.
//
// A collection's pages say little of pages that nobody looked at where they taught the judge. With
// `--models` each collection is read by trees that it did not teach: DIR/OWNER/NAME holds the
// body-model.json, for copies the line-model.json and the deck-model.json, that train.py makes
// `--without OWNER/NAME`. The pages of `--labels development` are those that rules are found on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, holdsStory } from './compare.mjs';
import { loadIntake } from './load-intake.mjs';
import { readLabels } from './read-labels.mjs';
import { formatMisses, formatTable, isBelow } from './table.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    kind: { type: 'string', default: 'html,pasted' },
    labels: { type: 'string', default: 'labels' },
    models: { type: 'string' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
if (values.pages === undefined || !existsSync(join(values.pages, 'truth'))) {
  console.log('intake: not measured (no --pages DIR; see bench/intake/prepare.mjs)');
} else {
  const scores = await scoreAll(values.pages);
  if (values.verbose) console.log(formatMisses(scores));
  console.log(formatTable(scores));
  if (values.check && isBelow(scores)) process.exitCode = 1;
}

async function scoreAll(folder) {
  const { pages } = readLabels(values.labels);
  const chosen = pages.filter(({ name }) => name.includes(values.only));
  const scores = [];
  for (const [collection, ours] of groupBy(chosen)) {
    for (const kind of values.kind.split(',')) {
      const intake = await loadIntake(modelWithout(collection, kind));
      scores.push(...ours.map((page) => scorePage(folder, intake, page, kind)).filter(Boolean));
    }
  }
  return scores;
}

function groupBy(pages) {
  const groups = new Map();
  for (const page of pages) {
    groups.set(page.collection, [...(groups.get(page.collection) ?? []), page]);
  }
  return groups;
}

/** The model that a collection did not teach; none where those of src/intake are asked for. */
function modelWithout(collection, kind) {
  if (values.models === undefined) return {};
  const names = kind === 'html' ? ['body-model.json'] : ['line-model.json', 'deck-model.json'];
  return Object.fromEntries(names.map((name) => [name, join(values.models, collection, name)]));
}

/** @returns {object | null} null where the copy does not hold the story */
function scorePage(folder, intake, page, kind) {
  const truth = JSON.parse(readFileSync(join(folder, 'truth', `${page.name}.json`), 'utf8'));
  const english = page.language.includes('en');
  const group = kind === 'html' ? 'html' : english ? 'pasted, English' : 'pasted, other';
  const pasted =
    kind === 'pasted' ? readFileSync(join(folder, 'pasted', `${page.name}.txt`), 'utf8') : null;
  if (pasted !== null && !holdsStory(truth, pasted)) return null;
  const { draft, error } = attempt(() => {
    if (pasted !== null) return intake.parsePasted(pasted, now(page));
    const bytes = readFileSync(join(folder, 'html', `${page.name}.html`));
    return intake.parseHtml(intake.decodeText(bytes), { url: page.url, ...now(page) });
  });
  const score = compare(page, truth, draft, pasted);
  return { ...score, page, truth, draft, error, group };
}

/** When the page was fetched, where the collection tells. */
function now({ fetched }) {
  return fetched === null ? {} : { now: new Date(`${fetched}Z`) };
}

function attempt(parse) {
  try {
    return { draft: parse().draft, error: null };
  } catch (error) {
    const draft = {
      title: null,
      authors: [],
      published: null,
      summary: [],
      deck: null,
      lang: null,
      markdown: '',
    };
    return { draft, error };
  }
}
