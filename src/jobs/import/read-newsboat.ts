// newsboat's cache.db, read through the engine of the index and never written.
import { pathToFileURL } from 'node:url';
import { NewsprintError } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import {
  NEWSBOAT_COLUMNS,
  type NewsboatRow,
  newsboatFeed,
  newsboatItem,
} from '../../intake/exports/newsboat-rows.ts';
import { htmlLine } from '../../intake/feed/text-value.ts';
import { feedUrl, shownUrl } from '../../intake/opml/subscription.ts';
import {
  asBytes,
  type Database,
  EngineError,
  loadEngine,
  number,
  select,
} from '../../library/index/tables/engine.ts';
import type { FoundExport } from './find-exports.ts';
import type { Batch, OpenExport } from './read-export.ts';

/** What feeds sent is kept there as it came: each byte that is not UTF-8 is replaced. */
function mended(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString() : '';
}

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
    const columns = selectColumns(database).map(({ name }) => name);
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

/**
 * What newsboat's databases call their feeds, by shown address; of one that cannot be read nothing,
 * which is told when its articles are.
 */
export function readNewsboatTitles(
  found: readonly FoundExport[],
  platform: string,
): ReadonlyMap<string, string> {
  const rows = found
    .filter(({ kind }) => kind === 'cache')
    .flatMap((cache) =>
      tryKnown(
        () => titlesIn(cache, platform),
        () => [],
      ),
    );
  return new Map(rows.map(({ address, title }) => [shownUrl(address), htmlLine(title) ?? '']));
}

function titlesIn({ path, shown }: FoundExport, platform: string) {
  return naming(shown, () => {
    const database = loadEngine(platform)?.(`${pathToFileURL(path).href}?mode=ro`);
    try {
      return database === undefined ? [] : selectTitles(database);
    } finally {
      database?.close();
    }
  });
}

const selectTitles = select<{ address: string; title: string }>(
  { address: 'CAST(rssurl AS TEXT)', title: 'CAST(title AS TEXT)' },
  `FROM rss_feed WHERE ${isTable('rss_feed')}`,
  mended,
);

const selectColumns = select<{ name: string }>(
  { name: 'name' },
  `FROM pragma_table_info('rss_item') WHERE ${isTable('rss_item')}`,
  mended,
);

/** And no view, which may have no end. */
function isTable(name: string): string {
  return `EXISTS (SELECT 1 FROM sqlite_master WHERE name = '${name}' AND type = 'table')`;
}

/** The feed of an item, byte by byte as the database has it. */
const FEED_OF = '(SELECT feedurl FROM rss_item WHERE id = ?)';

function* batches(
  shown: string,
  database: Database,
  columns: readonly string[],
  there: string,
): Iterable<Batch> {
  const ask = <Value>(question: () => Value): Value => naming(shown, question);
  const selectFeeds = select<{ address: string; first: number }>(
    { address: 'CAST(feedurl AS TEXT)', first: 'first' },
    `FROM (SELECT feedurl, min(id) AS first FROM rss_item WHERE ${there}
      GROUP BY feedurl ORDER BY first)`,
    mended,
  );
  const selectRows = rowsQuery(columns, there);
  try {
    for (const { address, first } of ask(() => selectFeeds(database))) {
      const about = `SELECT ${asBytes('title')}, ${asBytes('url')} FROM rss_feed
        WHERE rssurl = ${FEED_OF}`;
      const [title, site] = ask(() => database.statement(about).get(first)) ?? [];
      for (let after = Number.MIN_SAFE_INTEGER; ; ) {
        const rows = ask(() => selectRows(database, first, after));
        const items = rows.map(newsboatItem);
        if (items.length === 0) break;
        after = Number(rows.at(-1)?.place);
        const feed = newsboatFeed(mended(title), mended(site), items);
        yield { feed, items, address: feedUrl(address) };
      }
    }
  } finally {
    database.close();
  }
}

function rowsQuery(columns: readonly string[], there: string) {
  const cells = NEWSBOAT_COLUMNS.map((name): readonly string[] => {
    return [name, columns.includes(name) ? `CAST(coalesce(${name}, '') AS TEXT)` : "''"];
  });
  return select<NewsboatRow & { place: number }>(
    { place: 'id', ...Object.fromEntries(cells) },
    `FROM (SELECT * FROM rss_item
      WHERE feedurl = ${FEED_OF} AND id > ? AND ${there} ORDER BY id LIMIT ${A_BATCH})`,
    mended,
  );
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
