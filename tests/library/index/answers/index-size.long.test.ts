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

test('An index takes no more room when every file was edited', async () => {
  const root = temporaryLibrary(articles(0));
  const cache = temporaryCache();
  const host = { env: { XDG_CACHE_HOME: cache }, platform: process.platform };
  const sizeAfter = async (edition: number): Promise<number> => {
    writeFiles(root, articles(edition));
    (await openFinder(root, host)).close();
    const paths = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    const sizes = paths
      .map((path) => join(cache, path))
      .filter((path) => existsSync(path) && /\.db(?:-wal)?$/.test(path))
      .map((path) => statSync(path).size);
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const first = await sizeAfter(0);
  await sizeAfter(1);
  expect(await sizeAfter(2)).toBeLessThan(first * 1.4);
});
