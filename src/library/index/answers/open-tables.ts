// An index that is open, and what most questions need of it.
import type { Problem } from '../../../core/errors.ts';
import { lazy, lazyFor } from '../../../core/lazy.ts';
import type { FinderOptions, Stories } from '../../finder/finder.ts';
import { addCounts, type Counts, type UnreadCounts } from '../../finder/unread-counts.ts';
import type { Host } from '../../place/device.ts';
import { type Mutes, readMutes } from '../../place/mutes.ts';
import { countChanges } from '../sync/sync-index.ts';
import { columnKeys } from '../tables/article-doc.ts';
import { type Columns, FLAG, isListed } from '../tables/columns.ts';
import { type Database, jsonOf, select } from '../tables/engine.ts';
import type { IndexPlace } from '../tables/index-place.ts';
import { type KeptSort, keysInOrder, readOrder } from '../tables/order-pieces.ts';
import { keepSmall } from '../tables/schema.ts';
import { readStories } from './index-stories.ts';
import { mutedColumns } from './muted-columns.ts';
import { readWords, type WordKind } from './text-query.ts';

/** An index with what it holds as of a change; writing to it makes that anew. */
export interface OpenIndex extends ReturnType<typeof tablesNow> {
  readonly root: string;
  readonly place: IndexPlace;
  readonly database: Database;
  readonly host: Host;
  /** Whether it stays open: then rows say what else there is of their stories. */
  readonly isSteady: boolean;
  /** Whether it keeps the first rows of the default order for others. */
  readonly keepsFirstRows: boolean;
}

/**
 * What an index holds as of a change, each part read when it is first asked for. Whoever stays asks
 * often: arrays that are made anew are garbage that no heap counts, and it is collected late.
 */
export function tablesNow(database: Database, mutes: Mutes) {
  const columns = mutedColumns(database, mutes.queries);
  const stories = lazy(() => readStories(database, columns));
  const order = lazyFor((sort: KeptSort) => readOrder(database, sort), 1);
  return { mutes, columns, stories, order, changes: countChanges(database) };
}

/** An index that was just brought up to date. */
export function openTables(
  tables: Pick<OpenIndex, 'root' | 'place' | 'database' | 'host'>,
  { isSteady = false, isSearched = false, isForChange = false }: FinderOptions,
): OpenIndex {
  const { database, host } = tables;
  if (isSteady) keepSmall(database);
  const keepsFirstRows = !isSearched && !isForChange;
  return { ...tables, isSteady, keepsFirstRows, ...tablesNow(database, readMutes(host)) };
}

/** The first of an order: not all of it is looked at. */
export function firstKeys(
  { database, columns }: OpenIndex,
  sort: KeptSort,
  count: number,
): readonly number[] {
  const keys: number[] = [];
  for (const key of keysInOrder(database, sort)) {
    if (keys.length >= count) break;
    if (isListed(columns.flags.get(key))) keys.push(key);
  }
  return keys;
}

/** How many articles are shown, and how many of them are unread. */
export function totals({ columns }: OpenIndex): Counts {
  let articles = 0;
  let unread = 0;
  for (const flags of columns.flags.whole()) {
    if (!isListed(flags)) continue;
    articles += 1;
    if ((flags & FLAG.read) === 0) unread += 1;
  }
  return { articles, unread };
}

/** The same where a story counts once. */
export function storyTotals(index: OpenIndex): Counts {
  let { articles, unread } = totals(index);
  for (const [key, [best]] of index.stories()) {
    if (key === best) continue;
    articles -= 1;
    if ((index.columns.flags.get(key) & FLAG.read) === 0) unread -= 1;
  }
  return { articles, unread };
}

type Problems = readonly Problem[];

const KNOWN = 'WHERE problems IS NOT NULL';
const OF_FOLDERS = select<{ problems: Problems }>(
  { problems: { list: jsonOf('problems') } },
  `FROM folder ${KNOWN}`,
);
const OF_DOCS = select<{ key: number; problems: Problems }>(
  { key: 'key', problems: { list: jsonOf('problems') } },
  `FROM doc ${KNOWN}`,
);
const OF_IDS = select<Problem>({ path: 'path', message: 'message' }, 'FROM id_problem');

/** What is wrong with the files, by path, and with what hides articles. */
export function readProblems({ database, mutes, columns }: OpenIndex): Problems {
  const isOwner = (key: number): boolean => (columns.flags.get(key) & FLAG.owner) !== 0;
  const all = [
    ...OF_FOLDERS(database).flatMap(({ problems }) => problems),
    ...OF_IDS(database),
    ...OF_DOCS(database).flatMap(({ key, problems }) => (isOwner(key) ? problems : [])),
    ...mutes.problems,
  ];
  return all.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** The same as `countUnread` over every article that is shown, a story as its best edition. */
export function tally(
  database: Database,
  columns: Columns,
  stories: Stories | undefined,
): UnreadCounts {
  const flags = columns.flags.whole();
  const byFeeds = new Map<string, Counts>();
  const countWords = (
    kind: WordKind,
    namesOf: (word: string) => readonly string[],
  ): ReadonlyMap<string, Counts> => {
    const counts = new Map<string, Counts>();
    const ofStories = new Map<number, readonly string[]>();
    const count = (key: number, all: readonly string[]): void => {
      const names = new Set(all);
      const one = { articles: 1, unread: ((flags[key] ?? 0) & FLAG.read) === 0 ? 1 : 0 };
      for (const name of names) addCounts(counts, name, one);
      if (kind === 'feed' && names.size > 1) addCounts(byFeeds, [...names].join('\n'), one);
    };
    for (const [hash, word] of readWords(database, kind)) {
      const names = namesOf(word);
      const keys = names.length === 0 ? [] : columnKeys(database, 'name WHERE hash', [hash]);
      for (const key of keys.filter((one) => isListed(flags[one] ?? 0))) {
        const best = stories?.get(key)?.[0];
        if (best === undefined) count(key, names);
        else ofStories.set(best, [...(ofStories.get(best) ?? []), ...names]);
      }
    }
    for (const [best, names] of ofStories) count(best, names);
    return counts;
  };
  const byFeed = countWords('feed', addressesOf);
  return { byFeed, byFeeds, byTag: countWords('tag', (tag) => [tag]) };
}

/** The word of an article's feed: its address, its publication, and other addresses, a line each. */
function addressesOf(word: string): readonly string[] {
  const [address = '', , ...others] = word.split('\n');
  return address === '' ? [] : [address, ...others];
}
