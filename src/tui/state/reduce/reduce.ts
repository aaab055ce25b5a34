// The reader's reducer: a state and what happened give the next state. Pure.

import type { SavedQuery } from '../../../core/query/parse-saved-queries.ts';
import type { ArticleRow } from '../../../library/finder/finder.ts';
import type { Size } from '../../terminal/size.ts';
import { MEASURE } from '../geometry.ts';
import { withFilter, withSelected } from '../listing.ts';
import { withFilterHits } from '../open-at-hit.ts';
import { withPage, withPageClamped } from '../scroll.ts';
import type { Action, LaidOut, Listing, State, Totals, UnreadKeys } from '../state.ts';
import { reduceAdding } from './reduce-adding.ts';
import { reduceArticle } from './reduce-article.ts';
import { reduceFetch, withReport } from './reduce-fetch.ts';
import { reduceLibrary, withoutGoneRow } from './reduce-library.ts';
import { reduceList } from './reduce-list.ts';
import { reducePrompt } from './reduce-prompt.ts';
import { reduceSide, withSideSettled } from './reduce-side.ts';

/** More digits are no count anyone means. */
const MOST_DIGITS = 6;

/** What the reader opens with. */
export interface Start {
  readonly size: Size;
  readonly totals: Totals;
  readonly unreadKeys: UnreadKeys;
  readonly saved?: readonly SavedQuery[];
  /** Every article in the default order, or the first of them. */
  readonly listed: Listing;
  /** Those of them that are at hand. */
  readonly rows: readonly ArticleRow[];
  /** Key of the article to open; `undefined` opens the list. */
  readonly open?: number | undefined;
  /** The filter to begin with. */
  readonly filter?: string | undefined;
  /** Columns of the page's widest line; 0 for all there are. */
  readonly measure?: number | undefined;
  /** Whether the library can be added to. */
  readonly canAdd?: boolean;
}

/** The state of a reader just opened. */
export function initialState({
  size,
  totals,
  unreadKeys,
  saved = [],
  listed,
  rows,
  open,
  filter = '',
  measure = MEASURE,
  canAdd = true,
}: Start): State {
  const blank: State = {
    size,
    measure,
    totals,
    unreadKeys,
    saved: saved.map((query) => ({ ...query, count: null })),
    listed,
    rows: new Map(rows.map((row) => [row.key, row])),
    selected: 0,
    listTop: 0,
    goneRow: null,
    filter: { text: '', wanted: '', isLive: false, isEntered: false, problem: null },
    sort: 'published',
    focus: 'list',
    articleOnly: false,
    page: null,
    places: {},
    find: null,
    prompt: null,
    helpTop: null,
    count: '',
    note: null,
    hasComplained: false,
    canAdd,
    adding: null,
    fetch: null,
    side: null,
    sideEntries: null,
    address: '',
    added: null,
  };
  const filtered = filter === '' ? blank : withFilter(blank, filter);
  const index = open === undefined ? -1 : listed.keys.indexOf(open);
  return index === -1 ? filtered : { ...withSelected(filtered, index), focus: 'article' };
}

/** A key came: what is being read is not waited for any more. */
function settled(state: State): State {
  const { note, count, adding } = state;
  const isWatched = adding?.step === 'reading' && adding.isWatched;
  if (note === null && count === '' && !isWatched) return state;
  return {
    ...state,
    note: null,
    count: '',
    adding: isWatched ? { ...adding, isWatched: false } : adding,
  };
}

function withDigit(state: State, digit: string): State {
  const count = `${state.count}${digit}`.replace(/^0+/, '');
  return count.length > MOST_DIGITS || count === state.count ? state : { ...state, count };
}

function withHelp(state: State, open: boolean): State {
  const helpTop = open ? (state.helpTop ?? 0) : null;
  return helpTop === state.helpTop ? state : { ...state, helpTop };
}

function withSize(state: State, size: Size): State {
  if (size.columns === state.size.columns && size.rows === state.size.rows) return state;
  const sized: State = { ...state, size };
  return withPageClamped(withSelected(sized, sized.selected));
}

/** Another article lands where the words of the list's filter stand. */
function withNewPage(state: State, page: LaidOut): State {
  const next = withPage(state, page);
  return state.page?.id === page.id ? next : withFilterHits(next);
}

/** The next state; the same object where the action changes nothing. */
export function reduce(state: State, action: Action): State {
  return withReport(withSideSettled(withoutGoneRow(reduceAny(state, action))));
}

function reduceAny(state: State, action: Action): State {
  switch (action.type) {
    case 'resize':
      return withSize(state, action.size);
    case 'library':
    case 'listed':
    case 'rows':
    case 'gone':
    case 'counts':
      return reduceLibrary(state, action);
    case 'page':
      return withNewPage(state, action.page);
    case 'digit':
      return withDigit(state, action.digit);
    case 'settle':
      return settled(state);
    case 'note':
      return { ...state, note: action.note };
    case 'complain':
      return state.hasComplained
        ? state
        : { ...state, hasComplained: true, note: { text: action.text, tone: 'warning' } };
    case 'help':
      return withHelp(state, action.open);
    case 'scroll-help':
      return state.helpTop === null
        ? state
        : { ...state, helpTop: Math.max(0, Math.min(action.lowest, state.helpTop + action.by)) };
    case 'move':
    case 'move-to':
    case 'move-pages':
    case 'next-unread':
    case 'next-sort':
    case 'clear-filter':
    case 'next-saved':
    case 'open':
    case 'click':
    case 'wheel':
      return reduceList(state, action);
    case 'close':
    case 'scroll':
    case 'scroll-to':
    case 'scroll-pages':
    case 'page-or-next':
    case 'next-article':
    case 'next-hit':
    case 'clear-find':
    case 'change-pane':
    case 'article-only':
      return reduceArticle(state, action);
    case 'prompt':
    case 'prompt-text':
    case 'prompt-enter':
    case 'prompt-cancel':
      return reducePrompt(state, action);
    case 'read-page':
    case 'draft':
    case 'open-draft':
    case 'left-out':
    case 'keeping':
    case 'kept':
    case 'end-adding':
      return reduceAdding(state, action);
    case 'fetching':
    case 'fetched':
      return reduceFetch(state, action);
    case 'open-side':
    case 'close-side':
    case 'side-entries':
    case 'move-side':
    case 'move-side-to':
    case 'next-side':
    case 'choose-side':
      return reduceSide(state, action);
    default:
      return action satisfies never;
  }
}
