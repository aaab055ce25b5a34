// An index that is damaged, old or cannot be: the answers are the same.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ask,
  changeDatabase,
  databaseOf,
  folderOf,
  ids,
  newPlace,
  type Place,
} from '../../support/library/indexed-place.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { copyWithoutPackages, run } from '../../support/machine/run.ts';

describe('a library with an index', () => {
  const damages: readonly (readonly [string, (place: Place) => void])[] = [
    ['is garbage', (place) => writeFileSync(databaseOf(place), 'garbage '.repeat(5000))],
    ['is empty', (place) => writeFileSync(databaseOf(place), '')],
    [
      'was cut',
      (place) =>
        writeFileSync(databaseOf(place), readFileSync(databaseOf(place)).subarray(0, 50_000)),
    ],
    ['is gone', (place) => rmSync(databaseOf(place))],
    ['has no pointer', (place) => rmSync(join(folderOf(place), 'current'))],
    ['is gone with its folder', (place) => rmSync(folderOf(place), { recursive: true })],
    [
      'is of an older program',
      (place) => changeDatabase(databaseOf(place), 'PRAGMA user_version = 0'),
    ],
    [
      'is of a newer program',
      (place) => changeDatabase(databaseOf(place), 'PRAGMA user_version = 999'),
    ],
    [
      'has garbage for a lock and no database',
      (place) => {
        writeFileSync(join(folderOf(place), 'lock.db'), 'garbage '.repeat(500));
        rmSync(databaseOf(place));
      },
    ],
    [
      'has folders for its lock and its pointer',
      (place) => {
        for (const name of ['lock.db', 'current']) {
          rmSync(join(folderOf(place), name), { force: true });
          mkdirSync(join(folderOf(place), name, 'inner'), { recursive: true });
        }
      },
    ],
    [
      'has a front page of garbage',
      (place) => writeFileSync(join(folderOf(place), 'front.jsonl'), '{"version":1}\n'),
    ],
  ];

  test.each(damages)('answers where the index %s, and has one again', async (_, damage) => {
    const place = newPlace();
    const all = await ids(place);
    rmSync(join(folderOf(place), 'front.jsonl'), { force: true });
    damage(place);
    expect(await ids(place)).toEqual(all);
    expect(await ids(place, 'wordof007 OR wordof009')).toEqual(['a-007', 'a-009']);
    expect(existsSync(databaseOf(place))).toBe(true);
    expect(await ask(place, 'check', '--quiet')).toBe('');
  });

  test('is read without one where the engine cannot load', async () => {
    const place = newPlace();
    const all = await ids(place);
    const args = ['list', '--format', 'ids', '--library', place.root];
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { stdout, stderr } = await run(args, {
      env,
      program: copyWithoutPackages(temporaryFolder()),
    });
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter(Boolean)).toEqual(all);
  });
});
