// The index that is broken, that cannot be, and that is made anew.

import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask, databaseOf, ids, newPlace } from '../../support/library/indexed-place.ts';

describe('an index', () => {
  test('answers where the index is garbage, and has one again', async () => {
    const place = newPlace();
    const all = await ids(place);
    const before = databaseOf(place);
    writeFileSync(before, 'garbage '.repeat(5000));
    // The first may have its answer without the index: then the second finds out.
    expect(await ids(place, '--reverse')).toEqual([...all].reverse());
    expect(await ids(place, '--reverse')).toEqual([...all].reverse());
    expect(databaseOf(place)).not.toBe(before);
  });

  test('is read without one where the cache cannot be written', async () => {
    const place = newPlace();
    const all = await ids(place);
    const nowhere = { ...place, cache: '/proc/nowhere' };
    expect(await ids(nowhere)).toEqual(all);
    expect(await ids(nowhere, 'wordof007')).toEqual(['a-007']);
  });

  test('gets a new one from check --rebuild', async () => {
    const place = newPlace();
    await ids(place);
    const before = databaseOf(place);
    expect(await ask(place, 'check', '--rebuild', '--quiet')).toBe('');
    expect(databaseOf(place)).not.toBe(before);
    expect(existsSync(before)).toBe(false);
    expect(await ids(place, 'wordof007')).toEqual(['a-007']);
  });
});
