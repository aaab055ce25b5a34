import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { device, page } from '../support/adding.ts';
import { run } from '../support/run.ts';
import { temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

test.each([
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'a feed'],
  [
    'bytes that are no text',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
    'not an article',
  ],
  ['nothing', '', 'is empty'],
  ['only zeros', Buffer.alloc(5000), 'not an article'],
])('Of %s nothing is kept', async (_, input, message) => {
  const { call, files } = device();
  const { code, stdout, stderr } = await call(['add', '-'], input);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n')[0]).toContain(message);
  expect(files()).toEqual([]);
});

test.each(['../../x', '/etc/passwd', '..', 'con', 'a\u0000b\u001b[31m', 'x'.repeat(5000)])(
  'The headline %j leads nowhere',
  async (title) => {
    const { call, files, root, read } = device();
    const input = `<html><body><article><h1>${title}</h1>${page('').split('</h1>')[1]}`;
    const { code } = await call(['add', '-', '--title', title.replaceAll('\u0000', '')], input);
    expect(code).toBe(0);
    const [path = ''] = files();
    expect(path).toMatch(/^\d{4}\/\d{4}-\d\d-\d\d-[a-z0-9-]+\.md$/);
    expect(path.length).toBeLessThanOrEqual('2021/.md'.length + 80);
    expect(read(path)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(readdirSync(root).sort()).toEqual(['.newsprint', path.slice(0, 4)]);
  },
);

test('A folder of the year that leads out of the library is not followed', async () => {
  const outside = temporaryFolder();
  const root = temporaryLibrary({});
  const { call } = device(root);
  const { symlinkSync } = await import('node:fs');
  symlinkSync(outside, join(root, '2020'));
  const { code, stderr } = await call(
    ['add', '-'],
    '---\ntitle: T\npublished: 2020-01-01\n---\nB.\n',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('is a link');
  expect(readdirSync(outside)).toEqual([]);
});

test('Ten megabytes on one line and a file with zeros end soon', async () => {
  const { call, folder } = device();
  mkdirSync(join(folder, 'd'));
  const line = `# Long\n\n${'word '.repeat(1_900_000)}\n`;
  expect(await call(['add', '-'], line)).toMatchObject({ code: 0 });
  const zeros = `# Zeros\n\nA line with \u0000 in it, and no more than that of it.\n`;
  expect(await call(['add', '-'], zeros)).toMatchObject({ code: 0 });
  expect(await call(['add', '-'], 'x'.repeat(11 * 1024 * 1024))).toMatchObject({ code: 1 });
}, 30_000);

test('A silent pipe is given up', async () => {
  const { env } = device();
  const { code, stderr } = await run(['add', '-'], { env, isSilent: true });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'newsprint: standard input: silent for 5 s\nnewsprint: nothing added\n',
  });
}, 15_000);
