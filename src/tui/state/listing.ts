// The list: its question, the answer, and the selected row.

import type { SortKey } from '../../core/article/article-order.ts';
import { clamp } from '../../core/clamp.ts';
import { isUnfinishedQuery } from '../../core/query/live-query.ts';
import type { ArticleRow, Keys } from '../../library/finder/finder.ts';
import { findProblem, ONLY_UNREAD } from './filter.ts';
import { screenGeometry, visibleItems } from './geometry.ts';
import { isUnreadAt, rowAt, shownPreview } from './loaded-rows.ts';
import {
  type Listing,
  type Order,
  type Question,
  type Scope,
  type State,
  withNote,
} from './state.ts';

/** Sort orders in the order of `S`, with their names, and those of their reverse. */
export const SORTS = [
  ['published', 'newest first', 'oldest first'],
  ['added', 'last added first', 'first added first'],
  ['title', 'by title', 'by title, from the end'],
  ['source', 'by source', 'by source, from the end'],
  ['minutes', 'shortest first', 'longest first'],
] as const satisfies readonly (readonly [SortKey, string, string])[];

const isTurned = (order: Order): boolean => order.startsWith('-');

export function sortOf(order: Order): (typeof SORTS)[number] {
  return SORTS.find(([key]) => order === key || order === `-${key}`) ?? SORTS[0];
}

export function orderName(order: Order): string {
  return sortOf(order)[isTurned(order) ? 2 : 1];
}

export function turned(order: Order): Order {
  const [key] = sortOf(order);
  return isTurned(order) ? key : `-${key}`;
}

export function searchOrder(order: Order) {
  return { sort: sortOf(order)[0], reverse: isTurned(order) };
}

export function currentQuestion({ scope, filter, sort }: State): Question {
  return { scope: scope.query, text: filter.wanted, isLive: filter.isLive, sort };
}

export function isSameQuestion(a: Question, b: Question): boolean {
  const isSame = a.text === b.text && a.isLive === b.isLive;
  return isSame && a.scope === b.scope && a.sort === b.sort;
}

export function isForAll({ scope, text }: Question): boolean {
  return scope === '' && text === '';
}

export function isAsking(state: State): boolean {
  return !isSameQuestion(currentQuestion(state), state.listed.question);
}

/** Selects a row, or the nearest one, and scrolls just enough to show it. */
export function withSelected(state: State, index: number): State {
  const { listed, listTop } = state;
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  const selected = clamp(index, 0, Math.max(0, listed.length - 1));
  const lowest = Math.min(selected, Math.max(0, listed.length - shown));
  const top = clamp(listTop, Math.max(0, selected - shown + 1), lowest);
  if (selected === state.selected && top === listTop) return state;
  return { ...state, selected, listTop: top };
}

/** The n-th unread article further on, also round the end of the list; with fewer the last of them. */
export function findUnread(state: State, by: number): number | null {
  const { listed, selected } = state;
  let found: number | null = null;
  let left = Math.abs(by);
  for (let step = 1; step < listed.length && left > 0; step += 1) {
    const index = (selected + Math.sign(by) * step + listed.length) % listed.length;
    if (!isUnreadAt(state, index)) continue;
    found = index;
    left -= 1;
  }
  return found;
}

/**
 * Selects an unread article further on or back, with a note where it goes round the list's end.
 * @param also what to add where there is none
 */
export function withNextUnread(state: State, by: number, also = ''): State {
  if (state.listed.length === 0) return state;
  const index = findUnread(state, by);
  if (index === null) {
    const isOne = isUnreadAt(state, state.selected);
    const text = isOne ? 'no other unread article' : 'no unread article';
    const { kind, name } = state.scope;
    return withNote(state, `${text}${kind === 'all' ? '' : ` in ${name}`}${also}`);
  }
  const isRound = by > 0 ? index < state.selected : index > state.selected;
  const moved = withSelected(state, index);
  return isRound ? withNote(moved, by > 0 ? 'on from the top' : 'on from the end') : moved;
}

