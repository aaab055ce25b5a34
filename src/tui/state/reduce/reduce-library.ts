// Actions from the library: answers with lists, rows, marks and removals.
import { isSameValue } from '../../../core/journal/state-change.ts';
import { lazy } from '../../../core/lazy.ts';
import type { SavedQuery } from '../../../core/query/parse-saved-queries.ts';
import type { ArticleRow } from '../../../library/finder/finder.ts';
import type { ArticlePage } from '../article-page.ts';
import { findProblem } from '../filter.ts';
import { wantedPage } from '../geometry.ts';
import {
  currentQuestion,
  isSameQuestion,
  withAnswer,
  withFilter,
  withListed,
  withSelected,
} from '../listing.ts';
import { markOf, rowAt, selectedRow } from '../loaded-rows.ts';
import { withFilterHits } from '../scroll.ts';
import type { Listing, Reducers, State } from '../state.ts';

/** Most rows kept, some screens of a tall terminal: each mark goes through all of them. */
const MOST_ROWS = 480;

/** The row of the article that is being read, which stays open. */
function openRow(state: State): ArticleRow | undefined {
  return state.focus === 'article' ? selectedRow(state) : undefined;
}

/** Saved queries of which nobody counted yet what they match. */
export function uncounted(queries: readonly SavedQuery[]): State['saved'] {
  return queries.map((query) => ({ ...query, count: null }));
}

export function withKey(listing: Listing, key: number, at: number): Listing {
  const keys = new Uint32Array(listing.keys.length + 1);
  keys.set(listing.keys.subarray(0, at));
  keys[at] = key;
  keys.set(listing.keys.subarray(at), at + 1);
  return { ...listing, keys, length: listing.length + 1 };
}

/** Puts back the key of an article that has left the list, at its place. */
function withLostKey(listing: Listing, { listed, selected }: State, key: number): Listing {
  const { keys } = listing;
  const there = new Set(keys);
  const next = listed.keys.subarray(selected + 1).find((one) => there.has(one));
  return withKey(listing, key, next === undefined ? keys.length : keys.indexOf(next));
}

export function withoutKeys({ listed }: State, gone: readonly number[]): Listing {
  const away = new Set(gone);
  const keys = listed.keys.filter((key) => !away.has(key));
  return { ...listed, keys, length: listed.length - (listed.keys.length - keys.length) };
}

/** Takes articles off the list; the `open` one, which is being read, stays until it is left. */
function withGone(state: State, gone: readonly number[], open: ArticleRow | undefined): State {
  if (gone.length === 0) return state;
  const goneRow = open !== undefined && gone.includes(open.key) ? open : state.goneRow;
  const others = gone.filter((key) => key !== goneRow?.key);
  return withListed({ ...state, goneRow }, withoutKeys(state, others));
}

/** A page on the screen is never moved; any other opens where another device stopped. */
function currentPage(before: State, after: State): ArticlePage | null {
  const { page } = before;
  if (page === null || wantedPage(before) !== null) return page;
  return isSameValue(markOf(before, page).position, markOf(after, page).position) ? page : null;
}

/** At least three letters at the end; fewer are searched in headlines only, while they are typed. */
const longWord = lazy(() => /[\p{L}\p{N}]{3}$/u);

/** Keeps the list on the screen when a filter is entered: its incomplete last word gets a `*`. */
function withLongerWords(state: State, { question, length }: Listing): State | null {
  const { filter, listed } = state;
  const was = listed.question;
  if (question.isLive || !was.isLive || was.text !== question.text) return null;
  if (length >= listed.length || !(length === 0 || longWord().test(question.text))) return null;
  const text = `${question.text}*`;
  if (findProblem({ text, isLive: false }) !== null) return null;
  return { ...state, filter: { ...filter, text, wanted: text } };
}

