import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { run, runShell } from '../../support/machine/run.ts';
import { expectWrongCall } from '../../support/machine/wrong-call.ts';
import { BODY, device, HARBOUR, markdownFiles, page } from '../../support/web/adding.ts';

test('A page in a file is kept under its date and headline, and its ID is printed', async () => {
  const { call, files, read, write } = device();
  write({ 'page.html': page('Harbour reopens after the storm') });
  const { code, stdout, stderr } = await call(['add', 'page.html', '--tag', 'Sea Side']);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: `${HARBOUR}\n`,
    stderr: 'newsprint: 1 article added\n',
  });
  expect(files()).toEqual([`2021/${HARBOUR}.md`]);
  const text = read(`2021/${HARBOUR}.md`);
  expect(text).toContain('title: Harbour reopens after the storm\n');
  expect(text).not.toContain('added:');
  expect(text).toContain('tags:\n  - sea-side\n');
  expect(text).toContain(BODY[2]);
  expect(text).not.toContain('Home');
});

test('What was added can be shown in one line of shell', async () => {
  const { env, write, folder } = device();
  write({ 'note.md': '# A plain note\n\nWith four more words.\n' });
  const { code, stdout } = await runShell(
    `newsprint show "$(newsprint add ${join(folder, 'note.md')})"`,
    { env },
  );
  expect(code).toBe(0);
  expect(stdout).toContain('A plain note');
  expect(stdout).toContain('With four more words.');
});

test('Standard input is kept too; --title names what has no headline', async () => {
  const { call, files } = device();
  const text = `${BODY.join('\n\n')}\n`;
  const { stdout } = await call(['add', '-', '--title', 'Straße & Çay: 港が開く'], text);
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\d-strasse-cay-港が開く\n$/);
  expect(files()).toHaveLength(1);
});

test('Without a headline nothing is kept, and --title is named', async () => {
  const { callHere, files } = device();
  const { code, stdout, stderr } = await callHere(['add', '-', '--as', 'markdown'], 'lower.\n');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('no headline found');
  expect(stderr).toContain('--title');
  expect(files()).toEqual([]);
});

test('Unknown front matter of Markdown stays', async () => {
  const { callHere, read, write } = device();
  write({ 'a.md': '---\ntitle: Kept\npublished: 2020-02-02\nmood: calm # so far\n---\n\nBody.\n' });
  await callHere(['add', 'a.md']);
  const text = read('2020/2020-02-02-kept.md');
  expect(text).toContain('mood: calm # so far\n');
  expect(text).not.toContain('added: ');
});

test('An address without https:// is no file, and the way out is told', async () => {
  const { code, stderr } = await device().callHere(['add', 'example.org/story']);
  expect(code).toBe(1);
  expect(stderr).toContain(
    "cannot read 'example.org/story': no such file or folder\nif it is a page: https://example.org/story\n",
  );
});

test('Many sources are one step to undo; each failure is a line and the rest is done', async () => {
  const { callHere, files, write } = device();
  write({ 'a.md': '# First\n\nOne.\n', 'b.md': '# Second\n\nTwo.\n' });
  const { code, stdout, stderr } = await callHere(['add', 'a.md', 'nowhere.md', '.', 'b.md']);
  expect(code).toBe(1);
  expect(stdout.split('\n')).toHaveLength(3);
  expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
    "newsprint: cannot read 'nowhere.md': no such file or folder",
    "newsprint: cannot read '.': it is a folder",
    'newsprint: 2 articles added',
  ]);
  expect(files()).toHaveLength(2);
  await callHere(['undo']);
  expect(files()).toEqual([]);
  expect(await callHere(['undo'])).toMatchObject({ code: 1 });
});

test('Another article of the same name gets a number, the same text does not', async () => {
  const { callHere, files, write } = device();
  write({ 'a.md': '# Same\n\nOne.\n', 'b.md': '# Same\n\nTwo.\n' });
  await callHere(['add', 'a.md', 'b.md', 'a.md']);
  expect(files().map((path) => path.replace(/^.*?-same/, 'same'))).toEqual([
    'same-2.md',
    'same.md',
  ]);
});

test('Two calls at once never lose an article', async () => {
  const { env, files, folder, write } = device();
  const names = Array.from({ length: 4 }, (_, index) => `n${index}.md`);
  write(Object.fromEntries(names.map((name) => [name, `# Same\n\nBody of ${name}.\n`])));
  const calls = names.map((name) => run(['add', name], { env, cwd: folder }));
  const twice = run(['add', 'n0.md'], { env, cwd: folder });
  const ids = (await Promise.all(calls)).map(({ stdout }) => stdout.trim());
  await twice;
  expect(new Set(ids).size).toBe(4);
  expect(files()).toHaveLength(4);
});

