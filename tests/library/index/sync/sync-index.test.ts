// Bringing an index up to date, and what of its file stays in memory meanwhile.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildIndex } from '../../../../src/library/index/sync/build-index.ts';
import { syncIndex } from '../../../../src/library/index/sync/sync-index.ts';
import { loadEngine, number } from '../../../../src/library/index/tables/engine.ts';
import { tune } from '../../../../src/library/index/tables/schema.ts';
import { temporaryFolder } from '../../../support/library/temporary-library.ts';

const open: { close: () => void }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function indexOf(folders: number) {
  const folder = temporaryFolder();
  const root = join(folder, 'news');
  for (let at = 1; at <= folders; at += 1) {
    const year = join(root, String(2000 + at));
    mkdirSync(year, { recursive: true });
    writeFileSync(join(year, `2020-01-01-a${at}.md`), '# A headline\n\nA text.\n');
  }
  const engine = loadEngine(process.platform);
  if (engine === null) throw new Error('no engine');
  const path = join(folder, 'index.db');
  await buildIndex(engine, path, root, () => {});
  const database = engine(path);
  open.push(database);
  tune(database);
  return { database, root };
}

test.each([
  ['a few folders keeps', 3, false, true],
  ['many folders gives up', 40, false, false],
  ['every file of a few folders gives up', 3, true, false],
])('Comparing %s what is mapped of the file', async (_, folders, isWhole, isMapped) => {
  const { database, root } = await indexOf(folders);
  const isMappedNow = () => number(database.statement('PRAGMA mmap_size').get()?.[0]) > 0;
  expect(isMappedNow()).toBe(true);
  database.exec('UPDATE folder SET ctime = -1');
  syncIndex(database, root, isWhole);
  expect(isMappedNow()).toBe(isMapped);
  expect(number(database.statement('SELECT count(*) FROM doc').get()?.[0])).toBe(folders);
});

test('A library that is away for a while has lost nothing', async () => {
  const { database, root } = await indexOf(3);
  const kept = database.statement(
    'SELECT (SELECT count(*) FROM doc), (SELECT count(*) FROM folder)',
  );
  const before = kept.get();
  renameSync(root, `${root}-away`);
  syncIndex(database, root);
  expect(kept.get()).toEqual(before);
  renameSync(`${root}-away`, root);
  syncIndex(database, root);
  expect(kept.get()).toEqual(before);
});

test('An index that has lost the root finds it again', async () => {
  const { database, root } = await indexOf(1);
  database.exec("DELETE FROM folder WHERE path = ''");
  writeFileSync(join(root, '2021-01-01-b.md'), 'Another.\n');
  syncIndex(database, root);
  expect(database.statement('SELECT count(*) FROM doc').get()).toEqual([2]);
});

test('Articles come between others that are older than 1970', async () => {
  const { database, root } = await indexOf(1);
  const path = join(root, '2001');
  for (const day of ['1961-03-01', '1965-03-01', '1963-03-01']) {
    const text = `---\ntitle: Of ${day}\npublished: ${day}\n---\n${'Some words. '.repeat(80)}\n`;
    writeFileSync(join(path, `${day}-a.md`), text);
    database.exec('UPDATE folder SET ctime = -1');
    syncIndex(database, root);
  }
  const days = database.statement(
    'SELECT group_concat(substr(id, 1, 4)) FROM (SELECT id FROM doc ORDER BY id)',
  );
  expect(days.get()?.[0]).toBe('1961,1963,1965,2020');
});
