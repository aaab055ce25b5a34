// The finder over an index: answers come from it, and rows are compared with their files.

import type { ArticleHead } from '../../../core/article/article.ts';
import { sortArticles } from '../../../core/article/article-order.ts';
import { foldText } from '../../../core/fold.ts';
import { hashText } from '../../../core/hash-text.ts';
import type { States } from '../../../core/journal/article-state.ts';
import { areCopies, identityNames } from '../../../core/journal/identity.ts';
import type { Query } from '../../../core/query/query.ts';
import { type ArticleRow, byId, type Finder, type Keys, type Search } from '../../finder/finder.ts';
import { readMutes } from '../../place/mutes.ts';
import { checkIndex } from '../sync/check-index.ts';
import { countChanges, finishWriting, syncIndex, syncStates } from '../sync/sync-index.ts';
import { shownKeys } from '../tables/article-doc.ts';
import { readStates } from '../tables/article-states.ts';
import { isShown } from '../tables/columns.ts';
import { type Cells, listsOf, number, texts, unlessPassing } from '../tables/engine.ts';
import { noteFullCheck } from '../tables/index-place.ts';
import { createIndexWriter, putDoc } from '../tables/index-writer.ts';
import type { KeptSort } from '../tables/order-pieces.ts';
import { keepSmall, shrink, transact } from '../tables/schema.ts';
import { keepFirstRows } from './first-rows.ts';
import { idsOf } from './index-ids.ts';
import { type ChangedDocs, readCells, readNamed, toRows } from './index-rows.ts';
import { withEditions } from './index-stories.ts';
import {
  firstKeys,
  type OpenIndex,
  readProblems,
  storyTotals,
  tablesNow,
  tally,
  totals,
} from './open-tables.ts';
import { queryFilter } from './query-filter.ts';
import { areCommon, newestFirst, rankAll, rankFirst } from './ranking.ts';

/** Rows that are read at a time where all of an answer is wanted. */
const ROWS = 500;
/** Rows that take so much reading that memory is looked after. */
const MANY = 5000;

/**
 * A finder over an open index, whose keys are those of the index. `refresh` brings it up to date.
 * Whatever is asked throws an `UnusableError` where the engine cannot answer.
 */
export function indexFinder(index: OpenIndex): Finder {
  const { root, database } = index;
  return {
    root,
    ranks: true,
    isIndexed: true,
    keys: (search) => findKeys(index, withOrder(index, search)),
    rows: (keys) => rowsOf(index, [...keys]),
    *stream(search, { offset, limit }) {
      const keys = windowKeys(index, search, offset, offset + limit);
      if (keys.length > MANY) keepSmall(database);
      for (let at = 0; at < keys.length; at += ROWS) {
        yield* rowsOf(index, [...keys.subarray(at, at + ROWS)]);
      }
    },
    keyOf: (id) => shownKeys(index, 'id = ?', id.normalize('NFC'))[0] ?? null,
    candidates: (word, most) => candidates(index, word, most),
    byIds: (ids) => byId(namedRows(index, [...new Set(ids.map((id) => id.normalize('NFC')))])),
    tagsFrom: (start, most) => tagsFrom(index, foldText(start), most),
    byUrl: (url) => byUrl(index, url),
    copiesOf: (head) => copiesOf(index, head),
    ids: (search, { offset, limit }) =>
      idsOf(database, windowKeys(index, search, offset, offset + limit)),
    totals: () => totals(index),
    storyTotals: () => storyTotals(index),
    stories: () => index.stories(),
    tally: (stories) => tally(database, index.columns, stories),
    states: (ids) => statesNow(index, ids),
    get problems() {
      return readProblems(index);
    },
    refresh: (isWhole = false) => refresh(index, isWhole),
    compare: (onCompared) => checkIndex(database, root, onCompared),
    close: () => database.close(),
  };
}

/** Takes in what changed since; others may have done so before. */
function refresh(index: OpenIndex, isWhole: boolean): boolean {
  const { database, root } = index;
  if (isWhole) noteFullCheck(index.place);
  // What is known is shown meanwhile.
  unlessPassing(() => syncIndex(database, root, isWhole), undefined);
  shrink(database);
  const mutes = readMutes(index.host);
  const isAsBefore = countChanges(database) === index.changes;
  if (isAsBefore && mutes.stamp === index.mutes.stamp) return false;
  Object.assign(index, tablesNow(database, mutes));
  if (index.keepsFirstRows) keepFirstRows(index);
  return true;
}

/** Where others write all the time there is none that is sure. */
function statesNow({ database, root }: OpenIndex, ids: readonly string[]): States | null {
  return unlessPassing(() => {
    syncStates(database, root, ids);
    return readStates(database, ids);
  }, null);
}

/** As it is asked; by time where relevance would tell nothing. */
function withOrder(index: OpenIndex, search: Search): Search {
  const isByTime = search.sort === 'relevance' && areCommon(index, search.query);
  return isByTime ? { ...search, sort: 'published' } : search;
}

/** @param most no more are wanted than so many */
function findKeys(index: OpenIndex, { query, sort, reverse }: Search, most = Infinity): Keys {
  if (sort === 'relevance') {
    const ranked = rankedKeys(index, query);
    return reverse ? ranked.reverse() : ranked;
  }
  const fits = queryFilter(index.database, index.columns, query);
  return reverse ? inOrder(index, sort, fits).reverse() : inOrder(index, sort, fits, most);
}

