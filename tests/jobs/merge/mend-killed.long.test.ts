// A mend that is killed: what it did is one step to undo, and another finishes.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  copyPlace,
  failEverywhere,
  keepPlace,
  openPlace,
  runIn,
  runWith,
  seen,
} from '../../support/machine/crash.ts';
import { markdownFiles } from '../../support/web/adding.ts';
import { article, conflicted, filesOf, HERE, MEND } from './conflicted.ts';

test('A mend that is killed anywhere is one step to undo, and the next one finishes it', async () => {
  const place = await conflicted();
  const start = keepPlace(place);
  const before = { files: filesOf(place), marks: seen(place) };
  expect(await runIn(place, MEND.args)).toMatchObject({ code: 0 });
  const after = { files: filesOf(place), marks: seen(place) };
  expect(after.marks).toMatchObject([{ id: 'x', starred: true }, { id: 'a' }]);
  let halves = 0;
  const check = async (_: unknown, where: string): Promise<void> => {
    const killed = keepPlace(place);
    const isBegun = JSON.stringify(filesOf(place)) !== JSON.stringify(before.files);
    if (isBegun) {
      halves += 1;
      openPlace(place).journals.undo(new Date());
      expect({ files: filesOf(place), marks: seen(place) }, `${where}, undone`).toEqual(before);
      copyPlace(killed, place);
    }
    expect(await runIn(place, MEND.args, HERE), where).toMatchObject({ code: 0, stdout: '' });
    expect({ files: filesOf(place), marks: seen(place) }, `${where}, again`).toEqual(after);
  };
  await failEverywhere({ place, start }, MEND, 'after', check, 4);
  expect(halves).toBeGreaterThan(5);
});

test('An article that a killed mend made keeps its marks when more copies come', async () => {
  const place = await conflicted();
  const path = join(place.root, '2021/x.md');
  const start = keepPlace(place);
  for (let at = 1; !markdownFiles(place.root).includes('2021/x.md'); at += 1) {
    copyPlace(start, place);
    await runWith(place, MEND, 'after', at);
  }
  const another = join(place.root, '2021/x (conflicted copy 2026-11-27 101112).md');
  writeFileSync(another, article('title: X\nlang: en'));
  expect(await runIn(place, MEND.args, HERE)).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(path, 'utf8')).toContain('lang: en\n');
  expect(seen(place)).toMatchObject([{ id: 'x', starred: true }, { id: 'a' }]);
});
