// Measures newsprint beside Node, marked and its peers: `node bench/run.mjs [--check] [NAME…]`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureAdd } from './add.mjs';
import { measureChanges } from './changes.mjs';
import { measureEdits } from './edits.mjs';
import { measureExport } from './export.mjs';
import { measureFetch } from './fetch.mjs';
import { measureFind } from './find.mjs';
import { generateArticle, generateLibrary } from './generate.mjs';
import { measureLarge } from './large.mjs';
import { measureLayout } from './layout.mjs';
import { measureMany } from './many.mjs';
import { measureMarks } from './marks.mjs';
import { measurePeers } from './peers.mjs';
import { measureFirstFrame, measureKeys } from './reader.mjs';
import { measureReaderScale } from './reader-scale.mjs';
import { measureStart, startOfNode } from './start.mjs';

/**
 * @typedef {object} Bench what every measurement gets
 * @property {string} root the project's folder
 * @property {string} program the built launcher
 * @property {string} home a temporary home
 * @property {string} library of twelve articles of 5 KB, `ids` its IDs, `lastTitle` of its last
 * @property {string} many a library of a thousand, `manyIds` its IDs
 *
 * @typedef {object} Row one line of the table
 * @property {string} name
 * @property {number} value NaN where it cannot be measured
 * @property {string} unit
 * @property {number} [limit] what the value may reach
 * @property {number} [least] what the value has to reach
 * @property {number} [allowance] what passes, times its limit, where it is not that of its unit
 * @property {string} [note]
 */

/** So much passes, times a limit: the machine is not always quiet. */
const ALLOWANCE = 1.25;
/** No busy machine explains sizes; memory differs by when it is collected, from 143 to 155 MB of one fetch. */
const OF_UNITS = { MB: 1.1, bytes: 1, rows: 1, "× the articles' bytes": 1, '× before': 1 };
/** On the machine whose times the limits are, `node -e 0` takes so long, in ms. */
const START_OF_NODE = 25;
/** What a slower machine takes longer for, what is held against the disk alone too. */
const TIMES = ['ms', 'articles a second', '× write, fsync, rename'];

const MEASUREMENTS = {
  // First, on a heap that nothing else has filled.
  layout: measureLayout,
  start: measureStart,
  reader: measureFirstFrame,
  keys: measureKeys,
  many: measureMany,
  export: measureExport,
  marks: measureMarks,
  add: measureAdd,
  find: measureFind,
  // After what builds the index of that library anyway.
  changes: measureChanges,
  scale: measureReaderScale,
  fetch: measureFetch,
  peers: measurePeers,
  edits: measureEdits,
  large: measureLarge,
};

/** Take minutes: measured where they are named. */
const ON_DEMAND = ['edits', 'large'];
/** Has no limit either: there is nothing to check. */
const UNCHECKED = ['peers'];

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-'));
const left = args.includes('--check') ? [...ON_DEMAND, ...UNCHECKED] : ON_DEMAND;
const home = mkdtempSync(join(tmpdir(), 'newsprint-bench-'));
try {
  const bench = prepare(join(home, 'first'));
  const slower = Math.max(1, (await startOfNode(bench)) / START_OF_NODE);
  const isOver = (row) => verdictOf(row, slower) === 'over';
  const rows = [];
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    const isWanted = names.length === 0 ? !left.includes(name) : names.includes(name);
    if (!isWanted) continue;
    const first = await measure(bench);
    // The machine may have been busy with other things for minutes, which makes nothing faster.
    const isAgain = args.includes('--check') && first.some(isOver);
    rows.push(...(isAgain ? betterOf(first, await measure(prepare(join(home, name)))) : first));
  }
  const judged = rows.map((row) => ({ ...row, verdict: verdictOf(row, slower) }));
  console.log(formatRows(judged));
  console.log(`limits in ms are for a machine ${slower.toFixed(2)} times as fast as this one`);
  const over = judged.filter(isOver);
  if (args.includes('--check') && over.length > 0) {
    console.error(`over its limit: ${over.map(({ name }) => name).join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** The better of each row's two values. @param {readonly Row[]} first @param {readonly Row[]} second */
function betterOf(first, second) {
  return first.map((row, at) => {
    const other = second[at];
    const isBetter = row.least === undefined ? other.value < row.value : other.value > row.value;
    return isBetter ? { ...other, note: `${other.note ?? ''} (again)`.trim() } : row;
  });
}

/** @returns {Bench} */
function prepare(home) {
  mkdirSync(home, { recursive: true });
  const root = fileURLToPath(new URL('..', import.meta.url));
  const library = join(home, 'library');
  const many = join(home, 'many');
  const ids = generateLibrary(library, 12, 5_000);
  const manyIds = generateLibrary(many, 1_000, 5_000);
  const lastTitle = /title: "(.*)"/.exec(generateArticle(ids.length - 1, 0))[1];
  const program = join(root, 'dist/newsprint.cjs');
  return { root, program, home, library, ids, lastTitle, many, manyIds };
}

/**
 * Whether a row is within its limit, within what this machine is allowed, or over that, which fails `--check`.
 * @param {Row} row
 * @param {number} slower times that this machine is
 * @returns {'ok' | 'allowed' | 'over'}
 */
function verdictOf({ value, unit, limit = Infinity, least = -Infinity, allowance }, slower) {
  const isBeyond = (times) => value > limit * times || value < least / times;
  const times = TIMES.includes(unit) ? slower : 1;
  if (isBeyond(times * (allowance ?? OF_UNITS[unit] ?? ALLOWANCE))) return 'over';
  return isBeyond(1) ? 'allowed' : 'ok';
}

/** @param {readonly (Row & {verdict: string})[]} rows */
function formatRows(rows) {
  const cells = rows.map(({ name, value, unit, limit, least, verdict, note = '' }) => {
    const isMeasured = !Number.isNaN(value);
    const number = isMeasured ? value.toFixed(value < 100 ? 2 : 0) : 'not measured';
    const wanted = limit === undefined ? least : limit;
    const mark = limit === undefined ? '≥' : '≤';
    const end = wanted === undefined || !isMeasured ? '' : `${mark} ${wanted} ${verdict}`;
    return [name, number, unit, end, note];
  });
  const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((row) => row[at].length)));
  const lines = cells.map(([name, number, ...rest]) => {
    const right = rest.map((cell, at) => cell.padEnd(widths[at + 2] ?? 0));
    return [name.padEnd(widths[0]), number.padStart(widths[1]), ...right].join('  ').trimEnd();
  });
  return lines.join('\n');
}
