// Several processes at one index, some of them killed: nobody sees an error, and the answers are right.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ask,
  databaseOf,
  folderOf,
  ids,
  newPlace,
  type Place,
} from '../../support/library/indexed-place.ts';
import { manyLibrary } from '../../support/library/many-articles.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { program, run } from '../../support/machine/run.ts';

const LARGE = 2000;

/** Kills a call after so many ms, unless it is over. */
function killAfter(
  { root, cache }: Place,
  delay: number,
  ...args: readonly string[]
): Promise<void> {
  const { PATH } = process.env;
  const env = { PATH, XDG_CACHE_HOME: cache };
  const child = spawn(process.execPath, [program, ...args, '--library', root], {
    env,
    stdio: 'ignore',
  });
  setTimeout(() => child.kill('SIGKILL'), delay);
  return new Promise((resolve) => child.on('close', () => resolve()));
}

describe('an index', () => {
  test('is built by one of many that want it, and all of them answer', {
    timeout: 120_000,
  }, async () => {
    const place: Place = { root: manyLibrary(LARGE), cache: temporaryFolder() };
    const calls = [
      'list',
      'search wordof007',
      'check',
      'list wordof009',
      'list --reverse',
      'check --rebuild',
    ];
    const options = { env: { XDG_CACHE_HOME: place.cache } };
    const runs = await Promise.all(
      calls.map((call) => run([...call.split(' '), '--quiet', '--library', place.root], options)),
    );
    for (const { code, stderr } of runs) expect([code, stderr]).toEqual([0, '']);
    const databases = readdirSync(folderOf(place)).filter((name) => /^[a-z\d]{20}\.db$/.test(name));
    expect(databases).toHaveLength(1);
  });

  test('is written by many at once without an error', { timeout: 120_000 }, async () => {
    const place = newPlace();
    await ids(place);
    const env = { XDG_CACHE_HOME: place.cache, XDG_STATE_HOME: temporaryFolder() };
    const work = Array.from({ length: 6 }, async (_, at) => {
      for (let round = 0; round < 4; round += 1) {
        const id = `a-0${at}${round}`;
        const text = `---\ntitle: New\npublished: 2025-01-01\n---\n\nRound${round} of process${at}.\n`;
        writeFileSync(join(place.root, `.${id}`), text);
        renameSync(join(place.root, `.${id}`), join(place.root, `new-${at}-${round}.md`));
        const runs = [
          await run(['mark', id, '--read', '--quiet', '--library', place.root], { env }),
          await run(['search', `process${at}`, '--library', place.root], { env }),
        ];
        for (const { code, stderr } of runs) expect([code, stderr]).toEqual([0, '']);
      }
    });
    await Promise.all(work);
    expect(await ids(place, 'title:new')).toHaveLength(24);
    expect(await ids(place, 'is:read')).toHaveLength(24);
    expect(await ask(place, 'check', '--quiet')).toBe('');
  });

  test('is right whenever a process that wrote it was killed', { timeout: 120_000 }, async () => {
    const place: Place = { root: manyLibrary(LARGE), cache: temporaryFolder() };
    for (let delay = 40; delay < 1000; delay += 120)
      await killAfter(place, delay, 'list', 'wordof');
    expect(await ids(place)).toHaveLength(LARGE);
    for (let delay = 20; delay < 240; delay += 30) {
      const day = `2025-01-${String(Math.floor(delay / 10)).padStart(2, '0')}`;
      const text = `---\ntitle: Late\npublished: ${day}\n---\n\nSays late.\n`;
      writeFileSync(join(place.root, `late-${delay}.md`), text);
      await killAfter(place, delay, 'list', 'late');
    }
    expect(await ids(place, 'late')).toHaveLength(8);
    expect(await ask(place, 'check', '--quiet')).toBe('');
  });

  test.each([
    ['long ago', -700_000],
    ['by a clock that ran ahead', 700_000],
  ])('finds what was edited in its place when all was compared %s', async (_, shift) => {
    const place = newPlace();
    await ids(place);
    appendFileSync(join(place.root, '2023/a-300.md'), '\nSays edited.\n');
    const passed = join(folderOf(place), 'passed');
    const old = new Date(Date.now() + shift);
    utimesSync(passed, old, old);
    let found: readonly string[] = [];
    while (found.length === 0) found = await ids(place, 'edited');
    expect(found).toEqual(['a-300']);
    expect(existsSync(databaseOf(place))).toBe(true);
  });
});