/** Keeps the rows around the screen where there are too many. */
function withRows(state: State, added: readonly ArticleRow[]): State {
  if (added.length === 0) return state;
  const rows = new Map(state.rows);
  for (const row of added) rows.set(row.key, row);
  const next: State = { ...state, rows };
  if (rows.size <= MOST_ROWS) return next;
  const from = Math.max(0, state.listTop - MOST_ROWS / 8);
  const around = Array.from({ length: MOST_ROWS / 2 }, (_, at) => rowAt(next, from + at));
  const kept = [...around, selectedRow(next)].filter((row) => row !== undefined);
  return { ...state, rows: new Map(kept.map((row) => [row.key, row])) };
}

/** Drops a removed article once it is not being read any more. */
export function withoutGoneRow(state: State): State {
  const { goneRow, focus } = state;
  if (goneRow === null) return state;
  const isRead = focus === 'article' && state.listed.keys[state.selected] === goneRow.key;
  if (isRead) return state;
  return withListed({ ...state, goneRow: null }, withoutKeys(state, [goneRow.key]));
}

/** A change of the library, or of what is known of its articles. */
export interface LibraryChange extends Pick<State, 'totals' | 'isUnread'> {
  /** The loaded rows that are still there, as they are now. */
  readonly rows: readonly ArticleRow[];
  /** Key of an article that the reader removed; it goes although it is open. */
  readonly removed?: number | undefined;
}

interface Answer {
  readonly listing: Listing;
  readonly select?: number | undefined;
}

/** Rows that were missing, and keys of articles whose files have gone. */
interface Supplied {
  readonly rows: readonly ArticleRow[];
  readonly gone: readonly number[];
}

export const libraryReducers = {
  library(state, change: LibraryChange) {
    const { totals, isUnread, removed } = change;
    const rows = new Map(change.rows.map((row) => [row.key, row]));
    const changed: State = { ...state, totals, isUnread, rows };
    const next: State = { ...changed, page: currentPage(state, changed) };
    if (removed !== undefined) return withListed(next, withoutKeys(next, [removed]));
    const gone = [...state.rows.keys()].filter((key) => !rows.has(key));
    // The open article is found among the rows that were loaded before.
    return withGone(next, gone, openRow(state));
  },
  listed(state, { listing: answer, select }: Answer) {
    const { goneRow, listed: before } = state;
    if (!isSameQuestion(answer.question, currentQuestion(state))) return state;
    const longer = withLongerWords(state, answer);
    if (longer !== null) return longer;
    const isSame = isSameQuestion(answer.question, before.question);
    const open = isSame ? openRow(state) : undefined;
    const isBack = goneRow !== null && answer.keys.includes(goneRow.key);
    const isLost = open !== undefined && !answer.keys.includes(open.key);
    const listed = isLost ? withLostKey(answer, state, open.key) : answer;
    const rows = isBack ? new Map(state.rows).set(goneRow.key, goneRow) : state.rows;
    const held: State = { ...state, rows, goneRow: isLost ? open : null };
    const next = isSame ? withListed(held, listed) : withFilterHits(withAnswer(held, listed));
    const index = state.isFilling ? 0 : listed.keys.indexOf(select ?? -1);
    // A restored article gets its row back, and those above it stay where they are.
    const still = isSame ? { ...next, listTop: state.listTop } : next;
    const shown = index === -1 ? next : withSelected(still, index);
    return shown.filter.isEntered ? withFilter(shown, shown.filter.text) : shown;
  },
  rows: (state, { rows, gone }: Supplied) => withGone(withRows(state, rows), gone, openRow(state)),
  saved: (state, { queries }: { readonly queries: readonly SavedQuery[] }) => ({
    ...state,
    saved: uncounted(queries),
  }),
  /** Numbers of articles that match the saved queries. */
  counts(state, { counts }: { readonly counts: readonly (number | null)[] }) {
    const saved = state.saved.map((query, at) => ({ ...query, count: counts[at] ?? null }));
    const isSame = saved.every(({ count }, at) => count === state.saved[at]?.count);
    return isSame ? state : { ...state, saved };
  },
} satisfies Reducers;
