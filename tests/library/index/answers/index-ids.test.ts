// IDs of keys, read one by one or off the index of all.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { idsOf } from '../../../../src/library/index/answers/index-ids.ts';
import { loadEngine } from '../../../../src/library/index/tables/engine.ts';
import { createIndexes, createTables } from '../../../../src/library/index/tables/schema.ts';
import { temporaryFolder } from '../../../support/library/temporary-library.ts';

const engine = loadEngine(process.platform);
/** More than are read at a time, three files for each ID. */
const FILES = 12_000;
const idOf = (key: number) => `é-${Math.floor((FILES - key) / 3)}`;

test.skipIf(engine === null).each([
  { many: 'None', keys: [] },
  { many: 'A few', keys: [7000, 3, FILES] },
  { many: 'All', keys: Array.from({ length: FILES }, (_, at) => 1 + ((at * 7) % FILES)) },
])('$many have their own IDs, in their order', ({ keys }) => {
  const database = engine?.(join(temporaryFolder(), 'index.db'));
  if (database === undefined) throw new Error('no engine');
  createTables(database);
  const put = database.statement('INSERT INTO doc(key, id) VALUES (?, ?)');
  database.exec('BEGIN');
  for (let key = 1; key <= FILES; key += 1) put.run(key, idOf(key));
  database.exec('COMMIT');
  createIndexes(database);
  expect(idsOf(database, Uint32Array.from(keys))).toEqual(keys.map(idOf));
  database.close();
});
