// A sync that is broken off at a request, or killed: the next one does the rest, and nothing twice.

import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { program } from '../../support/machine/run.ts';
import { AGREED, breakOff, marksBothWays } from '../../support/web/broken-off.ts';

test.for([
  ['the entries', 2],
  ['the marks', 3],
  ['a star that is toggled', 6],
] as const)('Broken off at %s, done or not', async ([, at]) => {
  for (const isAfter of [false, true]) await breakOff('2.2.6', at, isAfter);
});

test('Killed at any moment, it leaves nothing behind that the next does not mend', async () => {
  const { server, own } = await marksBothWays('2.2.6');
  for (let wait = 60; wait < 420; wait += 60) {
    const env = { PATH: process.env['PATH'], TZ: 'UTC', ...own.env };
    const child = spawn(process.execPath, [program, 'sync'], { env, stdio: 'ignore' });
    const closed = new Promise((resolve) => child.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await closed;
  }
  await own.sync();
  expect(await own.marks()).toEqual(AGREED);
  expect(server.marks()).toEqual(AGREED);
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
  expect(own.files()).toHaveLength(6);
  expect((await own.callHere(['check'])).code).toBe(0);
});
