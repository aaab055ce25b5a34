// The index as a user meets it: never, but for its speed.
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ask,
  changeDatabase,
  databaseOf,
  ids,
  newPlace,
  type Place,
} from '../../support/library/indexed-place.ts';
import { MANY } from '../../support/library/many-articles.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';

/** The IDs that `list` prints, asked in this process; what others wrote is to be seen in it, too. */
async function idsHere({ root, cache }: Place, ...words: readonly string[]) {
  const args = ['list', '--quiet', '--format', 'ids', '--library', root, ...words];
  const { code, stdout, stderr } = await run(args, {
    env: { XDG_CACHE_HOME: cache },
    isHere: true,
  });
  expect([code, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter(Boolean);
}

describe('a library with an index', () => {
  test('has its files as they are, whatever was done to them', async () => {
    const place = newPlace();
    const { root } = place;
    expect(await ids(place)).toHaveLength(MANY);
    expect(existsSync(databaseOf(place))).toBe(true);
    expect(await idsHere(place, 'wordof007')).toEqual(['a-007']);

    const text = '---\ntitle: Another\npublished: 2024-01-01\n---\n\nSays fresh.\n';
    mkdirSync(join(root, 'deep/new'), { recursive: true });
    writeFileSync(join(root, 'deep/new/b.md'), text);
    writeFileSync(join(root, '.draft'), text.replace('fresh', 'replaced'));
    renameSync(join(root, '.draft'), join(root, '2023/a-001.md'));
    renameSync(join(root, '2023/a-002.md'), join(root, 'deep/c.md'));
    rmSync(join(root, '2023/a-003.md'));

    expect(await idsHere(place, 'fresh')).toEqual(['b']);
    expect(await idsHere(place, 'replaced')).toEqual(['a-001']);
    expect(await idsHere(place, 'wordof001')).toEqual([]);
    expect(await idsHere(place, 'wordof002')).toEqual(['c']);
    expect(await idsHere(place, 'wordof003')).toEqual([]);
    expect(await idsHere(place)).toHaveLength(MANY);
  });

  test('shows an edit in place at once, and finds it after a check', async () => {
    const place = newPlace();
    await idsHere(place);
    appendFileSync(join(place.root, '2024/a-000.md'), '\nThen edited.\n');
    const shown = await ask(place, 'list', '--json', '--limit', '1');
    expect(JSON.parse(shown)).toMatchObject([{ id: 'a-000', words: 4 }]);
    appendFileSync(join(place.root, '2023/a-300.md'), '\nAlso edited.\n');
    expect(await ask(place, 'check', '--quiet')).toBe('');
    expect(await idsHere(place, 'edited')).toEqual(['a-000', 'a-300']);
  });

  test('has its marks as they are', async () => {
    const place = newPlace();
    const env = { XDG_CACHE_HOME: place.cache, XDG_STATE_HOME: temporaryFolder() };
    await idsHere(place);
    const here = { env, isHere: true } as const;
    await run(['mark', 'a-001', '--read', '--tag', 'Kept', '--library', place.root], here);
    expect(await idsHere(place, 'is:read')).toEqual(['a-001']);
    expect(await idsHere(place, 'tag:kept')).toEqual(['a-001']);
    expect(await idsHere(place, 'kept')).toEqual(['a-001']);
    await run(['remove', 'a-001', '--library', place.root], here);
    expect(await idsHere(place)).toHaveLength(MANY - 1);
    await run(['undo', '--library', place.root], here);
    expect(await idsHere(place, 'is:read')).toEqual(['a-001']);
  });

  test('names what the index has otherwise than the files', async () => {
    const place = newPlace();
    await idsHere(place);
    changeDatabase(databaseOf(place), "UPDATE doc SET head = '{}' WHERE id = 'a-005'");
    const options = { env: { XDG_CACHE_HOME: place.cache }, isHere: true } as const;
    const args = ['check', '--library', place.root];
    const { code, stdout, stderr } = await run(args, options);
    expect(stdout).toBe('2023/a-005.md: the index has it otherwise than the file\n');
    expect(stderr).toContain('newsprint check --rebuild');
    expect(code).toBe(1);
    expect((await run([...args, '--rebuild'], options)).code).toBe(0);
  });
});
