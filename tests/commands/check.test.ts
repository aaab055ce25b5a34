import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../support/library/temporary-library.ts';
import { copyWithoutPackages, run } from '../support/machine/run.ts';
import { SAMPLE } from './sample.ts';

test('A sound library has no problem', async () => {
  const root = temporaryLibrary(SAMPLE);
  expect(await run(['check', '--library', root])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `newsprint: ${root}: 3 articles, no problem\n`,
  });
});

test('A library that is yet to come has no problem', async () => {
  const env = { ...process.env, HOME: temporaryFolder() };
  const root = join(env.HOME, '.local/share/newsprint');
  const said = { code: 0, stdout: '', stderr: `newsprint: ${root}: 0 articles, no problem\n` };
  for (const more of [[], ['--rebuild'], ['--mend']])
    expect(await run(['check', ...more], { env, isHere: true })).toMatchObject(said);
});

test('Every problem is a line with file, line, column and value, and the call fails', async () => {
  const root = temporaryLibrary(SAMPLE);
  writeFiles(root, {
    'a.md': '---\ntitle: A\npublished: 2021-13-45\nurl: ftp://x\n---\n',
    'deep/plain.md': 'The same name.\n',
  });
  const { code, stdout, stderr } = await run(['check', '--library', root], { isHere: true });
  expect(stdout.split('\n')).toEqual([
    `a.md:3:12: bad date '2021-13-45' in "published"`,
    expect.stringMatching(/^a\.md:4:6: bad URL 'ftp:\/\/x' in "url"/),
    expect.stringMatching(/^deep\/plain\.md: /),
    '',
  ]);
  expect(code).toBe(1);
  expect(stderr).toBe(`newsprint: ${root}: 3 problems\n`);
});

test('Feeds that cannot be read are no sound library', async () => {
  const root = temporaryLibrary({ ...SAMPLE, 'subscriptions.opml/x': '' });
  expect(await run(['check', '--library', root], { isHere: true })).toMatchObject({
    code: 1,
    stderr: "newsprint: cannot read 'subscriptions.opml': it is a folder\n",
  });
});

test('Where pictures cannot be decoded, that is said', async () => {
  const root = temporaryLibrary(SAMPLE);
  const program = copyWithoutPackages(temporaryFolder());
  const { code, stderr } = await run(['check', '--library', root], { program });
  expect(code).toBe(0);
  expect(stderr).toContain('sharp cannot load: of pictures the captions are shown\n');
});
