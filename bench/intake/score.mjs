// Scores the intake on labelled news pages: `node bench/intake/score.mjs --pages DIR [--kind html|pasted]
// [--models DIR] [--only TEXT] [--verbose] [--check]`. prepare.mjs tells how to get the pages.
//
// A collection's pages say little of pages that nobody looked at where they taught the judge. With
// `--models` each collection is read by trees that it did not teach: DIR/OWNER/NAME holds the
// first-model.json and the body-model.json, for copies the line-model.json and the deck-model.json, that
// train.py makes `--without OWNER/NAME`. The pages of `--labels development` are those that rules are found on;
// those of `--labels sites` are no newspapers', with DIR/sites/0 to DIR/sites/4 for their five parts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadIntake } from './load-intake.mjs';
import { modelsWithout } from './models.mjs';
import { readLabels } from './read-labels.mjs';
import { readSource, scoreSource } from './score-page.mjs';
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
  for (const [part, ours] of groupBy(chosen)) {
    for (const kind of values.kind.split(',')) {
      const intake = await loadIntake(modelsWithout(values.models, part, kind));
      const sources = ours.map((page) => readSource(folder, page, kind)).filter(Boolean);
      scores.push(...sources.map((source) => scoreSource(intake, source)));
    }
  }
  return scores;
}

function groupBy(pages) {
  const groups = new Map();
  for (const page of pages) {
    groups.set(page.part, [...(groups.get(page.part) ?? []), page]);
  }
  return groups;
}
