// What the list holds: filter, sort order and the selected row.

import type { ArticleHead } from '../core/article.ts';
import type { SortKey } from '../core/sort.ts';
import { shownPreview } from './at-hand.ts';
import { isUnfinished, readFilter } from './filter.ts';
import { screenGeometry, visibleItems } from './geometry.ts';
import { matchesQuery, parseQuery, type Query } from './head-query.ts';
import { isUnread, markOf } from './marks.ts';
import type { State } from './state.ts';

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

/** The selected article; `undefined` where the list is empty. */
export function selectedHead({ listed, selected }: State): ArticleHead | undefined {
  return listed[selected];
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

/** The unread article so many further on, round the end of the list; the last there is of fewer. */
function findUnread(state: State, by: number): number | null {
  const { listed, selected } = state;
  let found: number | null = null;
  let left = Math.abs(by);
  for (let step = 1; step < listed.length && left > 0; step += 1) {
    const index = (selected + Math.sign(by) * step + listed.length) % listed.length;
    const head = listed[index];
    if (head === undefined || !isUnread(state, head)) continue;
    found = index;
    left -= 1;
  }
  return found;
}

/**
 * Selects an unread article further on or back, and says so where it goes round the list's end.
 * @param also what to add where there is none
 */
export function withNextUnread(state: State, by: number, also = ''): State {
  const head = selectedHead(state);
  if (head === undefined) return state;
  const index = findUnread(state, by);
  if (index === null) {
    const text = isUnread(state, head) ? 'no other unread article' : 'no unread article';
    return { ...state, note: { text: `${text}${also}`, tone: 'note' } };
  }
  const isRound = by > 0 ? index < state.selected : index > state.selected;
  const moved = withSelected(state, index);
  const text = by > 0 ? 'on from the top' : 'on from the end';
  return isRound ? { ...moved, note: { text, tone: 'note' } } : moved;
}

/** The place of an article that is in the list still, else of the next one that is. */
function placeAfter(before: State, listed: readonly ArticleHead[]): number {
  const places = new Map(listed.map(({ id }, place) => [id, place]));
  const place = ({ id }: ArticleHead) => places.get(id);
  const next = before.listed.slice(before.selected).find((head) => places.has(head.id));
  if (next !== undefined) return place(next) ?? 0;
  const previous = before.listed.slice(0, before.selected).findLast((head) => places.has(head.id));
  return previous === undefined ? 0 : (place(previous) ?? 0);
}

/** Puts other articles into the list; the selected row stays where it is on the screen. */
export function withListed(state: State, listed: readonly ArticleHead[]): State {
  const selected = placeAfter(state, listed);
  const listTop = Math.max(0, selected - (state.selected - state.listTop));
  const isPaneEmpty = listed.length === 0 && shownPreview(state) === null;
  const focus = isPaneEmpty ? 'list' : state.focus;
  return withSelected({ ...state, listed, listTop, selected, focus }, selected);
}

/** The articles that fit the filter, and those that stay though they do not, in their order. */
export function listArticles(
  state: State,
  text: string,
  stays: (head: ArticleHead) => boolean = () => false,
): readonly ArticleHead[] {
  const { articles, sort, catalogue } = state;
  const query = parseQuery(text);
  const sorted = catalogue.sorted(articles, sort);
  if (query.terms.length === 0) return sorted;
  const texts = queryHasWords(query) ? catalogue.searched(sorted) : [];
  return sorted.filter(
    (head, at) => matchesQuery(query, head, markOf(state, head), texts[at]) || stays(head),
  );
}

function queryHasWords({ terms }: Query): boolean {
  return terms.some(({ kind }) => kind === 'text');
}

/** Filters and sorts the library anew. A text that is no query leaves the list as it was. */
export function withFilter(state: State, text: string): State {
  const { problem } = readFilter(text);
  if (problem !== null) {
    const { applied } = state.filter;
    return { ...state, filter: { text, applied, problem: isUnfinished(text) ? null : problem } };
  }
  const listed = listArticles(state, text);
  const id = selectedHead(state)?.id;
  const kept = listed.findIndex((head) => head.id === id);
  const filter = { text, applied: text, problem };
  return withSelected({ ...state, listed, filter }, Math.max(0, kept));
}

/** Takes the next sort order; the selected article stays selected. */
export function withNextSort(state: State): State {
  const at = SORTS.findIndex(([key]) => key === state.sort);
  const [sort] = SORTS[(at + 1) % SORTS.length] ?? SORTS[0];
  return withFilter({ ...state, sort }, state.filter.applied);
}
