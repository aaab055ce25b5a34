// What surrounds a call: odd files, folders that have gone, caches that are none, full disks.

import { expect, test } from 'vitest';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { runShell } from '../support/machine/run.ts';
import { SAMPLE } from './sample.ts';

const isLinux = process.platform === 'linux';

test.skipIf(!isLinux)(
  'A link to a file without an end is a problem and hides no other',
  async () => {
    const root = temporaryLibrary(SAMPLE);
    const script = `ln -s /proc/self/pagemap ${root}/endless.md && newsprint list -f ids --library ${root}`;
    const { code, stdout, stderr } = await runShell(script);
    expect(stdout.split('\n')).toContain('plain');
    expect(code).toBe(0);
    expect(stderr).toContain('endless.md');
  },
);

test('A cache folder that cannot be made is done without', async () => {
  const env = {
    XDG_CACHE_HOME: isLinux ? '/proc' : '/dev/null',
    NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE),
  };
  expect(await runShell('newsprint list -f ids plain', { env })).toMatchObject({
    code: 0,
    stdout: 'plain\n',
    stderr: '',
  });
});

test('A pipe in the place of the cache is not waited for', async () => {
  const cache = temporaryFolder();
  const env = { XDG_CACHE_HOME: cache, NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE) };
  const script = `newsprint list >/dev/null
    for code in $(find ${cache} -name '*.bin'); do rm "$code" && mkfifo "$code"; done
    newsprint list -f ids plain`;
  expect(await runShell(script, { env })).toMatchObject({ code: 0, stdout: 'plain\n', stderr: '' });
});

test('A working folder that has gone matters only to names that start from it', async () => {
  const root = temporaryLibrary(SAMPLE);
  const gone = 'cd "$(mktemp -d)" && rmdir "$PWD" &&';
  expect(await runShell(`${gone} newsprint list -f ids --library ${root} plain`)).toMatchObject({
    code: 0,
    stdout: 'plain\n',
  });
  expect(await runShell(`${gone} newsprint list --library news`)).toMatchObject({
    code: 1,
    stderr: 'newsprint: the working folder has gone\n',
  });
});

test.skipIf(!isLinux)('A full disk is named', async () => {
  const { code, stderr } = await runShell('newsprint help > /dev/full');
  expect(stderr).toBe('newsprint: cannot write: no space left\n');
  expect(code).toBe(1);
});

test('An article that is too large to be one is named as that', async () => {
  const root = temporaryFolder();
  const script = `head -c 11000000 /dev/zero > ${root}/big.md; newsprint show big --library ${root}`;
  const { code, stderr } = await runShell(script);
  expect(stderr).toContain('big.md: the file cannot be read: it is larger than 10 MiB');
  expect(code).toBe(1);
});
