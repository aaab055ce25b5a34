// What each edit of a package gains: the program built without it, beside the program.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildInto } from '../.config/build/bundle.mjs';
import { edits } from '../.config/build/packages.mjs';
import { alternate, cleanEnv, median, timedSpawn } from './measure.mjs';

const ROUNDS = 21;

/** What an edit may gain in, each in ms. */
const MEASURES = {
  show: ({ program, home, library, ids }) =>
    timedSpawn(process.execPath, [program, 'show', ids[3], '--library', library], cleanEnv(home)),
};

/** @param {import('./run.mjs').Bench} bench */
export async function measureEdits(bench) {
  // In the project, where the index's engine is found; beside the articles, as dist/ is.
  const folder = join(bench.root, 'node_modules/.cache/edits');
  try {
    const full = { ...bench, program: await buildWithout(bench, folder, undefined) };
    const rows = [];
    for (const edit of edits) rows.push(await measureEdit(edit, full, folder));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureEdit({ name, row }, full, folder) {
  const program = await buildWithout(full, folder, name);
  if (program === null) {
    return { name: `the edit of ${name}`, value: NaN, unit: '', note: 'the build needs it' };
  }
  const measure = MEASURES[row];
  const times = await alternate(
    { full: () => measure(full), without: () => measure({ ...full, program }) },
    ROUNDS,
  );
  const [before, after] = [median(times.without), median(times.full)];
  return {
    name: `${row} without the edit of ${name}`,
    value: before / after,
    unit: '× with it',
    note: `${before.toFixed(1)} ms instead of ${after.toFixed(1)}`,
  };
}

/** @returns {Promise<string | null>} the program; `null` where it cannot be built so */
async function buildWithout({ root }, folder, without) {
  const dist = join(folder, without ?? 'none');
  mkdirSync(dist, { recursive: true });
  try {
    await buildInto(root, { dist, without, logLevel: 'silent' });
    return join(dist, 'newsprint.cjs');
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    return null;
  }
}
