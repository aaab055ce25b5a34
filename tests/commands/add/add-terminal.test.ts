// What a person at a terminal sees of `add`, and what Ctrl-C leaves behind.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgram } from '../../support/reader/reader-program.ts';
import { page, webDevice } from '../../support/web/adding.ts';
import { gate, serve } from '../../support/web/web-server.ts';

const BODY = page('Harbour reopens after the storm');

test('What takes longer than a second shows where it is, on one line that goes', async () => {
  const { env } = webDevice();
  const { until, open } = gate();
  const { url } = await serve({ '/a': { body: BODY, until }, '/b': { status: 404 } });
  const terminal = openProgram(['add', `${url}/a`, `${url}/b`], { env });
  await terminal.waitFor(`1 of 2: ${url}/a`);
  expect(terminal.rows().filter((row) => row !== '')).toHaveLength(1);
  open();
  await terminal.exit();
  expect(terminal.rows().filter((row) => row !== '')).toEqual([
    `newsprint: ${url}/b: the server answered 404 Not Found`,
    '2021-07-19-harbour-reopens-after-the-storm',
    'newsprint: 1 article added',
  ]);
});

test('Ctrl-C drops what is under way; what is stored is printed and can be undone', async () => {
  const { env, files, folder, write, call } = webDevice();
  const names = Array.from({ length: 60 }, (_, at) => `n${at}.md`);
  write(Object.fromEntries(names.map((name) => [name, `# Of ${name}\n\nBody.\n`])));
  const { until } = gate();
  const { url, asked } = await serve({ '/a': { body: BODY, until }, '/b': { body: BODY } });
  const paths = names.map((name) => join(folder, name));
  const terminal = openProgram(['add', ...paths, `${url}/a`, `${url}/b`], { env });
  await expect.poll(() => asked).toEqual(['/a']);
  terminal.press('\x03');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  expect(terminal.text()).toMatch(/of-n59-md\nnewsprint: 60 articles added\n/);
  expect(asked).toEqual(['/a']);
  expect(files()).toHaveLength(60);
  expect(await call(['undo'])).toMatchObject({ code: 0 });
  expect(files()).toEqual([]);
});

test('Ctrl-C ends the wait for what a person types', async () => {
  const { env, files } = webDevice();
  const { url } = await serve({});
  const terminal = openProgram(['add', `${url}/gone`, '-'], { env });
  await terminal.waitFor('404 Not Found');
  terminal.press('Some words\r');
  await terminal.waitFor('Some words');
  expect(terminal.text()).not.toContain('2 of 2');
  terminal.press('\x03');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  expect(files()).toEqual([]);
});
