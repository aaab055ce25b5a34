// What a reader opens with: the list, the part of the library it is of, and the selected row.
import { EVERYTHING } from '../../core/query/query.ts';
import { createFolders } from '../../jobs/feeds/query-folders.ts';
import type { ArticleRow, Finder, Search } from '../../library/finder/finder.ts';
import { ONLY_UNREAD, scopedQuery } from '../state/filter.ts';
import type { Memory } from '../state/reduce/reduce.ts';
import { EVERYWHERE, type Listing, type Question, type Scope } from '../state/state.ts';
import { foldStories, listKeys } from './lister.ts';

/** Rows that are known before everything else is. */
const FIRST_ROWS = 200;
/** Of the unread ones so many are enough to begin with. */
const ENOUGH = 50;
const ALL: Question = { scope: '', text: '', isLive: false, sort: 'published' };

const BY_TIME: Search = { query: EVERYTHING, sort: 'published', reverse: false };

/** How the reader before was left. */
type Left = Pick<Memory, 'scope' | 'sort' | 'place'>;

interface Opening {
  readonly scope: Scope;
  readonly listed: Listing;
  /** Those of the listed articles that are known. */
  readonly rows: readonly ArticleRow[];
  /** Key of the article to select: none where another is the first by now, for then there is news. */
  readonly select: number | undefined;
}

/** Every article in the default order. */
export function wholeListing(finder: Finder): Listing {
  const keys = foldStories(finder, EVERYTHING, finder.keys(BY_TIME));
  return { question: ALL, keys, length: keys.length };
}

/**
 * The day begins with what is unread of what was listed, else of everything. Where all of it is unread,
 * or nothing, and where an article is named, the list is as it was left.
 */
export async function openingList(
  finder: Finder,
  left: Left,
  now: Date,
  open?: number,
): Promise<Opening> {
  const { scope, sort } = left;
  const { articles, unread } = finder.storyTotals();
  const isMixed = open === undefined && unread > 0 && unread < articles;
  const asked = (one: Scope, text: string): Question => {
    return { scope: one.query, text, isLive: false, sort };
  };
  const withFeeds = createFolders(finder.root);
  const answer = async (one: Scope, question: Question): Promise<Opening> => {
    const query = await withFeeds(scopedQuery(question, now));
    const found = listKeys(finder, query, { question, keep: null });
    const select = keyLeftAt(finder, found[0], left.place);
    // The one that was selected stays though it was read since.
    const keep = select === undefined || question.text === '' ? null : Uint32Array.of(select);
    const keys = keep === null ? found : listKeys(finder, query, { question, keep });
    return { scope: one, listed: { question, keys, length: keys.length }, rows: [], select };
  };
  const isOfAll = scope.query === '' && sort === 'published' && finder.isIndexed;
  const first = isOfAll ? openingFirst(finder, left, isMixed ? ONLY_UNREAD : '', open) : null;
  if (first !== null) return first;
  for (const one of isMixed ? [scope, EVERYWHERE] : []) {
    const opening = await answer(one, asked(one, ONLY_UNREAD));
    if (opening.listed.length > 0) return opening;
  }
  return answer(scope, asked(scope, ''));
}

/** @param first the first listed article */
function keyLeftAt(
  finder: Finder,
  first: number | undefined,
  place: Left['place'],
): number | undefined {
  const isSame = place !== null && first !== undefined && finder.keyOf(place.first) === first;
  return isSame ? (finder.keyOf(place.selected) ?? undefined) : undefined;
}

/** Of a large library the first of the list, which need no index; `null` where they are not enough. */
function openingFirst(
  finder: Finder,
  { scope, place }: Left,
  text: string,
  open?: number,
): Opening | null {
  const first = [...finder.stream(BY_TIME, { offset: 0, limit: FIRST_ROWS })];
  const rows = first.filter(({ isDuplicate }) => isDuplicate !== true);
  const { articles, unread } = finder.storyTotals();
  const fitting = text === '' ? rows : rows.filter(({ state }) => !state.read);
  const all = text === '' ? articles : unread;
  if (fitting.length < Math.min(all, ENOUGH)) return null;
  const isSame = place !== null && fitting[0]?.head.id === place.first;
  const select = rows.find(({ head }) => isSame && head.id === place.selected)?.key;
  const isShown = rows.some(({ key }) => key === open);
  if ((open !== undefined && !isShown) || (isSame && select === undefined)) return null;
  const kept = rows.filter((row) => fitting.includes(row) || row.key === select);
  const keys = Uint32Array.from(kept, ({ key }) => key);
  // Files that have just gone are no rows; the list that is asked for next has them right.
  const length = first.length < FIRST_ROWS ? keys.length : Math.max(keys.length, all);
  return { scope, listed: { question: { ...ALL, text }, keys, length }, rows, select };
}
