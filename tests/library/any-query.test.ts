// Whatever is asked, a finder finds what looking through every article finds.
import { mkdirSync, writeFileSync } from 'node:fs';
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

const mutes = fc.sample(randomQuery, { numRuns: 4, seed: 9 });
const muted = new Set(articles.filter((article) => mutes.some(({ fits }) => fits(article))));

/** A machine whose user has these mutes. */
function mutingHost(rules: readonly string[]) {
  const home = temporaryFolder();
  const lines = rules.map((rule, at) => `${at}: ${rule}\n`);
  mkdirSync(join(home, 'newsprint'));
  writeFileSync(join(home, 'newsprint/mutes'), lines.join(''));
  return { env: { XDG_CACHE_HOME: join(home, 'c'), XDG_CONFIG_HOME: home }, platform: 'linux' };
}

function expectTrue(finder: Finder, hides = false): void {
  expect(finder.problems).toEqual([]);
  const found = (text: string): readonly string[] => {
    const query = parseQuery(text, new Date(2026, 0, 1));
    const keys = finder.keys({ query, sort: 'relevance', reverse: false });
    return finder.rows(keys).map(({ head }) => head.id);
  };
  const ids = (fits: (article: (typeof articles)[number]) => boolean) =>
    articles.flatMap((article, at) => (fits(article) ? [`a${at}`] : [])).sort();
  const listed = ids((one) => !(hides && muted.has(one)));
  expect([...found('')].sort()).toEqual(listed);
  expect(finder.totals()).toMatchObject({ articles: listed.length, unread: listed.length });
  fc.assert(
    fc.property(randomQuery, ({ text, fits }) => {
      const shown = ids((one) => fits(one) && !(hides && muted.has(one)));
      expect([...found(text)].sort()).toEqual(shown);
      const hidden = ids((one) => hides && muted.has(one) && fits(one));
      expect([...found(`is:muted ${text}`)].sort()).toEqual(hidden);
    }),
    { numRuns: 20 },
  );
}

test('Any query finds what looking through all articles finds', () => {
  expectTrue(scanFinder(openLibrary(library())));
});

test('What is muted is found only by a query that asks for it', async () => {
  expect(muted.size).toBeGreaterThan(5);
  const host = mutingHost(mutes.map(({ text }) => text));
  const root = library();
  expectTrue(await openFinder(root, host), true);
  const indexed = await openFinder(root, host);
  expect(indexed.isIndexed).toBe(true);
  expectTrue(indexed, true);
  indexed.close();
  // From the rows that are kept of the first page.
  expectTrue(await openFinder(root, host), true);
  expectTrue(await openFinder(root, mutingHost([])));
});

test('Any query finds the same in an index', async () => {
  const host = mutingHost([]);
  const finder = await openFinder(library(), host);
  expect(finder.isIndexed).toBe(true);
  try {
    expectTrue(finder);
  } finally {
    finder.close();
  }
});
