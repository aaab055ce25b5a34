import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BODY, HARBOUR, page, webDevice } from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

const HTML = page('Harbour reopens after the storm');
const PATH = `2021/${HARBOUR}.md`;
const THERE = { code: 0, stdout: `${HARBOUR}\n`, stderr: 'newsprint: 1 article there already\n' };

/** A page with validators; what it was asked with, and how it was answered. */
async function servePage(body = HTML) {
  const asked: IncomingHttpHeaders[] = [];
  const site = { body, etag: '"1"' };
  const { url } = await serve({
    '/a': (headers) => {
      asked.push(headers);
      const { body, etag } = site;
      const answer = { etag, 'last-modified': 'Mon, 19 Jul 2021 08:00:00 GMT' };
      if (headers['if-none-match'] === etag) return { status: 304, headers: answer };
      return { headers: answer, body };
    },
  });
  return { url: `${url}/a`, asked, site };
}

test('A page that has not changed is not sent again, and nothing is written', async () => {
  const { call, callHere, root, read } = webDevice();
  const { url, asked } = await servePage();
  expect(await callHere(['add', url])).toMatchObject({ code: 0, stdout: `${HARBOUR}\n` });
  const [before, text] = [statSync(join(root, PATH)), read(PATH)];
  const journals = () =>
    readdirSync(join(root, '.newsprint/state')).map((name) => read(`.newsprint/state/${name}`));
  const journal = journals();
  expect(await call(['add', url])).toMatchObject(THERE);
  expect(asked[0]).not.toHaveProperty('if-none-match');
  expect(asked[1]).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Mon, 19 Jul 2021 08:00:00 GMT',
  });
  const after = statSync(join(root, PATH));
  expect([after.ino, after.mtimeMs, read(PATH)]).toEqual([before.ino, before.mtimeMs, text]);
  expect(journals()).toEqual(journal);
});

test('A page that has changed is sent and brought up to date', async () => {
  const { callHere, read } = webDevice();
  const { url, site } = await servePage();
  await callHere(['add', url]);
  Object.assign(site, {
    body: page('Harbour reopens after the storm', [...BODY, 'Fishing begins.']),
    etag: '"2"',
  });
  expect((await callHere(['add', url])).stderr).toBe('newsprint: 1 article brought up to date\n');
  expect(read(PATH)).toContain('Fishing begins.');
  expect(await callHere(['add', url])).toMatchObject(THERE);
});

test.each<[string, (device: ReturnType<typeof webDevice>) => unknown, string]>([
  [
    'edited',
    ({ root, read }) => writeFileSync(join(root, PATH), `${read(PATH)}Mine.\n`),
    '1 article brought up to date',
  ],
  ['removed', ({ callHere }) => callHere(['remove', HARBOUR]), '1 article added'],
])('A page whose article was %s is sent in full', async (_, change, said) => {
  const device = webDevice();
  const { url, asked } = await servePage();
  await device.callHere(['add', url]);
  await change(device);
  expect((await device.callHere(['add', url])).stderr).toBe(`newsprint: ${said}\n`);
  expect(asked.map((headers) => 'if-none-match' in headers)).toEqual([false, false]);
});

test('Flags that make another article of the page have it sent in full', async () => {
  const { callHere, read } = webDevice();
  const { url, asked } = await servePage();
  await callHere(['add', url]);
  await callHere(['add', url, '--tag', 'sea']);
  expect(read(PATH)).toContain('- sea');
  await callHere(['add', url, '--tag', 'sea']);
  expect(asked.map((headers) => 'if-none-match' in headers)).toEqual([false, false, true]);
});

test.each(['garbage', '[[1,2],["x"],{"a":1}]'])(
  'A cache that holds %.40s is as none',
  async (text) => {
    const { callHere, cache } = webDevice();
    const { url, asked } = await servePage();
    await callHere(['add', url]);
    const folder = join(cache, 'newsprint/http');
    const [name = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, name), 'utf8')).toContain(url);
    writeFileSync(join(folder, name), text);
    expect(await callHere(['add', url])).toMatchObject(THERE);
    await callHere(['add', url]);
    expect(asked.map((headers) => 'if-none-match' in headers)).toEqual([false, false, true]);
  },
);

test('Without a cache that can be written pages are asked for in full, in silence', async () => {
  const { callHere, cache } = webDevice();
  const { url, asked } = await servePage();
  rmSync(join(cache, 'newsprint'), { recursive: true });
  writeFileSync(join(cache, 'newsprint'), 'a file in its place');
  await callHere(['add', url]);
  expect(await callHere(['add', url])).toMatchObject(THERE);
  expect(asked.map((headers) => 'if-none-match' in headers)).toEqual([false, false]);
});
