// Whatever is asked, a finder finds what looking through every article finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/core/parse-query.ts';
import { openLibrary } from '../../src/library/library.ts';
import { scanFinder } from '../../src/library/scan-finder.ts';
import { articleFile, randomArticle, randomQuery } from '../support/queries.ts';
import { temporaryLibrary, writeFiles } from '../support/temporary-library.ts';

test('Any query finds what looking through all articles finds', () => {
  const root = temporaryLibrary();
  const articles = fc.sample(randomArticle, { numRuns: 120, seed: 7 });
  writeFiles(
    root,
    Object.fromEntries(articles.map((article, at) => [`a${at}.md`, articleFile(article)])),
  );
  const finder = scanFinder(openLibrary(root));
  expect(finder.problems).toEqual([]);
  fc.assert(
    fc.property(randomQuery, ({ text, fits }) => {
      const query = parseQuery(text, new Date(2026, 0, 1));
      const keys = finder.keys({ query, sort: 'relevance', reverse: false });
      const found = finder.rows(keys).map(({ head }) => head.id);
      const expected = articles.flatMap((article, at) => (fits(article) ? [`a${at}`] : []));
      expect([...found].sort()).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
});
