// What a person at a terminal sees of what takes long, where nothing else is to be seen.

import { expect, test } from 'vitest';
import { openProgram } from '../../support/reader/reader-program.ts';
import { page, webDevice } from '../../support/web/adding.ts';
import { gate, serve } from '../../support/web/web-server.ts';

const BODY = page('Harbour reopens after the storm');

test('A page that show waits for is named too, until it is printed', async () => {
  const { until, open } = gate();
  const { url } = await serve({ '/a': { body: BODY, until } });
  const terminal = openProgram(['show', `${url}/a`], { env: webDevice().env });
  await terminal.waitFor(`${url}/a`);
  open();
  await terminal.exit();
  expect(terminal.text()).toContain('Harbour reopens after the storm');
  expect(terminal.text()).not.toContain(`${url}/a\n`);
});

test('With --quiet nothing is shown, however long it takes', async () => {
  const { until, open } = gate();
  const { url, asked } = await serve({ '/a': { body: BODY, until } });
  const quiet = openProgram(['add', '--quiet', `${url}/a`], { env: webDevice().env });
  await expect.poll(() => asked.length).toBe(1);
  const other = openProgram(['add', `${url}/a`], { env: webDevice().env });
  await other.waitFor(`1 of 1: ${url}/a`);
  open();
  await quiet.exit();
  expect(quiet.output().trim()).toBe('2021-07-19-harbour-reopens-after-the-storm');
});