test('A removed article that is added again is there again', async () => {
  const { callHere, write } = device();
  write({ 'a.md': '---\ntitle: Gone\nurl: https://example.org/gone\n---\n\nText.\n' });
  const id = (await callHere(['add', 'a.md'])).stdout.trim();
  await callHere(['remove', id]);
  expect((await callHere(['list', '-f', 'ids'])).stdout).toBe('');
  await callHere(['add', 'a.md']);
  expect((await callHere(['list', '-f', 'ids'])).stdout).toBe(`${id}\n`);
});

test('A dry run prints the file or its JSON, and stores nothing', async () => {
  const { callHere, files, root, write } = device();
  write({ 'page.html': page('Harbour reopens after the storm') });
  const { code, stdout } = await callHere(['add', '--dry-run', 'page.html']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^---\ntitle: Harbour reopens after the storm\n/);
  const json = JSON.parse((await callHere(['add', '--dry-run', '--json', 'page.html'])).stdout);
  expect(json).toMatchObject({ schema: 1, id: HARBOUR, path: `2021/${HARBOUR}.md` });
  expect(files()).toEqual([]);
  expect(existsSync(join(root, '.newsprint'))).toBe(false);
});

test('The default library is made, a named one never', async () => {
  const data = temporaryFolder();
  const env = { NEWSPRINT_LIBRARY: undefined, XDG_DATA_HOME: data, XDG_STATE_HOME: data };
  const here = { env, isHere: true } as const;
  expect(await run(['add', '-'], { ...here, input: '# Hello\n\nWorld.\n' })).toMatchObject({
    code: 0,
  });
  expect(markdownFiles(join(data, 'newsprint'))).toHaveLength(1);
  const named = join(data, 'other');
  const { code, stderr } = await run(['add', '-', '--library', named], {
    ...here,
    input: '# A\n\nB\n',
  });
  expect(code).toBe(1);
  expect(stderr).toContain('no library at');
  expect(existsSync(named)).toBe(false);
});

test.each([
  [[], 'add needs a source'],
  [['a', 'b', '--title', 'T'], '--title is of one source'],
  [['a', '--url', 'file:///etc/passwd'], "bad value 'file:///etc/passwd' for --url"],
  [['a', '--as', 'pdf'], "bad value 'pdf' for --as"],
  [['a', '--tag', '!'], "bad value '!' for --tag"],
  [['a', '--json'], '--format json goes with --dry-run'],
  [['a', '--no-tags'], 'unknown flag --no-tags'],
])('The call add %j is wrong', async (args, message) => {
  const { callHere, write } = device();
  write({ a: '# A\n\nB.\n' });
  expectWrongCall(await callHere(['add', ...args]), message);
});

test('A dry run names what is left out, on standard error', async () => {
  const { callHere } = device();
  const text = `Harbour reopens after the storm\n\nAdvertisement\n\n${BODY.join('\n\n')}\n`;
  const { stdout, stderr } = await callHere(['add', '--dry-run', '--as', 'text', '-'], text);
  expect(stderr).toMatch(/^newsprint: left out \(.+\): Advertisement$/m);
  expect(stdout).not.toContain('Advertisement');
  expect(stdout).toContain(BODY[0]);
});

test('A closed pipe does not end the work', async () => {
  const { env, files, folder, write } = device();
  write({ 'a.md': '# First\n\nOne.\n', 'b.md': '# Second\n\nTwo.\n' });
  await runShell(`cd ${folder} && newsprint add a.md b.md | true`, { env });
  expect(files()).toHaveLength(2);
});

test('Of a file of mail the page in it is kept, and shown as it would be', async () => {
  const { callHere, read, write } = device();
  const fields = 'From: Ada <a@a.test>\nDate: Mon, 19 Jul 2021 08:00:00 +0000\nMIME-Version: 1.0\n';
  const coded = Buffer.from(page('Harbour reopens after the storm')).toString('base64');
  write({
    'a.eml': `${fields}Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${coded}\n`,
  });
  expect(await callHere(['add', 'a.eml'])).toMatchObject({ code: 0, stdout: `${HARBOUR}\n` });
  expect(read(`2021/${HARBOUR}.md`)).toContain(BODY[2]);
  const { stdout } = await callHere(['show', './a.eml']);
  expect(stdout).toMatch(/^Harbour reopens after the storm\n\n19 July 2021/);
});
