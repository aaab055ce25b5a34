// How long a thousand articles take to be a book, and how much memory that is.
import { join } from 'node:path';
import { alternate, cleanEnv, median, peakMemory, timedSpawn } from './measure.mjs';

const ROUNDS = 3;

/** @param {import('./run.mjs').Bench} bench */
export async function measureExport({ program, home, many, manyIds }) {
  const book = join(home, 'book.epub');
  const args = [program, 'export', '--quiet', '--force', '-o', book, '--library', many];
  const env = cleanEnv(home);
  const { made } = await alternate({ made: () => timedSpawn(process.execPath, args, env) }, ROUNDS);
  const name = `export of ${manyIds.length} articles of 5 KB as a book`;
  return [
    { name, value: median(made), unit: 'ms', limit: 3500 },
    { name: `memory of that`, value: await peakMemory(args, env), unit: 'MB', limit: 160 },
  ];
}
