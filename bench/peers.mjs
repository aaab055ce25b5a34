// What others take on the same machine, where they are installed; nothing is held to it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateArticle } from './generate.mjs';
import { alternate, cleanEnv, median, timedSpawn } from './measure.mjs';

const ROUNDS = 5;

/** @param {import('./run.mjs').Bench} bench */
export async function measurePeers({ program, home, library, ids }) {
  // In colour, as the others: through a pipe glow has none of itself.
  const env = { ...cleanEnv(home), CLICOLOR_FORCE: '1' };
  const file = join(library, `${ids[3]}.md`);
  const long = join(home, 'long.md');
  writeFileSync(long, generateArticle(2, 100_000));
  const show = (path) => [process.execPath, program, 'show', '--color', 'always', path];
  const bat = installed(['bat', 'batcat']);
  const tools = {
    'newsprint show': show(file),
    'newsprint show, 100 KB': show(long),
    ...(installed(['glow']) && {
      'glow -s dark -w 80': ['glow', '-s', 'dark', '-w', '80', file],
      'glow, 100 KB': ['glow', '-s', 'dark', '-w', '80', long],
    }),
    ...(bat && {
      bat: [bat, '--color=always', '--paging=never', file],
      'bat, 100 KB': [bat, '--color=always', '--paging=never', long],
    }),
    ...(installed(['newsboat']) && { 'newsboat start': ['newsboat', '--version'] }),
  };
  const subjects = Object.entries(tools).map(([name, [command, ...args]]) => [
    name,
    () => timedSpawn(command, args, env),
  ]);
  const times = await alternate(Object.fromEntries(subjects), ROUNDS);
  return Object.entries(times).map(([name, values]) => {
    return { name: `(${name})`, value: median(values), unit: 'ms' };
  });
}

/** The first of the commands that is there. */
function installed(names) {
  return names.find((name) => spawnSync(name, ['--version']).status === 0);
}
