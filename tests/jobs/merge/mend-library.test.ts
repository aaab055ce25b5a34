// A mend that fails halfway, or waits: what it did is one step to undo, and another finishes.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFetchLock } from '../../../src/jobs/fetch/fetch-lock.ts';
import { newPlace, runIn, seen } from '../../support/machine/crash.ts';
import { program } from '../../support/machine/run.ts';
import { markdownFiles } from '../../support/web/adding.ts';
import { opml } from '../../support/web/following.ts';
import { article, COPY, conflicted, filesOf, HERE, MEND } from './conflicted.ts';

test('A mend that cannot go on says what it did, which is one step to undo', async () => {
  const place = newPlace({
    '2021/a.md': article('title: A\nlang: en'),
    [`2021/a.${COPY}.md`]: article('title: A\nplace: P'),
    [`subscriptions.${COPY}.opml`]: opml(['https://b.test/']),
  });
  await runIn(place, ['mark', 'a', '--star'], HERE);
  const [before, marks] = [filesOf(place)['2021/a.md'], seen(place)];
  mkdirSync(join(place.root, 'subscriptions.opml'));
  const { code, stderr } = await runIn(place, MEND.args, HERE);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'newsprint: 1 file mended, 1 copy in the trash: newsprint undo takes it back\n',
  );
  expect(stderr).toMatch(
    /^newsprint: the rest of .* is not mended: cannot read 'subscriptions\.opml': /m,
  );
  expect(markdownFiles(place.root)).toEqual(['2021/a.md']);
  await runIn(place, ['undo'], HERE);
  expect(markdownFiles(place.root)).toEqual([`2021/a.md`, `2021/a.${COPY}.md`].sort());
  expect(readFileSync(join(place.root, '2021/a.md'), 'utf8')).toBe(before);
  expect(seen(place)).toEqual(marks);
});

test('A mend whose journal cannot be written is a step to undo once it can', async () => {
  const place = newPlace({
    '2021/a.md': article('title: A\nlang: en'),
    [`2021/a.${COPY}.md`]: article('title: A\nplace: P'),
  });
  const before = filesOf(place);
  const inTheWay = join(place.home, '.local');
  writeFileSync(inTheWay, '');
  expect(await runIn(place, MEND.args)).toMatchObject({ code: 1 });
  expect(filesOf(place)).not.toEqual(before);
  rmSync(inTheWay);
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(filesOf(place)).toEqual(before);
});

test('A mend waits for another, says so, and takes in what is there then', async () => {
  const place = await conflicted();
  const { root, home } = place;
  const before = filesOf(place);
  const env = { ...process.env, HOME: home, NEWSPRINT_LIBRARY: root };
  let said = '';
  const mending = await withFetchLock(root, { signal: AbortSignal.timeout(60_000) }, async () => {
    const child = spawn(process.execPath, [program, ...MEND.args], { env });
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await expect.poll(() => said).toContain('newsprint: waiting for another newsprint to end');
    expect(filesOf(place)).toEqual(before);
    writeFileSync(join(root, '2021/a (conflicted copy 2026-11-27 101112).md'), article('title: A'));
    return { ended };
  });
  expect(await mending?.ended).toBe(0);
  expect(said).toContain('3 files mended, 4 copies in the trash');
});

test('A library in which nothing is to be mended is not written to', async () => {
  const place = newPlace({ '2021/a.md': article('title: A') });
  expect(await runIn(place, MEND.args, HERE)).toMatchObject({ code: 0 });
  expect(existsSync(join(place.root, '.newsprint'))).toBe(false);
});
