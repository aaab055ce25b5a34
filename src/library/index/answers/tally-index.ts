// Counts by feed and by tag, from the columns and tables of the index: no article is read.
import {
  addCounts,
  type Counts,
  NO_ARTICLES,
  type UnreadCounts,
} from '../../finder/unread-counts.ts';
import { type Columns, FLAG, isShown } from '../tables/columns.ts';
import { type Database, numbers, text } from '../tables/engine.ts';
import { readWords } from './text-query.ts';

/** The same as `countUnread` over every article that is shown. */
export function tally(database: Database, columns: Columns): UnreadCounts {
  const flags = columns.flags.whole();
  const countOf = (key: number): Counts => {
    const bits = flags[key] ?? 0;
    if (!isShown(bits)) return NO_ARTICLES;
    return { articles: 1, unread: (bits & FLAG.read) === 0 ? 1 : 0 };
  };
  return { byFeed: tallyFeeds(database, columns, countOf), byTag: tallyTags(database, countOf) };
}

/** The word of an article's feed: its address, its publication, and other addresses, a line each. */
function tallyFeeds(
  database: Database,
  { feed }: Columns,
  countOf: (key: number) => Counts,
): UnreadCounts['byFeed'] {
  const words = new Map(readWords(database, 'feed'));
  const byFeed = new Map<string, Counts>();
  for (const [key, number] of feed.whole().entries()) {
    const [address = '', , ...others] = words.get(number)?.split('\n') ?? [];
    const counts = address === '' ? NO_ARTICLES : countOf(key);
    if (counts.articles === 0) continue;
    for (const one of new Set([address, ...others])) addCounts(byFeed, one, counts);
  }
  return byFeed;
}

function tallyTags(
  { statement }: Database,
  countOf: (key: number) => Counts,
): UnreadCounts['byTag'] {
  const byTag = new Map<string, Counts>();
  const rows = statement('SELECT tag, json_group_array(key) FROM tag GROUP BY tag').all();
  for (const [tag, keys] of rows) {
    for (const key of numbers(keys)) {
      const counts = countOf(key);
      if (counts.articles > 0) addCounts(byTag, text(tag), counts);
    }
  }
  return byTag;
}