function rankedKeys(index: OpenIndex, query: Query): Keys {
  return rankAll(index, query, (found) => {
    const fits = queryFilter(index.database, index.columns, query, found);
    return inOrder(index, 'published', fits);
  });
}

function windowKeys(index: OpenIndex, asked: Search, start: number, end: number): Keys {
  const search = withOrder(index, asked);
  const { query, sort, reverse } = search;
  if (sort === 'relevance' && !reverse) {
    return (rankFirst(index, query, end) ?? rankedKeys(index, query)).subarray(start, end);
  }
  if (sort !== asked.sort && !reverse) {
    return (newestFirst(index, query, end) ?? findKeys(index, search, end)).subarray(start, end);
  }
  if (sort === 'relevance' || query.terms.length > 0 || reverse || end > MANY) {
    return findKeys(index, search, end).subarray(start, end);
  }
  return Uint32Array.from(firstKeys(index, sort, end).slice(start));
}

/** The keys that fit, in an order; the first of it are found without a look at the others. */
function inOrder(
  { order }: OpenIndex,
  sort: KeptSort,
  fits: (key: number) => boolean,
  most = Infinity,
): Keys {
  const found: number[] = [];
  for (const key of order(sort)) {
    if (found.length >= most) break;
    if (fits(key)) found.push(key);
  }
  return new Uint32Array(found);
}

/** Reads rows, and updates the index where files have changed. */
function rowsOf(index: OpenIndex, keys: readonly number[]): readonly ArticleRow[] {
  return rowsOfCells(index, readCells(index.database, keys));
}

function rowsOfCells(index: OpenIndex, cells: readonly Cells[]): readonly ArticleRow[] {
  const told = index.isSteady ? withEditions(index.stories(), cells) : cells;
  const { rows, changed } = toRows(index.root, told);
  if (changed.length > 0) keepDocs(index, changed);
  return rows;
}

function keepDocs(index: OpenIndex, changed: ChangedDocs): void {
  const { database } = index;
  unlessPassing(() => {
    transact(database, () => {
      const writer = createIndexWriter(database, index.root);
      for (const { key, doc } of changed) {
        const isThere = database.statement('SELECT 1 FROM doc WHERE key = ?').get(key);
        if (isThere !== undefined) putDoc(writer, doc, key);
      }
      finishWriting(writer);
    });
    Object.assign(index, tablesNow(database, index.mutes));
  }, undefined);
}

/** SQLite's own word for all. */
const ALL = -1;

function candidates(index: OpenIndex, word: string, most = ALL): readonly ArticleHead[] {
  const wanted = word.normalize('NFC');
  if (wanted === '') return [];
  const exact = namedRows(index, [wanted]);
  return exact.length > 0 ? inDefaultOrder(exact) : headsOf(index, prefixed(index, wanted, most));
}

/** Rows of the articles that have one of these IDs. */
function namedRows(index: OpenIndex, ids: readonly string[]): readonly ArticleRow[] {
  const named = readNamed(index.database, ids);
  const shown = named.filter(([key]) => isShown(index.columns.flags.get(number(key))));
  return rowsOfCells(index, shown);
}

/** Whose IDs begin so, or go on so after their date. */
function prefixed(index: OpenIndex, start: string, most: number): readonly number[] {
  const last = 'ORDER BY id DESC LIMIT';
  const end = `${start}\u{10ffff}`;
  const whole = shownKeys(index, `id >= ? AND id < ? ${last} ?`, start, end, most);
  if (whole.length === most) return whole;
  const afterDate = shownKeys(
    index,
    `substr(id, 12, length(?1)) = ?1
      AND id GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]-*' ${last} ?2`,
    start,
    most,
  );
  return [...whole, ...afterDate];
}

/** A word that no article has any more stays in the table. */
function tagsFrom({ database }: OpenIndex, start: string, most: number): readonly string[] {
  const find = database.statement(
    `SELECT ${listsOf('text')} FROM (SELECT text FROM word WHERE kind = 'tag'
      AND text >= ?1 AND text < ?1 || char(1114111)
      AND EXISTS (SELECT 1 FROM name WHERE name.hash = word.hash) ORDER BY text LIMIT ?2)`,
  );
  return texts(find.get(start, most)?.[0]);
}

/** In the default order. */
function headsOf(index: OpenIndex, keys: readonly number[]): readonly ArticleHead[] {
  return inDefaultOrder(rowsOf(index, [...new Set(keys)]));
}

function inDefaultOrder(rows: readonly ArticleRow[]): readonly ArticleHead[] {
  return sortArticles(
    rows.map(({ head }) => head),
    'published',
  );
}

function copiesOf(index: OpenIndex, head: ArticleHead): readonly ArticleHead[] {
  const keys = identityNames(head).flatMap((name) => namedKeys(index, name));
  return headsOf(index, keys).filter((other) => areCopies(head, other));
}

function namedKeys(index: OpenIndex, name: string): readonly number[] {
  return shownKeys(index, 'key IN (SELECT key FROM name WHERE hash = ?)', hashText(name));
}

function byUrl(index: OpenIndex, url: string): ArticleHead | null {
  const heads = headsOf(index, namedKeys(index, `url ${url}`));
  return heads.find((head) => head.url === url || head.also.includes(url)) ?? null;
}
