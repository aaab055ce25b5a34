// What a reader opens with: the list, its scope, and the selected row.
import { EVERYTHING } from '../../core/query/query.ts';
import { createQueryFeeds } from '../../jobs/feeds/query-feeds.ts';
import type { ArticleRow, Finder } from '../../library/finder/finder.ts';
import { ONLY_UNREAD, scopedQuery } from '../state/filter.ts';
import type { SavedSession } from '../state/reduce/reduce.ts';
import { EVERYWHERE, type Listing, type Scope } from '../state/state.ts';
import { listKeys } from './lister.ts';

/** Rows that are loaded first. */
const FIRST_ROWS = 200;
/** Unread articles that are enough to begin with. */
const ENOUGH = 50;

type Left = Pick<SavedSession, 'scope' | 'sort' | 'place'>;

interface Opening {
  readonly scope: Scope;
  readonly listed: Listing;
  /** Loaded rows of the listed articles. */
  readonly rows: readonly ArticleRow[];
  /** Key of the article to select; none where another one is first now, for that is news. */
  readonly select: number | undefined;
}

/**
 * Opens with the unread articles of the last scope, else of the whole library. Where all are unread,
 * or none, and where an article is named, the list is as it was left.
 * @param isForUnread false to open it as it was left in any case
 */
export async function openingList(
  finder: Finder,
  left: Left,
  now: Date,
  open: number | undefined,
  isForUnread: boolean,
): Promise<Opening> {
  const { scope, sort, place } = left;
  const { articles, unread } = finder.storyTotals();
  const isMixed = isForUnread && open === undefined && unread > 0 && unread < articles;
  const isOfAll = scope.query === '' && sort === 'published' && finder.isIndexed;
  const first = isOfAll ? openingFirst(finder, left, isMixed ? ONLY_UNREAD : '', open) : null;
  if (first !== null) return first;
  const withFeeds = createQueryFeeds(finder.root);
  const answer = async (one: Scope, text: string): Promise<Opening> => {
    const question = { scope: one.query, text, isLive: false, sort };
    const query = await withFeeds(scopedQuery(question, now));
    const found = listKeys(finder, query, { question, keep: null });
    const isSame = place !== null && finder.keyOf(place.first) === found[0];
    const select = isSame ? (finder.keyOf(place.selected) ?? undefined) : undefined;
    // The selected article stays although it was read since.
    const keep = select === undefined ? null : Uint32Array.of(select);
    const keys = keep === null ? found : listKeys(finder, query, { question, keep });
    return { scope: one, listed: { question, keys, length: keys.length }, rows: [], select };
  };
  for (const one of isMixed ? [scope, EVERYWHERE] : []) {
    const opening = await answer(one, ONLY_UNREAD);
    if (opening.listed.length > 0) return opening;
  }
  return answer(scope, '');
}

/** The first articles of a large library, without its index; `null` where they are not enough. */
function openingFirst(
  finder: Finder,
  { scope, place }: Left,
  text: string,
  open: number | undefined,
): Opening | null {
  const search = { query: EVERYTHING, sort: 'published', reverse: false } as const;
  const first = [...finder.stream(search, { offset: 0, limit: FIRST_ROWS })];
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
  // Files that have just gone have no rows; the next list leaves them out.
  const length = first.length < FIRST_ROWS ? keys.length : Math.max(keys.length, all);
  const question = { scope: '', text, isLive: false, sort: search.sort };
  return { scope, listed: { question, keys, length }, rows, select };
}
