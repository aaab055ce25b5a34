// Pipes that say nothing for five seconds are given up.

import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library/temporary-library.ts';
import { run, runShell } from '../support/machine/run.ts';
import { device } from '../support/web/adding.ts';

test('A silent pipe is given up by show', async () => {
  const { code, stderr } = await run(['show', '-'], { isSilent: true });
  expect(stderr).toBe('newsprint: standard input: silent for 5 s\n');
  expect(code).toBe(1);
});

test('A pipe that nobody writes to is given up', async () => {
  const fifo = `${temporaryFolder()}/fifo`;
  const { code, stderr } = await runShell(`mkfifo ${fifo} && newsprint show ${fifo}`);
  expect(stderr).toBe(`newsprint: ${fifo}: silent for 5 s\n`);
  expect(code).toBe(1);
});

test('A silent pipe is given up by add', async () => {
  const { env } = device();
  const { code, stderr } = await run(['add', '-'], { env, isSilent: true });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'newsprint: standard input: silent for 5 s\nnewsprint: nothing added\n',
  });
});
