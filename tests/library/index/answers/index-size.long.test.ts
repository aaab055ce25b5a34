// The index on the disk: it does not grow with what is written to it again and again.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFinder } from '../../../../src/library/index/open-finder.ts';
import { temporaryCache } from '../../../support/library/temporary-cache.ts';
import { temporaryLibrary, writeFiles } from '../../../support/library/temporary-library.ts';

const ARTICLES = 300;
const WORDS = 900;

/** Articles of which each has words of its own. */
function articles(edition: number): Readonly<Record<string, string>> {
  const text = (at: number) =>
    Array.from({ length: WORDS }, (_, word) => `w${edition}x${(at * word) % 7919}`).join(' ');
  return Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, at) => [`${at}.md`, `# Number ${at}\n\n${text(at)}\n`]),
  );
}

/** The bytes of the index and of its log. */
function sizeOf(cache: string): number {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .map((path) => join(cache, path))
    .filter((path) => existsSync(path) && /\.db(?:-wal)?$/.test(path))
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

function startLibrary() {
  const root = temporaryLibrary(articles(0));
  const cache = temporaryCache();
  const host = { env: { XDG_CACHE_HOME: cache }, platform: process.platform };
  return { root, cache, open: () => openFinder(root, host) };
}

test('An index takes no more room when every file was edited', async () => {
  const { root, cache, open } = startLibrary();
  const sizeAfter = async (edition: number): Promise<number> => {
    writeFiles(root, articles(edition));
    (await open()).close();
    return sizeOf(cache);
  };
  const first = await sizeAfter(0);
  await sizeAfter(1);
  expect(await sizeAfter(2)).toBeLessThan(first * 1.4);
});

test('Nor does it where a program that stays open saw the edits', async () => {
  const { root, cache, open } = startLibrary();
  const finder = await open();
  const first = sizeOf(cache);
  writeFiles(root, articles(1));
  finder.refresh(true);
  expect(sizeOf(cache)).toBeLessThan(first * 1.4);
  finder.close();
});
