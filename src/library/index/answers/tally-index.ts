// Counts by feed and by tag, from the columns and tables of the index: no article is read.
import { addCounts, type Counts, type UnreadCounts } from '../../finder/unread-counts.ts';
import { keysOf } from '../tables/article-doc.ts';
import { type Columns, FLAG, isShown } from '../tables/columns.ts';
import type { Database } from '../tables/engine.ts';
import { readWords, type WordKind } from './text-query.ts';

/** The same as `countUnread` over every article that is shown. */
export function tally(database: Database, columns: Columns): UnreadCounts {
  const flags = columns.flags.whole();
  const countWords = (
    kind: WordKind,
    namesOf: (word: string) => readonly string[],
  ): ReadonlyMap<string, Counts> => {
    const counts = new Map<string, Counts>();
    for (const [hash, word] of readWords(database, kind)) {
      const names = new Set(namesOf(word));
      const keys = names.size === 0 ? [] : keysOf(database, 'name WHERE hash', [hash]);
      for (const bits of keys.map((key) => flags[key] ?? 0).filter(isShown)) {
        const one = { articles: 1, unread: (bits & FLAG.read) === 0 ? 1 : 0 };
        for (const name of names) addCounts(counts, name, one);
      }
    }
    return counts;
  };
  return { byFeed: countWords('feed', addressesOf), byTag: countWords('tag', (tag) => [tag]) };
}

/** The word of an article's feed: its address, its publication, and other addresses, a line each. */
function addressesOf(word: string): readonly string[] {
  const [address = '', , ...others] = word.split('\n');
  return address === '' ? [] : [address, ...others];
}
