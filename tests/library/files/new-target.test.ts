// What is made outside the library is there whole, or as it was.
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { writeNewFile, writeNewFolder } from '../../../src/library/files/new-target.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const INTERRUPTED = new NewsprintError('interrupted', { code: 'interrupted' });

async function* brokenOff() {
  yield 'the first half';
  throw INTERRUPTED;
}

async function* brokenFolder() {
  yield { path: 'a/b.md', data: 'whole' };
  throw INTERRUPTED;
}

async function* pieces() {
  yield 'one, ';
  yield Buffer.from('two');
}

/** A target in a folder of its own, with what was there before. */
function targetWith(before: string | null, isForced: boolean) {
  const folder = temporaryFolder();
  const path = join(folder, 'made');
  if (before !== null) writeFileSync(path, before);
  return { folder, target: { name: 'made', path, isForced } };
}

test.each([null, 'before'])('A file that is broken off leaves %j', async (before) => {
  const { folder, target } = targetWith(before, true);
  await expect(writeNewFile(target, brokenOff())).rejects.toBe(INTERRUPTED);
  expect(readdirSync(folder)).toEqual(before === null ? [] : ['made']);
  if (before !== null) expect(readFileSync(target.path, 'utf8')).toBe(before);
});

test('A folder that is broken off is not there, and one that was is as it was', async () => {
  const { folder, target } = targetWith(null, true);
  await expect(writeNewFolder(target, brokenFolder(), temporaryFolder())).rejects.toBe(INTERRUPTED);
  expect(readdirSync(folder)).toEqual([]);
  mkdirSync(target.path);
  writeFileSync(join(target.path, 'own'), '');
  await expect(writeNewFolder(target, brokenFolder(), temporaryFolder())).rejects.toBe(INTERRUPTED);
  expect([readdirSync(folder), readdirSync(target.path)]).toEqual([['made'], ['own']]);
});

test('No folder is made in the library, were it forced', async () => {
  const { folder, target } = targetWith(null, true);
  for (const place of [target, { ...target, path: folder }]) {
    await expect(writeNewFolder(place, brokenFolder(), folder)).rejects.toThrow(
      "'made' is in the library",
    );
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('A name that is taken meanwhile is not written over', async () => {
  const { folder, target } = targetWith(null, false);
  async function* late() {
    yield 'ours';
    writeFileSync(target.path, 'theirs');
  }
  await expect(writeNewFile(target, late())).rejects.toThrow("'made' is there already");
  expect(readFileSync(target.path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['made']);
});

test('Pieces are put together, and what a crash left is taken away', async () => {
  const { folder, target } = targetWith(null, false);
  const left = join(folder, '.newsprint-0123456789abcdefghij');
  for (const path of [left, join(folder, '.newsprint-notes')]) {
    writeFileSync(path, '');
    utimesSync(path, 0, 0);
  }
  await writeNewFile(target, pieces());
  expect(readFileSync(target.path, 'utf8')).toBe('one, two');
  expect(readdirSync(folder).sort()).toEqual(['.newsprint-notes', 'made']);
});
