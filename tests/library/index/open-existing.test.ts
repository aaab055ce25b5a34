// What a library has of articles that come in, asked of its index.
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyLibrary } from '../../../src/library/finder/open-library.ts';
import { openExisting } from '../../../src/library/index/open-existing.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import type { Host } from '../../../src/library/place/device.ts';
import { databaseOf } from '../../support/library/indexed-place.ts';
import { manyArticles } from '../../support/library/many-articles.ts';
import { temporaryFolder, writeOldFiles } from '../../support/library/temporary-library.ts';

const TRACKED = `---
title: Tide
url: https://example.org/tide?utm_source=feed
feed: https://example.org/feed
guid: tide-1
---
High.
`;

/** A library so large that not every file is looked at, and its index. */
async function indexed(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder();
  const cache = temporaryFolder();
  const host: Host = { env: { XDG_CACHE_HOME: cache, HOME: temporaryFolder() }, platform: 'linux' };
  writeOldFiles(root, { ...manyArticles(), ...files });
  (await openFinder(root, host)).close();
  return { root, cache, open: () => openExisting(emptyLibrary(root, host), host) };
}

test('An article is found by its address without what tracks readers in it', async () => {
  const { open } = await indexed({ 'a/tide.md': TRACKED });
  const existing = open();
  for (const name of ['url https://example.org/tide', 'guid https://example.org/feed tide-1']) {
    expect(existing.named(name)).toMatchObject([{ id: 'tide' }]);
  }
  expect(existing.ofFeed('https://example.org/feed')).toMatchObject([{ id: 'tide' }]);
  expect(existing.named('url https://example.org/tide?utm_source=feed')).toEqual([]);
  existing.close();
});

test('An article is as its file is that was edited in its place, and not found by what it was', async () => {
  const { root, open } = await indexed({ 'a/tide.md': TRACKED });
  writeFileSync(join(root, 'a/tide.md'), TRACKED.replace('title: Tide', 'title: Ebb'));
  utimesSync(join(root, 'a/tide.md'), 1_600_000_000, 1_600_000_000);
  const existing = open();
  expect(existing.alike('TIDE')).toMatchObject([{ title: 'Ebb' }]);
  expect(existing.named('title Tide')).toEqual([]);
  existing.close();
});

test('Where the index breaks while articles come in, the files are read', async () => {
  const { root, cache, open } = await indexed({ 'a/tide.md': TRACKED });
  const existing = open();
  writeFileSync(databaseOf({ root, cache }), 'garbage '.repeat(40_000));
  expect(existing.named('title Tide')).toMatchObject([{ id: 'tide' }]);
  expect(existing.countIn('a')).toBe(1);
  existing.close();
});
