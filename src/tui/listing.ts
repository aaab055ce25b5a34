// What the list holds: filter, sort order and the selected row.

import type { ArticleHead, ReadingState } from '../core/article.ts';
import { NewsprintError } from '../core/errors.ts';
import { matchesQuery, parseQuery, type Query } from '../core/query.ts';
import { type SortKey, sortArticles } from '../core/sort.ts';
import { screenGeometry, visibleItems } from './geometry.ts';
import type { State } from './state.ts';

/** Until marks are kept, every article is new. */
const UNREAD: ReadingState = { read: false, starred: false, progress: 0 };

/** Sort orders in the order `S` goes through them, with their names. */
export const SORTS = [
  ['published', 'newest first'],
  ['added', 'last added first'],
  ['title', 'by title'],
  ['source', 'by source'],
] as const satisfies readonly (readonly [SortKey, string])[];

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Selects a row, as near as there is one, and scrolls just enough to show it. */
export function withSelected(state: State, index: number): State {
  const { listed, listTop } = state;
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  const selected = clamp(index, 0, Math.max(0, listed.length - 1));
  const lowest = clamp(selected - shown + 1, 0, Math.max(0, listed.length - shown));
  const top = clamp(listTop, lowest, selected);
  const listTopNow = Math.min(top, Math.max(0, listed.length - shown));
  if (selected === state.selected && listTopNow === listTop) return state;
  return { ...state, selected, listTop: listTopNow };
}

/** Puts other articles into the list and keeps the selected one selected where it still is. */
function withListed(state: State, listed: readonly ArticleHead[]): State {
  const id = state.listed[state.selected]?.id;
  const kept = listed.findIndex((head) => head.id === id);
  return withSelected({ ...state, listed }, Math.max(0, kept));
}

/** Filters and sorts the library anew. A text that is no query leaves the list as it was. */
export function withFilter(state: State, text: string): State {
  try {
    const listed = listArticles(state, text);
    return withListed({ ...state, filter: { text, problem: null } }, listed);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return { ...state, filter: { text, problem: error.message } };
  }
}

function listArticles({ articles, sort }: State, text: string): readonly ArticleHead[] {
  const query = parseQuery(text);
  const isAll = text.trim() === '';
  const fitting = isAll ? articles : articles.filter((head) => matchesQuery(query, head, UNREAD));
  return sort === 'published' ? fitting : sortArticles(fitting, sort, false);
}

/** Takes the next sort order; the selected article stays selected. */
export function withNextSort(state: State): State {
  const at = SORTS.findIndex(([key]) => key === state.sort);
  const [sort] = SORTS[(at + 1) % SORTS.length] ?? SORTS[0];
  return withFilter({ ...state, sort }, state.filter.text);
}

/** The filter as a query; a text that is none filters nothing. */
export function filterQuery({ filter }: State): Query {
  return parseQuery(filter.problem === null ? filter.text : '');
}
