import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  BODY,
  FIGURES,
  HARBOUR,
  markdownFiles,
  PNG,
  page,
  webDevice,
} from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

test('A URL is fetched, kept without tracking parameters, and found again', async () => {
  const { call, callHere, files, read, root } = webDevice();
  const { url } = await serve({
    '/a?utm_source=x': { body: page('Harbour reopens after the storm') },
    '/a': { body: page('Harbour reopens after the storm') },
  });
  expect(await call(['add', `${url}/a?utm_source=x`])).toMatchObject({ stdout: `${HARBOUR}\n` });
  expect(read(`2021/${HARBOUR}.md`)).toContain(`url: "${url}/a"\n`);
  const before = statSync(join(root, `2021/${HARBOUR}.md`)).ino;
  expect(await callHere(['add', `${url}/a`])).toMatchObject({
    code: 0,
    stdout: `${HARBOUR}\n`,
    stderr: 'newsprint: 1 article there already\n',
  });
  expect(files()).toHaveLength(1);
  expect(statSync(join(root, `2021/${HARBOUR}.md`)).ino).toBe(before);
});

test('A changed page takes the place of the old file, which undo brings back', async () => {
  const { callHere, files, read, root } = webDevice();
  const path = `2021/${HARBOUR}.md`;
  const answers = { '/a': { body: page('Harbour reopens after the storm') } };
  const { url } = await serve(answers);
  await callHere(['add', `${url}/a`]);
  await callHere(['mark', HARBOUR, '--star']);
  const first = read(path);
  const added = async () => JSON.parse((await callHere(['list', '--json'])).stdout)[0].added;
  const before = await added();
  answers['/a'] = { body: page('Harbour reopens at last', [...BODY, 'Fishing begins on Friday.']) };
  expect(await callHere(['add', `${url}/a`])).toMatchObject({
    stdout: `${HARBOUR}\n`,
    stderr: 'newsprint: 1 article brought up to date\n',
  });
  expect(files()).toEqual([path]);
  const second = read(path);
  expect(second).toContain('Fishing begins on Friday.');
  expect(await added()).toBe(before);
  expect((await callHere(['list', '-f', 'ids', 'is:starred'])).stdout).toBe(`${HARBOUR}\n`);
  expect(await callHere(['undo'])).toMatchObject({
    code: 0,
    stderr: 'newsprint: as before the update: Harbour reopens after the storm\n',
  });
  expect(read(path)).toBe(first);
  const trash = markdownFiles(join(root, '.newsprint/trash'));
  expect(trash.map((file) => file.slice(file.indexOf('/') + 1))).toEqual([path]);
});

test('A URL that is not in the library is shown and not kept', async () => {
  const { callHere, files } = webDevice();
  const { url } = await serve({ '/a': { body: page('Harbour reopens after the storm') } });
  const { code, stdout } = await callHere(['show', `${url}/a`]);
  expect(code).toBe(0);
  expect(stdout).toContain('Harbour reopens after the storm');
  expect(stdout).toContain('eleven days after the storm');
  expect(files()).toEqual([]);
  const markdown = (await callHere(['show', '-f', 'markdown', `${url}/a`])).stdout;
  expect(markdown).toContain(`url: "${url}/a"\n`);
});

test('HTML on standard input and in a file is shown as an article, Markdown as it is', async () => {
  const { callHere, write } = webDevice();
  const html = page('Harbour reopens after the storm');
  write({ 'page.html': html });
  const piped = (await callHere(['show', '-'], html)).stdout;
  expect(piped).toContain('Harbour reopens after the storm');
  expect(piped).not.toContain('<p>');
  expect((await callHere(['show', './page.html'])).stdout).toContain('eleven days');
  const markdown = '# Note\n\nText with <b>bold</b> in it.\n';
  expect((await callHere(['show', '-f', 'markdown', '-'], markdown)).stdout).toBe(markdown);
});

test.each([
  ['/gone', 'answered 404'],
  ['/loop', 'redirects'],
  ['/local', 'no web address'],
  ['/feed', 'a feed'],
])('Of the URL %s nothing is kept, in one line', async (path, message) => {
  const { callHere, files } = webDevice();
  const { url } = await serve({
    '/loop': { status: 302, headers: { location: '/loop' } },
    '/local': { status: 302, headers: { location: 'file:///etc/passwd' } },
    '/feed': { body: '<rss version="2.0"><channel><title>T</title></channel></rss>' },
  });
  const { code, stderr } = await callHere(['add', '--quiet', url + path]);
  expect(code).toBe(1);
  expect(stderr.split('\n')[0]).toContain(message);
  expect(files()).toEqual([]);
});

test('Pictures are kept by what is in them; captions of those that cannot be had stay', async () => {
  const { callHere, read, root } = webDevice();
  const html = page('Harbour reopens after the storm').replace('</p>', `</p>${FIGURES}`);
  const { url } = await serve({
    '/a': { body: html },
    '/quay.jpg': { body: PNG, headers: { 'content-type': 'image/jpeg' } },
    '/fake.png': { body: '<svg onload="x"/>', headers: { 'content-type': 'image/png' } },
  });
  expect(await callHere(['add', `${url}/a`])).toMatchObject({ code: 0, stdout: `${HARBOUR}\n` });
  const [image = ''] = readdirSync(join(root, 'images'));
  expect(image).toMatch(/^[0-9a-f]{32}\.png$/);
  expect(readFileSync(join(root, 'images', image))).toEqual(PNG);
  expect(readdirSync(join(root, 'images'))).toHaveLength(1);
  const text = read(`2021/${HARBOUR}.md`);
  expect(text).toContain(`](../images/${image} "The quay at dawn. Photo: AP")`);
  expect(text).toContain('![The first ship. Photo: Reuters]()');
  expect(text).toContain('![The wall. Photo: AFP]()');
  expect((await callHere(['add', `${url}/a`])).stderr).toContain('1 article there already');
});