/** The place of the selected article, or of the next one that is still listed. */
function placeAfter({ listed, selected }: State, keys: Keys): number {
  const key = listed.keys[selected];
  if (key === undefined) return selected;
  const same = keys.indexOf(key);
  if (same !== -1) return same;
  const there = new Set(keys);
  const before = listed.keys;
  const next = before.subarray(selected).find((key) => there.has(key));
  const nearest = next ?? before.subarray(0, selected).findLast((key) => there.has(key));
  return nearest === undefined ? 0 : keys.indexOf(nearest);
}

/** Lists other articles; the selected row, or the nearest one, keeps its place on the screen. */
export function withListed(state: State, listed: Listing): State {
  const selected = placeAfter(state, listed.keys);
  const listTop = Math.max(0, selected - (state.selected - state.listTop));
  const isPaneEmpty = listed.length === 0 && shownPreview(state) === null;
  const focus = isPaneEmpty ? 'list' : state.focus;
  return withSelected({ ...state, listed, listTop, selected, focus }, selected);
}

/**
 * Shows the answer to another question. Another scope begins where it was left, else at its top. While
 * a filter is typed the article where that began stays selected, for a filter that lets it through is no
 * search for another; else the first hit is.
 */
export function withAnswer(state: State, listed: Listing): State {
  const next = withListed(state, listed);
  const { scope, isLive } = listed.question;
  const before = state.listed.question.scope;
  if (scope !== before) {
    const key = state.listed.keys[state.selected] ?? -1;
    const leftAt = new Map(state.leftAt).set(before, key);
    return withSelected(
      { ...next, leftAt },
      Math.max(0, listed.keys.indexOf(leftAt.get(scope) ?? -1)),
    );
  }
  if (!isLive) return next;
  const { prompt, selected } = state;
  const from = prompt?.kind === 'filter' ? prompt.from : state.listed.keys[selected];
  return withSelected(next, Math.max(0, listed.keys.indexOf(from ?? -1)));
}

/** Lists another part of the library, without a filter. */
export function withScope(state: State, { kind, name, query, from }: Scope): State {
  const scope = { kind, name, query, ...(from && { from }) };
  return withFilter({ ...state, scope }, '');
}

/** Whether there is a step back to a longer list. */
export function isNarrowed({ scope, filter }: State): boolean {
  return filter.text !== '' || scope.query !== '';
}

/** The same, but the list that a reader opens with counts as the longest. */
export function isStepBack(state: State): boolean {
  const isOpening = state.filter.text === ONLY_UNREAD && state.scope.query === '';
  return isNarrowed(state) && !isOpening;
}

export function savedText({ scope, filter }: State): string {
  return `${scope.query} ${filter.text}`.trim();
}

/** Applies a filter. A text that is no query leaves the list as it was. */
export function withFilter(state: State, text: string, isLive = false): State {
  const problem = findProblem({ text, isLive });
  if (problem !== null) {
    const shown = isUnfinishedQuery(text) ? null : problem;
    return { ...state, filter: { ...state.filter, text, problem: shown } };
  }
  return { ...state, filter: { text, wanted: text, isLive, isEntered: false, problem } };
}

/** Enters the filter that was typed; its last word means what it matched while typed. */
export function withFilterEntered(state: State): State {
  const { filter } = state;
  const isEarly = filter.isLive && isAsking(state);
  if (isEarly) return { ...state, filter: { ...filter, isEntered: true } };
  return withFilter(state, filter.text);
}

/**
 * Keys of rows to load: none while all on the screen are loaded, else some beyond it as well, so that
 * the next keys need no more.
 */
export function missingKeys(state: State): readonly number[] {
  const { listed, listTop, selected } = state;
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  const isMissing = (index: number) =>
    listed.keys[index] !== undefined && rowAt(state, index) === undefined;
  const seen = Array.from({ length: shown }, (_, at) => listTop + at);
  if (![selected, ...seen].some(isMissing)) return [];
  const around = Array.from({ length: shown * 3 }, (_, at) => listTop - shown + at);
  return [...new Set([selected, ...around])]
    .filter(isMissing)
    .flatMap((index) => listed.keys[index] ?? []);
}

/** The articles on the screen, without one that was removed. */
export function shownRows(state: State): readonly ArticleRow[] {
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  return Array.from({ length: shown }, (_, at) => rowAt(state, state.listTop + at))
    .filter((row) => row !== undefined)
    .filter((row) => row !== state.goneRow);
}
