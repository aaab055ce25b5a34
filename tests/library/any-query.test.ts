// Whatever is asked, a finder finds what looking through every article finds.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/core/query/parse-query.ts';
import type { Finder } from '../../src/library/finder/finder.ts';
import { openLibrary } from '../../src/library/finder/open-library.ts';
import { scanFinder } from '../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../src/library/index/open-finder.ts';
import { articleFile, randomArticle, randomQuery } from '../support/library/queries.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';

const articles = fc.sample(randomArticle, { numRuns: 120, seed: 7 });

function library(): string {
  return temporaryLibrary(
    Object.fromEntries(articles.map((article, at) => [`a${at}.md`, articleFile(article)])),
  );
}

function expectTrue(finder: Finder): void {
  expect(finder.problems).toEqual([]);
  fc.assert(
    fc.property(randomQuery, ({ text, fits }) => {
      const query = parseQuery(text, new Date(2026, 0, 1));
      const keys = finder.keys({ query, sort: 'relevance', reverse: false });
      const found = finder.rows(keys).map(({ head }) => head.id);
      const expected = articles.flatMap((article, at) => (fits(article) ? [`a${at}`] : []));
      expect([...found].sort()).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
}

test('Any query finds what looking through all articles finds', () => {
  expectTrue(scanFinder(openLibrary(library())));
});

test('So it does with an index', async () => {
  const host = { env: { XDG_CACHE_HOME: join(temporaryFolder(), 'c') }, platform: 'linux' };
  const finder = await openFinder(library(), host, { isIndexed: true });
  expect(finder.isIndexed).toBe(true);
  try {
    expectTrue(finder);
  } finally {
    finder.close();
  }
});
