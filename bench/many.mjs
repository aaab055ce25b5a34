// How many articles of 5 KB one call of `show` prints in a second, and in how much memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer } from 'marked';
import { alternate, cleanEnv, median, peakMemory, timed, timedSpawn } from './measure.mjs';

const ROUNDS = 3;

/** @param {import('./run.mjs').Bench} bench */
export async function measureMany({ program, home, many, manyIds }) {
  const args = [program, 'show', ...manyIds, '--library', many];
  const env = cleanEnv(home);
  const { show } = await alternate({ show: () => timedSpawn(process.execPath, args, env) }, ROUNDS);
  const rate = manyIds.length / (median(show) / 1000);
  const texts = manyIds.map((id) => readFileSync(join(many, `${id}.md`), 'utf8'));
  const lexed = timed(() => texts.map((text) => lexer(text)));
  const name = `show of ${manyIds.length} articles of 5 KB`;
  return [
    // 0.9 s, most of it to parse and to set the text.
    { name, value: rate, unit: 'articles a second', least: 1111, allowance: 1.6 },
    { name: '(marked alone, in a process that runs)', value: lexed, unit: 'ms' },
    { name: 'memory of that', value: await peakMemory(args, env), unit: 'MB', limit: 90 },
  ];
}
