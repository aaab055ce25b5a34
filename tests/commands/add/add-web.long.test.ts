// Pages whose pictures are not wanted, or cannot be had any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIGURES, HARBOUR, PNG, page, webDevice } from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

test('With --no-images no picture is asked for', async () => {
  const { call, root } = webDevice();
  const html = page('Harbour reopens after the storm').replace('</p>', `</p>${FIGURES}`);
  const { url, asked } = await serve({ '/a': { body: html } });
  expect(await call(['add', '--no-images', `${url}/a`])).toMatchObject({ code: 0 });
  expect(asked).toEqual(['/a']);
  expect(existsSync(join(root, 'images'))).toBe(false);
});

test('A picture that cannot be had again stays, and is no change', async () => {
  const { call, read } = webDevice();
  const html = page('Harbour reopens after the storm').replace('</p>', `</p>${FIGURES}`);
  const answers: Record<string, { body?: string | Buffer; status?: number }> = {
    '/a': { body: html },
    '/quay.jpg': { body: PNG },
    '/gone.jpg': { body: PNG },
    '/fake.png': { body: PNG },
  };
  const { url } = await serve(answers);
  await call(['add', `${url}/a`]);
  const before = read(`2021/${HARBOUR}.md`);
  for (const path of ['/quay.jpg', '/gone.jpg', '/fake.png']) answers[path] = { status: 503 };
  expect((await call(['add', `${url}/a`])).stderr).toContain('1 article there already\n');
  answers['/a'] = { body: html.replace('eleven', 'twelve') };
  await call(['add', `${url}/a`]);
  expect(read(`2021/${HARBOUR}.md`)).toBe(before.replace('eleven', 'twelve'));
});
