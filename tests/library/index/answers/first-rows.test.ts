// The first rows: articles of them are had without the index, as the index would have them.

import { writeFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { findArticle } from '../../../../src/library/finder/resolve-word.ts';
import { openFinder } from '../../../../src/library/index/open-finder.ts';
import { openJournals } from '../../../../src/library/journals/journals.ts';
import type { Host } from '../../../../src/library/place/device.ts';
import { databaseOf } from '../../../support/library/indexed-place.ts';
import { temporaryFolder, writeOldFiles } from '../../../support/library/temporary-library.ts';

const TEXT = '---\ntitle: Tide\npublished: 2021-01-02\ntags: [sea]\n---\nHigh.\n';

afterEach(() => void vi.useRealTimers());

/** What is known of an article under its ID, and of it and another under their keys. */
async function answers(root: string, host: Host, id: string) {
  const finder = await openFinder(root, host);
  const head = findArticle(id, finder);
  const keys = [head.id, 'moon'].map((one) => finder.keyOf(one) ?? Number.NaN);
  const found = { head, rows: finder.rows(keys), none: finder.rows([]) };
  finder.close();
  return found;
}

test('An article among the first rows is found without the index, and one edited since as it is', async () => {
  const [root, cache] = [temporaryFolder(), temporaryFolder()];
  const host = { env: { XDG_CACHE_HOME: cache, HOME: temporaryFolder() }, platform: 'linux' };
  writeOldFiles(root, { 'a/tide.md': TEXT, 'a/tide-table.md': TEXT, 'b/moon.md': TEXT });
  const set = { starred: true, tags: { moon: true } };
  const named = { id: 'tide', url: null, guid: null, feed: null };
  openJournals(root, host).change([{ ...named, set }], { now: new Date('2026-11-28T12:00:00Z') });
  // Nothing is kept of folders that have just changed.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  await answers(root, host, 'tide');
  const indexed = await answers(root, host, 'tide');
  expect(indexed).toMatchObject({
    head: { id: 'tide', tags: ['sea', 'moon'] },
    rows: [{ state: { starred: true } }, { head: { id: 'moon' } }],
  });
  const database = databaseOf({ root, cache });
  writeFileSync(database, 'garbage '.repeat(500));
  expect(await answers(root, host, 'tide')).toEqual(indexed);
  expect(databaseOf({ root, cache })).toBe(database);
  writeOldFiles(root, { 'a/tide.md': TEXT.replace('Tide', 'Ebb') });
  expect((await answers(root, host, 'tide')).head.title).toBe('Ebb');
});
