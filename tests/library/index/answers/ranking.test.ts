import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/query/parse-query.ts';
import type { Search } from '../../../../src/library/finder/finder.ts';
import { openLibrary } from '../../../../src/library/finder/open-library.ts';
import { areCommon } from '../../../../src/library/index/answers/ranking.ts';
import { openFinder } from '../../../../src/library/index/open-finder.ts';
import { loadEngine } from '../../../../src/library/index/tables/engine.ts';
import { createTables } from '../../../../src/library/index/tables/schema.ts';
import { openJournals } from '../../../../src/library/journals/journals.ts';
import type { Host } from '../../../../src/library/place/device.ts';
import { temporaryFolder, temporaryLibrary } from '../../../support/library/temporary-library.ts';

const NOW = new Date('2026-11-26T12:00:00Z');

/** As many as `storms` say; the more storms, the better it fits, and equally many fit as well. */
function stormLibrary(storms: readonly number[]): string {
  return temporaryLibrary(
    Object.fromEntries(
      storms.map((count, at) => {
        const day = new Date(Date.UTC(2020, 0, 1 + ((at * 7) % 365))).toISOString().slice(0, 10);
        const words = Array.from({ length: 12 }, (_, word) => (word < count ? 'storm' : 'quiet'));
        const text = `---\ntitle: Number ${at}\npublished: ${day}\n---\n${words.join(' ')}\n`;
        return [`2020/number-${at}.md`, text];
      }),
    ),
  );
}

function removeSome(root: string, host: Host): void {
  const removed = openLibrary(root, host).articles.filter((_, at) => at % 5 === 0);
  openJournals(root, host).change(
    removed.map(({ id, path }) => ({
      id,
      path,
      url: null,
      guid: null,
      feed: null,
      set: { removed: true },
    })),
    { now: NOW },
  );
}

const QUERIES = ['storm', 'storm -nowhere', 'stor*', 'storm OR quiet', 'storm is:unread'];

test.each([
  ['as good as each other by threes', (at: number) => 1 + ((at * 31) % 100) / 3],
  ['all as good as each other', () => 2],
  ['of few different worths', (at: number) => 1 + (at % 4)],
])('Of articles that are %s the best are the first of all that fit', async (_, worth) => {
  const root = stormLibrary(Array.from({ length: 400 }, (_, at) => Math.floor(worth(at))));
  const host: Host = { env: { HOME: temporaryFolder() }, platform: 'linux' };
  removeSome(root, host);
  const finder = await openFinder(root, host);
  for (const text of QUERIES) {
    const search: Search = { query: parseQuery(text, NOW), sort: 'relevance', reverse: false };
    const all = [...finder.keys(search)];
    expect(all.length, text).toBe(320);
    for (const [offset, limit] of [
      [0, 1],
      [0, 40],
      [7, 33],
      [300, 50],
    ] as const) {
      const rows = [...finder.stream(search, { offset, limit })];
      expect(
        rows.map(({ key }) => key),
        text,
      ).toEqual(all.slice(offset, offset + limit));
    }
  }
  finder.close();
});

test('Of words that most of thousands of articles have the newest come first', async () => {
  // Every fourth has the word in its headline too; a third lacks another.
  const root = temporaryLibrary(
    Object.fromEntries(
      Array.from({ length: 2100 }, (_, at) => {
        const day = new Date(Date.UTC(2020, 0, 1 + ((at * 7) % 365))).toISOString().slice(0, 10);
        const title = at % 4 === 0 ? 'The storm' : 'A day';
        const text = `of storm ${'rain '.repeat(at % 3)}`;
        return [`2020/n-${at}.md`, `---\ntitle: ${title}\npublished: ${day}\n---\n${text}\n`];
      }),
    ),
  );
  const host: Host = { env: { HOME: temporaryFolder() }, platform: 'linux' };
  const finder = await openFinder(root, host);
  const ids = (text: string, sort: Search['sort'], reverse = false): readonly string[] =>
    finder.ids({ query: parseQuery(text, NOW), sort, reverse }, { offset: 0, limit: 300 });
  for (const reverse of [false, true]) {
    expect(ids('storm of', 'relevance', reverse)).toEqual(ids('storm of', 'published', reverse));
  }
  expect(ids('rain', 'relevance')).not.toEqual(ids('rain', 'published'));
  removeSome(root, host);
  finder.refresh();
  for (const text of ['storm of', 'sto* of', 'storm -rain OR storm', 'storm is:unread']) {
    const search: Search = { query: parseQuery(text, NOW), sort: 'relevance', reverse: false };
    const all = [...finder.keys(search)];
    for (const [offset, limit] of [
      [0, 50],
      [30, 20],
      [all.length - 20, 50],
    ] as const) {
      const rows = [...finder.stream(search, { offset, limit })];
      expect(
        rows.map(({ key }) => key),
        text,
      ).toEqual(all.slice(offset, offset + limit));
    }
  }
  finder.close();
});

test.each([10_000, 70_001])(
  'Words are common among %d articles where most of the last have them',
  (count) => {
    const database = loadEngine(process.platform)?.(join(temporaryFolder(), 'index.db'));
    if (database === undefined) throw new Error('no engine');
    createTables(database);
    const all = `WITH RECURSIVE at(key) AS (VALUES (1) UNION ALL SELECT key + 1 FROM at LIMIT ${count})`;
    const early = `CASE WHEN key <= ${0.7 * count} THEN 'early' ELSE 'late' END`;
    database.exec(`${all} INSERT INTO doc(key) SELECT key FROM at`);
    database.exec(
      `${all} INSERT INTO texts(rowid, body) SELECT key, ${early} || iif(key % 5, ' often', '') FROM at`,
    );
    const isCommon = (text: string) => areCommon({ database }, parseQuery(text, NOW));
    expect(['early', 'late', 'often', 'often late', 'often early', 'none'].map(isCommon)).toEqual([
      ...[false, true, true, true, false, false],
    ]);
    database.close();
  },
);
