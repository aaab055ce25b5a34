// What a person at a terminal sees of what takes long, where nothing else is to be seen.

import { expect, test } from 'vitest';
import { program } from '../../support/machine/run.ts';
import { openTerminal, type Terminal } from '../../support/reader/terminal.ts';
import { page, webDevice } from '../../support/web/adding.ts';
import { gate, serve } from '../../support/web/web-server.ts';

/** Runs the program in a terminal until the test ends. */
function inTerminal(env: Readonly<Record<string, string>>, args: readonly string[]): Terminal {
  const all = { PATH: process.env['PATH'] ?? '', ...env };
  const terminal = openTerminal(process.execPath, [program, ...args], { env: all });
  return terminal;
}

const BODY = page('Harbour reopens after the storm');

test('A page that show waits for is named too, until it is printed', async () => {
  const { until, open } = gate();
  const { url } = await serve({ '/a': { body: BODY, until } });
  const terminal = inTerminal(webDevice().env, ['show', `${url}/a`]);
  await terminal.waitFor(`${url}/a`);
  open();
  await terminal.exit();
  expect(terminal.text()).toContain('Harbour reopens after the storm');
  expect(terminal.text()).not.toContain(`${url}/a\n`);
});

test('With --quiet nothing is shown, however long it takes', async () => {
  const { until, open } = gate();
  const { url, asked } = await serve({ '/a': { body: BODY, until } });
  const quiet = inTerminal(webDevice().env, ['add', '--quiet', `${url}/a`]);
  await expect.poll(() => asked.length).toBe(1);
  const other = inTerminal(webDevice().env, ['add', `${url}/a`]);
  await other.waitFor(`1 of 1: ${url}/a`);
  open();
  await quiet.exit();
  expect(quiet.output().trim()).toBe('2021-07-19-harbour-reopens-after-the-storm');
});
