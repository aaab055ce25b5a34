// newsboat's cache.db, read through the engine of the index and never written.
import { pathToFileURL } from 'node:url';
import { NewsprintError } from '../../core/errors.ts';
import { parseJson } from '../../core/json.ts';
import {
  NEWSBOAT_COLUMNS,
  type NewsboatRow,
  newsboatFeed,
  newsboatItem,
} from '../../intake/exports/newsboat-rows.ts';
import { feedUrl } from '../../intake/opml/subscription.ts';
import {
  type Database,
  EngineError,
  loadEngine,
  number,
  type SqlValue,
  text,
  texts,
} from '../../library/index/tables/engine.ts';
import type { FoundExport } from './find-exports.ts';
import type { Batch, OpenExport } from './read-export.ts';

/** Rows that are read at once: their texts have room in memory. */
const A_BATCH = 250;

/**
 * Opens the articles that newsboat keeps, without those that were deleted there.
 * @throws NewsprintError `unreadable` where SQLite cannot load, or it is another's database
 */
export function openNewsboat({ path, shown }: FoundExport, platform: string): OpenExport {
  const engine = loadEngine(platform);
  if (engine === null) {
    const hint =
      'install newsprint with its optional packages; newsboat’s feeds come without it: newsprint import urls';
    const message = `${shown}: SQLite (libsql) cannot be loaded here`;
    throw new NewsprintError(message, { code: 'unreadable', hint });
  }
  return naming(shown, () => {
    const database = engine(`${pathToFileURL(path).href}?mode=ro`);
    const columns = list(database, COLUMNS);
    if (!columns.includes('feedurl')) {
      const message = `${shown}: a database, but not newsboat’s`;
      throw new NewsprintError(message, { code: 'unreadable' });
    }
    const there = columns.includes('deleted') ? 'deleted = 0' : '1';
    const count = number(
      database.statement(`SELECT count(*) FROM rss_item WHERE ${there}`).get()?.[0],
    );
    return { count, faults: [], batches: () => batches(shown, database, columns, there) };
  });
}

/** None of a view, which may have no end. */
const COLUMNS = `
  SELECT json_group_array(name) FROM pragma_table_info('rss_item')
  WHERE EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'rss_item' AND type = 'table')`;

function* batches(
  shown: string,
  database: Database,
  columns: readonly string[],
  there: string,
): Iterable<Batch> {
  const ask = <Value>(question: () => Value): Value => naming(shown, question);
  try {
    const feeds = ask(() =>
      list(
        database,
        `SELECT json_group_array(DISTINCT CAST(feedurl AS TEXT)) FROM rss_item WHERE ${there}`,
      ),
    );
    for (const address of feeds) {
      const about = 'SELECT title, url FROM rss_feed WHERE rssurl = ?';
      const [title, site] = ask(() => database.statement(about).get(address)) ?? [];
      for (let after = Number.MIN_SAFE_INTEGER; ; ) {
        const rows = ask(() => readRows(database, rowsQuery(columns, there), [address, after]));
        const items = rows.map(([, ...cells]) => newsboatItem(toRow(cells)));
        if (items.length === 0) break;
        after = Number(rows.at(-1)?.[0]);
        const feed = newsboatFeed(text(title), text(site), items);
        yield { feed, items, address: feedUrl(address) };
      }
    }
  } finally {
    database.close();
  }
}

function rowsQuery(columns: readonly string[], there: string): string {
  const cells = NEWSBOAT_COLUMNS.map((name) =>
    columns.includes(name) ? `CAST(coalesce(${name}, '') AS TEXT)` : "''",
  );
  return `SELECT json_group_array(json_array(id, ${cells.join(', ')})) FROM (SELECT * FROM rss_item
    WHERE feedurl = ? AND id > ? AND ${there} ORDER BY id LIMIT ${A_BATCH})`;
}

function toRow(cells: readonly unknown[]): NewsboatRow {
  const values = NEWSBOAT_COLUMNS.map((name, at) => [name, String(cells[at] ?? '')]);
  return Object.fromEntries(values) as NewsboatRow;
}

function list(database: Database, sql: string): readonly string[] {
  return texts(database.statement(sql).get()?.[0]);
}

function readRows(
  database: Database,
  sql: string,
  values: readonly SqlValue[],
): readonly (readonly unknown[])[] {
  const rows = parseJson(text(database.statement(sql).get(...values)?.[0]));
  return Array.isArray(rows) ? rows : [];
}

/** What the engine says is wrong, with the file that it says it of. */
function naming<Value>(shown: string, ask: () => Value): Value {
  try {
    return ask();
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    const message = `${shown}: cannot be read: ${cause.message}`;
    throw new NewsprintError(message, { code: 'unreadable', cause });
  }
}
