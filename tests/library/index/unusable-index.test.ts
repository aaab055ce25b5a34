// What becomes of an index that fails: damage makes another, a mistake of the program's own is said.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import type { Finder } from '../../../src/library/finder/finder.ts';
import { hasIndex, openFinder } from '../../../src/library/index/open-finder.ts';
import {
  EngineError,
  loadEngine,
  UnusableError,
  unlessPassing,
} from '../../../src/library/index/tables/engine.ts';
import { transact } from '../../../src/library/index/tables/schema.ts';
import type { Host } from '../../../src/library/place/device.ts';
import { changeDatabase, databaseOf } from '../../support/library/indexed-place.ts';
import { manyArticles } from '../../support/library/many-articles.ts';
import { temporaryFolder, writeOldFiles } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';

const ADDRESS = 'https://example.org/tide';

async function indexed() {
  const root = temporaryFolder();
  const cache = temporaryFolder();
  const host: Host = { env: { XDG_CACHE_HOME: cache, HOME: temporaryFolder() }, platform: 'linux' };
  writeOldFiles(root, { ...manyArticles(), 'a/tide.md': `---\nurl: ${ADDRESS}\n---\nHigh.\n` });
  const open = () => openFinder(root, host, { isSearched: true });
  (await open()).close();
  const database = () => databaseOf({ root, cache });
  return { root, cache, database, open, hasOne: () => hasIndex(root, host) };
}

function emptyDatabase() {
  const database = loadEngine(process.platform)?.(join(temporaryFolder(), 'a.db'));
  if (database === undefined) throw new Error('no engine');
  database.exec('CREATE TABLE one(key INTEGER PRIMARY KEY, text BLOB UNIQUE)');
  return database;
}

const search = {
  query: parseQuery('wordof007', new Date(0)),
  sort: 'relevance',
  reverse: false,
} as const;

function found(finder: Finder): readonly string[] {
  return finder.rows(finder.keys(search)).map(({ head }) => head.id);
}

describe('an index that is damaged', () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['is garbage', (path) => writeFileSync(path, 'garbage '.repeat(40_000))],
    ['is cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))],
    ['is empty', (path) => writeFileSync(path, '')],
    [
      'is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    ['has lost its pages', (path) => writeFileSync(path, readFileSync(path).fill(0, 8192))],
    [
      'holds what is not UTF-8',
      (path) =>
        changeDatabase(path, "UPDATE doc SET path = CAST(x'61ff' AS TEXT) WHERE id = 'a-007'"),
    ],
    ['has lost its words', (path) => changeDatabase(path, 'DELETE FROM texts_data')],
  ];

  test.each(damages)('and %s: the files answer, and it is made anew', async (_, damage) => {
    const { database, open, hasOne } = await indexed();
    const before = database();
    damage(before);
    const finder = await open();
    expect(found(finder)).toEqual(['a-007']);
    finder.close();
    (await open()).close();
    expect(hasOne()).toBe(true);
    expect(database()).not.toBe(before);
  });

  test('while it is asked is given up, and the files answer', async () => {
    const { database, open, hasOne } = await indexed();
    const finder = await open();
    changeDatabase(database(), 'DELETE FROM texts_data');
    expect(found(finder)).toEqual(['a-007']);
    expect(hasOne()).toBe(false);
    finder.close();
  });
});

describe('a mistake in what the index is asked', () => {
  test('is said in a line, and the index stays', async () => {
    const { root, cache, database, open } = await indexed();
    const before = database();
    changeDatabase(before, 'DROP TABLE name');
    const finder = await open();
    expect(() => finder.byUrl(ADDRESS)).toThrow('no such table: name');
    finder.close();
    const env = { XDG_CACHE_HOME: cache };
    const { code, stderr } = await run(['list', 'tag:tides', '--library', root], { env });
    const wayOut = 'newsprint check --rebuild makes the index anew';
    expect([code, stderr.split('\n')[0]]).toEqual([
      1,
      `newsprint: bug: no such table: name; ${wayOut}`,
    ]);
    expect(database()).toBe(before);
  });

  const mistakes = [
    ['does not bind', 'SELECT missing FROM one', []],
    ['skips half a row', 'SELECT key FROM one LIMIT 1 OFFSET ?', [0.5]],
    ['breaks a constraint', 'INSERT INTO one VALUES (1, 1), (2, 1)', []],
    ['asks for what is no JSON', "SELECT value FROM json_each('{')", []],
  ] as const;

  test.each(mistakes)('that %s is no failure of the database', (_, sql, values) => {
    const { statement, close } = emptyDatabase();
    const error = failure(() => statement(sql).get(...values));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).not.toBeInstanceOf(UnusableError);
    close();
  });

  test('is a question to what was closed', () => {
    const database = emptyDatabase();
    database.close();
    expect(failure(() => database.exec('SELECT 1'))).not.toBeInstanceOf(UnusableError);
  });
});

describe('a disk that is full', () => {
  test('passes: what was begun is taken back, and the next may succeed', () => {
    const database = emptyDatabase();
    const fill = (size: number) => () =>
      transact(database, () => database.exec(`INSERT INTO one(text) VALUES (zeroblob(${size}))`));
    database.exec('PRAGMA max_page_count = 20');
    expect(failure(fill(1_000_000))).toMatchObject({ code: 'SQLITE_FULL', isPassing: true });
    expect(unlessPassing(fill(1_000_000), undefined)).toBe(undefined);
    fill(10)();
    expect(database.statement('SELECT count(*) FROM one').get()).toEqual([1]);
    database.close();
  });
});

function failure(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
