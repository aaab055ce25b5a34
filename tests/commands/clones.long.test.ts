// Three clones of a library that fetch the same 40 feeds, follow others into one folder, mark and
// remove apart, and come together again in random order.

import { spawnSync } from 'node:child_process';
import { test } from 'vitest';
import { liveApart, type Way } from '../support/library/clone-histories.ts';

const hasRsync = spawnSync('rsync', ['--version']).status === 0;
if (!hasRsync) process.stderr.write('no rsync here: the histories of clones go without it\n');
const ways: readonly Way[] = hasRsync ? ['git', 'rsync', 'copies'] : ['git', 'copies'];
const histories = ways.flatMap((way) => [4, 5].map((seed) => ({ way, seed })));

test.for(histories)(
  'By $way, history $seed: every pull succeeds, lists are equal, nothing is wrong',
  { timeout: 1_800_000 },
  (history) => liveApart({ ...history, feeds: 40, steps: 16 }),
);
