// Many processes on one library at once: nothing is lost or doubled, and nobody waits for a lock.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { openJournals } from '../../src/library/journals/journals.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { newMachine } from '../support/machine/machine.ts';

const PROCESSES = Array.from({ length: 8 }, (_, at) => `p${at}`);

/** Builds the worker; returns what starts one. */
function workers(root: string, home: string) {
  const outfile = join(temporaryLibrary(), 'worker.mjs');
  const entry = fileURLToPath(new URL('../support/library/journal-worker.ts', import.meta.url));
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return (work: string, name: string, count: number): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [outfile, root, home, work, name, String(count)]);
      const errors: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('close', (code) => resolve(`${Buffer.concat(errors).toString()}exit ${code}`));
    });
}

function setUp() {
  const [root, machine] = [temporaryLibrary(), newMachine()];
  const start = workers(root, machine.env.HOME);
  const open = () => openJournals(root, machine);
  const lines = (): readonly string[] => {
    const names = readdirSync(join(root, '.newsprint/state'));
    expect(names.length).toBe(1);
    const text = readFileSync(join(root, '.newsprint/state', names[0] ?? ''), 'utf8');
    // Empty ones stand where a line was begun while another was on its way.
    return text.split('\n').filter((line) => line !== '');
  };
  return { start, open, lines };
}

function starred(journals: ReturnType<typeof openJournals>, count: number): number {
  const ids = PROCESSES.flatMap((name) =>
    Array.from({ length: count }, (_, at) => `${name}-${at}`),
  );
  return ids.filter((id) => journals.state({ id }).starred).length;
}

test('eight processes of a thousand marks each leave eight thousand', async () => {
  const { start, open, lines } = setUp();
  const ends = await Promise.all(PROCESSES.map((name) => start('mark', name, 1000)));
  expect(ends).toEqual(PROCESSES.map(() => 'exit 0'));
  expect(starred(open(), 1000)).toBe(8000);
  expect(open().problems).toEqual([]);
  expect(lines().length).toBe(8000);
});

test('nothing is lost while the journal is compacted', async () => {
  const { start, open, lines } = setUp();
  const ends = await Promise.all(PROCESSES.map((name) => start('churn', name, 300)));
  expect(ends).toEqual(PROCESSES.map(() => 'exit 0'));
  const journals = open();
  expect(starred(journals, 300)).toBe(2400);
  for (const name of PROCESSES) {
    expect(journals.state({ id: `hot-${name}` }).position?.paragraph).toBe(1200);
  }
  expect(journals.problems).toEqual([]);
  expect(lines().length).toBeLessThan(12_000 / 2);
});

test('each undo of several processes takes back another operation', async () => {
  const { start, open } = setUp();
  for (const name of PROCESSES) await start('mark', name, 11);
  const ends = await Promise.all(PROCESSES.map((name) => start('undo', name, 6)));
  expect(ends).toEqual(PROCESSES.map(() => 'exit 0'));
  expect(starred(open(), 11)).toBe(88 - 48);
});
