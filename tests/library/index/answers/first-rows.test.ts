// The first rows: articles of them are had without the index, as the index would have them.

import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findArticle } from '../../../../src/library/finder/resolve-word.ts';
import { openFinder } from '../../../../src/library/index/open-finder.ts';
import { openJournals } from '../../../../src/library/journals/journals.ts';
import type { Host } from '../../../../src/library/place/device.ts';
import { databaseOf } from '../../../support/library/indexed-place.ts';
import { temporaryFolder, writeOldFiles } from '../../../support/library/temporary-library.ts';

const NEWEST = { query: { terms: [] }, sort: 'published', reverse: false } as const;
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

test('The first rows take no more room than they have, however large an article’s head is', async () => {
  const [root, cache] = [temporaryFolder(), temporaryFolder()];
  const host = { env: { XDG_CACHE_HOME: cache, HOME: temporaryFolder() }, platform: 'linux' };
  const file = (at: number) => [`${at}.md`, `---\ndeck: ${'words '.repeat(20_000)}\n---\nText.\n`];
  writeOldFiles(root, Object.fromEntries(Array.from({ length: 30 }, (_, at) => file(at))));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  const list = async () => {
    const finder = await openFinder(root, host);
    const { length } = [...finder.stream(NEWEST, { offset: 0, limit: 50 })];
    finder.close();
    return length;
  };
  expect([await list(), await list()]).toEqual([30, 30]);
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' });
  const sizes = names
    .filter((name) => /front/.test(name))
    .map((name) => statSync(join(cache, name)).size);
  expect(sizes).toHaveLength(1);
  expect(Math.max(...sizes)).toBeLessThan(2_100_000);
});
