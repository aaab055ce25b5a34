// Leaves each function of the page reader out in turn, and tells what labelled pages lose by it:
// `node bench/intake/leave-out.mjs --pages DIR [--labels NAME] [--kind html|pasted] [--only TEXT] [--most N]`.
//
// A function that is left out finds nothing: it says no, null, an empty text or list. A rule that
// changes few pages, and scores only those that it was found on, costs more than it is worth.
import { parseArgs } from 'node:util';
import { loadIntake } from './load-intake.mjs';
import { readLabels } from './read-labels.mjs';
import { readSource, scoreSource } from './score-page.mjs';

const MEASURES = [
  ...['body', 'headline', 'authors', 'date', 'captions', 'pictures', 'summary', 'deck', 'language'],
];
const MODULE = /^\/\/ src\/(.+)$/;
const FUNCTION = /^function (\w+)\((.*)\) \{$/;
const LEFT_OUT = /^intake\/(?:page|facts|label)\//;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    labels: { type: 'string', default: 'labels' },
    kind: { type: 'string', default: 'html,pasted' },
    only: { type: 'string', default: '' },
    most: { type: 'string', default: '60' },
  },
});
if (values.pages === undefined) {
  console.error(
    'usage: leave-out.mjs --pages DIR [--labels NAME] [--kind html|pasted] [--only TEXT] [--most N]',
  );
  process.exit(2);
}

/** Which function finds nothing, and which found something since this was emptied. */
const left = { out: null, asked: new Set() };
const functions = [];
globalThis.leftOut = (name, find) => {
  const found = find();
  if (left.out === name) return nothingLike(found);
  if (found !== nothingLike(found) && found?.length !== 0) left.asked.add(name);
  return found;
};

function nothingLike(found) {
  if (typeof found === 'boolean') return false;
  if (typeof found === 'string') return '';
  if (Array.isArray(found)) return [];
  return found === undefined ? undefined : null;
}

/** Puts a question around each function of the reader. */
function wrapFunctions(code) {
  let file = '';
  const lines = code.split('\n').map((line) => {
    file = MODULE.exec(line)?.[1] ?? file;
    const [, name, parameters] = (LEFT_OUT.test(file) && FUNCTION.exec(line)) || [];
    if (name === undefined || !`${file} ${name}`.includes(values.only)) return line;
    functions.push({ name, file });
    const call = `function ${name}(...all) { return leftOut('${name}', () => ${name}$(...all)); }`;
    return `${call}\nfunction ${name}$(${parameters}) {`;
  });
  return lines.join('\n');
}

const intake = await loadIntake({}, wrapFunctions);
const { pages } = readLabels(values.labels);
const kinds = values.kind.split(',');
const sources = pages.flatMap((page) =>
  kinds.map((kind) => readSource(values.pages, page, kind)).filter(Boolean),
);
const asking = new Map(functions.map(({ name }) => [name, []]));
for (const source of sources) {
  left.asked.clear();
  const score = scoreSource(intake, source);
  for (const name of left.asked) asking.get(name)?.push({ source, score });
}
for (const { name, file } of functions) console.log(formatLine(name, file, leaveOut(name)));

/** What becomes of the sources in which a function finds something, or of as many as are looked at. */
function leaveOut(name) {
  const all = asking.get(name) ?? [];
  const step = Math.max(1, all.length / Number(values.most));
  const looked = all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  left.out = name;
  const pairs = looked.map(({ source, score }) => [score, scoreSource(intake, source)]);
  left.out = null;
  const changed = pairs.filter(([whole, without]) => !isSame(whole.draft, without.draft));
  return { asking: all.length, looked: looked.length, changed };
}

function isSame(draft, other) {
  return JSON.stringify(draft) === JSON.stringify(other);
}

function formatLine(name, file, { asking, looked, changed }) {
  const sums = MEASURES.map((measure) => [
    measure,
    changed.reduce(
      (sum, [whole, without]) => sum + (without[measure] ?? 0) - (whole[measure] ?? 0),
      0,
    ),
  ]);
  const scored = sums.filter(([, sum]) => Math.abs(sum) >= 0.005);
  const lost = scored.map(([measure, sum]) => `${measure} ${sum.toFixed(2)}`).join(', ');
  const counts = `${changed.length} of ${looked} changed, ${asking} asking`;
  return `${file} ${name}: ${counts}${lost && `; ${lost}`}`;
}
