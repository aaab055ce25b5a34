// Changes the program at places drawn by a seed and tells whether a test notices each change:
// `npm run mutate -- [--floor NAME…] [--file PATH…] [--seed N] [--count N] [--jobs N] [--tests PATH] [--report FILE]`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { takeCompiling } from './mutate/compile.mjs';
import { drawSites, isEquivalent, staleEquivalents } from './mutate/draw.mjs';
import { makeSandbox, removeSandbox } from './mutate/sandbox.mjs';
import { findSites } from './mutate/sites.mjs';
import { tryChanges } from './mutate/trial.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FLOORS = ['core', 'text', 'markdown', 'render', 'library', 'jobs'];
/** The share of the changes, timeouts included, that tests have to notice on each floor. */
const LEAST = 0.8;

const { values: options } = parseArgs({
  options: {
    floor: { type: 'string', multiple: true },
    file: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '60' },
    jobs: { type: 'string', default: `${availableParallelism()}` },
    tests: { type: 'string', default: 'tests/' },
    report: { type: 'string' },
  },
});

// What is done at the end is done then, too: processes are ended, copies removed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const texts = readTexts();
const equivalents = JSON.parse(readFileSync(join(ROOT, '.config/mutate/equivalent.json'), 'utf8'));
const draws = drawFloors();
const total = draws.reduce((sum, { taken }) => sum + taken.length, 0);
const outcomes = [];
await tryChanges(
  draws.flatMap(({ taken }) => taken),
  { root: ROOT, jobs: Number(options.jobs), tests: options.tests, texts, tell },
);
process.stderr.write('\n');
if (options.report) writeFileSync(options.report, `${JSON.stringify(outcomes, null, 1)}\n`);
printTable();

/** Path → text of the program and its tests. */
function readTexts() {
  const paths = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** Of each floor, or of the files named together, the changes to try. */
function drawFloors() {
  const isNamed = options.file.length > 0;
  const floors = isNamed ? ['the files named'] : (options.floor ?? FLOORS);
  const wanted = floors.map((floor) => {
    const paths = isNamed
      ? options.file
      : [...texts.keys()].filter((path) => path.startsWith(`src/${floor}/`));
    const sites = paths.flatMap((path) => findSites(path, texts.get(path) ?? ''));
    if (sites.length === 0) throw new Error(`nothing to change in ${floor}`);
    for (const { path, line, from, to } of staleEquivalents(sites, equivalents)) {
      if (paths.includes(path)) console.log(`no such place: ${path}: ${line}: ${from} → ${to}`);
    }
    const drawn = drawSites(sites, `${options.seed}:${floor}`);
    return { floor, count: Number(options.count), drawn };
  });
  const copy = makeSandbox(ROOT);
  try {
    const lists = wanted.map(({ drawn, count }) => ({
      sites: drawn.filter((site) => !isEquivalent(site, equivalents)),
      count,
    }));
    const takings = takeCompiling(lists, copy, texts);
    return takings.map((taking, at) => ({ ...wanted[at], ...taking }));
  } finally {
    removeSandbox(copy);
  }
}

function tell(site, outcome) {
  outcomes.push({ ...site, ...outcome });
  process.stderr.write(`\r${outcomes.length} of ${total}`);
  if (outcome.verdict !== 'survived') return;
  const reason = outcome.asked === 0 ? 'no test comes by' : `${outcome.asked} tests pass`;
  const change = `${oneLine(site.from)} → ${oneLine(site.to)}`;
  console.log(`\r${site.path}:${site.line}: ${site.kind}: ${change} (${reason})`);
}

function oneLine(text) {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 90 ? `${flat.slice(0, 60)} … ${flat.slice(-27)}` : flat;
}

function printTable() {
  const rows = draws.map(({ floor, taken, refused, drawn }) => {
    const own = outcomes.filter((outcome) => taken.some((site) => isSame(site, outcome)));
    const counted = (verdict) => own.filter((outcome) => outcome.verdict === verdict).length;
    const noticed = counted('caught') + counted('timeout');
    // The named ones among as many as were drawn to find those that could be tried.
    const last = Math.max(...taken.map((site) => drawn.indexOf(site)));
    const equivalent = drawn
      .slice(0, last)
      .filter((site) => isEquivalent(site, equivalents)).length;
    return {
      floor,
      tried: own.length,
      caught: counted('caught'),
      timeout: counted('timeout'),
      survived: counted('survived'),
      equivalent,
      refused,
      share: noticed / own.length,
    };
  });
  console.log('floor        tried  caught  timeout  survived  equivalent  refused  share');
  for (const row of rows) {
    const cells = [
      row.floor.padEnd(11),
      `${row.tried}`.padStart(6),
      `${row.caught}`.padStart(7),
      `${row.timeout}`.padStart(8),
      `${row.survived}`.padStart(9),
      `${row.equivalent}`.padStart(11),
      `${row.refused}`.padStart(8),
      `${(row.share * 100).toFixed(0)} %`.padStart(6),
    ];
    console.log(cells.join(' '));
  }
  process.exitCode = rows.some(({ share }) => share < LEAST) ? 1 : 0;
}

function isSame(site, outcome) {
  return site.path === outcome.path && site.start === outcome.start && site.to === outcome.to;
}
