// The disk refuses a call: what is not done is not said to be, nothing is lost, and again does it.

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Fault, runWith } from '../support/machine/crash.ts';
import { program, runCommand } from '../support/machine/run.ts';
import { openTrial } from '../support/machine/trial.ts';
import { WRITING_CALLS } from '../support/machine/writing-calls.ts';

/** For a machine at work (ms). */
const TIME = { timeout: 1_800_000 };

const FAULTS: readonly Fault[] = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE'];

test.for(WRITING_CALLS)('Failing at every change to the disk: $name', TIME, async (call) => {
  const trial = await openTrial(call);
  const counts: string[] = [];
  for (const fault of FAULTS) {
    const { faults, said } = await trial.tryAll(fault);
    counts.push(`${fault} ${faults} times, ${said} done`);
  }
  console.log(`${call.name}: ${counts.join('; ')}; ${trial.conditions()} conditions`);
  expect(trial.conditions()).toBeGreaterThan(1);
});

test.for(WRITING_CALLS)('Half written at every write: $name', async (call) => {
  const { place, command, judge } = await openTrial(call);
  const ran = await runWith(place, command, 'short', 1);
  expect(ran.code).toBe(0);
  await judge(ran, 'short');
});

/** All calls of the system that change files, so far as it has them. */
const CHANGES =
  'write,pwrite64,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,fsync,fdatasync,ftruncate,chmod,fchmod,utimensat'
    .split(',')
    .map((name) => `?${name}`)
    .join();

test.for(WRITING_CALLS)('Interrupted at every second call: $name', async (call, { skip }) => {
  if (spawnSync('strace', ['-e', 'trace=none', 'true']).status !== 0) skip('there is no strace');
  const { place, command, judge } = await openTrial(call);
  // Not the programs that it calls, such as git.
  const strace = ['-f', '-b', 'execve', '-o', '/dev/null', '-e', `trace=${CHANGES}`];
  const inject = ['-e', `inject=${CHANGES}:error=EINTR:when=1+2`];
  const words = [...strace, ...inject, process.execPath, program, ...command.args];
  const env = { HOME: place.home, NEWSPRINT_LIBRARY: place.root };
  const ran = await runCommand('strace', words, { cwd: place.root, env, ...command });
  expect(ran).toMatchObject({ code: 0 });
  await judge(ran, 'EINTR');
});
