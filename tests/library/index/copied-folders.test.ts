// Folders that a copier gives the times of others: what came into them is seen.
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_ARTICLES } from '../../../src/library/finder/finder.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

test('A file is seen in a folder that has its former time again', async () => {
  const root = temporaryLibrary({ '2026/a.md': 'Text.\n' });
  const old = new Date('2020-01-01T00:00:00Z');
  const folder = join(root, '2026');
  utimesSync(folder, old, old);
  const host = newMachine();
  const open = async () => {
    const finder = await openFinder(root, host);
    const ids = [...finder.ids(...ALL_ARTICLES)].sort();
    finder.close();
    return ids;
  };
  expect(await open()).toEqual(['a']);
  writeFiles(root, { '2026/b.md': 'Text.\n' });
  utimesSync(folder, old, old);
  expect(statSync(folder).mtimeMs).toBe(old.getTime());
  expect(await open()).toEqual(['a', 'b']);
});
