import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { copyShipped } from '../../../src/library/place/make-library.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';

const SHIPPED = { 'tour.md': '# Tour', 'images/a.png': '\x89', '.newsprint/x': '', '.y.md': '' };

test('the shipped articles are copied with their pictures and without names of a dot', () => {
  const shipped = temporaryLibrary(SHIPPED);
  const parent = join(temporaryFolder(), 'not/there/yet');
  const root = join(parent, 'newsprint');
  copyShipped(shipped, root);
  expect(readdirSync(root).sort()).toEqual(['images', 'tour.md']);
  expect(readFileSync(join(root, 'tour.md'), 'utf8')).toBe('# Tour');
  expect(readdirSync(parent)).toEqual(['newsprint']);
});

test('copies of files that cannot be written can be', () => {
  const shipped = temporaryLibrary(SHIPPED);
  chmodSync(join(shipped, 'tour.md'), 0o444);
  const root = join(temporaryFolder(), 'newsprint');
  copyShipped(shipped, root);
  expect(statSync(join(root, 'tour.md')).mode & 0o200).toBe(0o200);
});

test('a library that came first stays as it is, and nothing is left beside it', () => {
  const parent = temporaryLibrary({ 'newsprint/mine.md': '' });
  copyShipped(temporaryLibrary(SHIPPED), join(parent, 'newsprint'));
  expect(readdirSync(join(parent, 'newsprint'))).toEqual(['mine.md']);
  expect(readdirSync(parent)).toEqual(['newsprint']);
});

test('a copy that breaks off leaves no half of a library', () => {
  const parent = temporaryFolder();
  const root = join(parent, 'newsprint');
  expect(() => copyShipped(join(parent, 'no-articles'), root)).toThrow(NewsprintError);
  expect(existsSync(root)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
});

test('where nothing can be made it says so', () => {
  const parent = temporaryFolder();
  writeFileSync(join(parent, 'file'), '');
  for (const root of [join(parent, 'file/newsprint'), '/proc/self/newsprint']) {
    let code: string | undefined;
    try {
      copyShipped(temporaryLibrary(SHIPPED), root);
    } catch (error) {
      if (error instanceof NewsprintError) code = error.code;
    }
    expect(code, root).toBe('read-only');
  }
});
