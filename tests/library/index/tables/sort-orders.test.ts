// Orders that articles were put into one day after the other are those of an index made anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { buildIndex } from '../../../../src/library/index/sync/build-index.ts';
import { syncIndex } from '../../../../src/library/index/sync/sync-index.ts';
import {
  type Database,
  type Engine,
  loadEngine,
  numbers,
  texts,
} from '../../../../src/library/index/tables/engine.ts';
import { type KeptSort, readOrder } from '../../../../src/library/index/tables/order-pieces.ts';
import { temporaryFolder, writeFiles } from '../../../support/library/temporary-library.ts';

const SORTS: readonly KeptSort[] = ['published', 'added', 'title', 'source', 'minutes'];

/** Letters that UTF-16 and code points sort differently, and such as differ in case and accents. */
const letters = fc.constantFrom('\u{1f642}', '\ufffd', '\u{20bb7}', '', 'é', 'E', 'e', '東');
const day = fc.constantFrom('1969-12-30', '2021-01-01', '2021-01-02');

/** Of few titles, sources, days and lengths: most have some of theirs in common. */
const article = fc
  .record({ title: letters, source: fc.option(letters), published: fc.option(day), added: day })
  .map(({ title, source, published, added }) =>
    [
      '---',
      `title: "${title} of many"`,
      ...(source === null ? [] : [`source: "${source}Paper"`]),
      ...(published === null ? [] : [`published: ${published}`]),
      `added: ${added}T00:00:00Z`,
      '---',
      `\n${'word '.repeat(title.length * 300)}\n`,
    ].join('\n'),
  );

/** What lies in some of fifty files from now on; `null` where one goes. */
const files = fc.dictionary(
  fc
    .tuple(fc.constantFrom('a', 'É', '\u{1f642}'), fc.nat(16))
    .map(([name, at]) => `${name}-${at}.md`),
  fc.option(article, { freq: 4 }),
  { maxKeys: 50, size: 'max' },
);

async function openBuilt(engine: Engine, root: string): Promise<Database> {
  const path = join(temporaryFolder(), 'index.db');
  await buildIndex(engine, path, root, () => {});
  const database = engine(path);
  onTestFinished(() => database.close());
  return database;
}

/** The IDs in each order. */
function ordersOf(database: Database) {
  const list = (column: string) =>
    database.statement(`SELECT json_group_array(${column}) FROM (SELECT * FROM doc ORDER BY key)`);
  const ids = texts(list('id').get()?.[0]);
  const named = new Map(numbers(list('key').get()?.[0]).map((key, at) => [key, ids[at]]));
  return SORTS.map((sort) => Array.from(readOrder(database, sort), (key) => named.get(key)));
}

test('Articles that came, went and changed stand where a sort of all puts them', async () => {
  const engine = loadEngine(process.platform);
  if (engine === null) throw new Error('no engine');
  await fc.assert(
    fc.asyncProperty(fc.array(files, { minLength: 2, maxLength: 4 }), async ([first, ...rest]) => {
      const root = temporaryFolder();
      const put = (changed: Readonly<Record<string, string | null>> = {}): void => {
        const kept = Object.entries(changed).filter(([, text]) => text !== null);
        writeFiles(root, Object.fromEntries(kept) as Record<string, string>);
        for (const [name, text] of Object.entries(changed)) {
          if (text === null) rmSync(join(root, name), { force: true });
        }
      };
      put(first);
      const database = await openBuilt(engine, root);
      for (const changed of rest) {
        put(changed);
        syncIndex(database, root, true);
      }
      expect(ordersOf(database)).toEqual(ordersOf(await openBuilt(engine, root)));
    }),
    { numRuns: 12 },
  );
});
