// What happens to the list: moving, filter, sort, clicks and the wheel.

import type { Reducers } from '../actions.ts';
import { bodyRow, isInside, screenGeometry, WHEEL_LINES } from '../geometry.ts';
import { withFilter, withNextSort, withNextUnread, withSelected } from '../listing.ts';
import { scrollBy, withOpened } from '../scroll.ts';
import { type State, withNote } from '../state.ts';
import { currentTab, tabAt } from './tabs.ts';

const NONE_SAVED = 'no saved queries: newsprint help queries tells of them';

function withClick(state: State, column: number, row: number): State {
  const geometry = screenGeometry(state);
  if (geometry.hasRule && row === geometry.bodyTop - 1 && geometry.list !== null) {
    const tab = tabAt(state, geometry.list.width, column - geometry.list.left);
    return tab === undefined ? state : withSaved({ ...state, focus: 'list' }, tab.index);
  }
  const at = bodyRow(geometry, row);
  if (at === null) return state;
  if (isInside(geometry.article, column)) return withOpened(state);
  if (!isInside(geometry.list, column)) return state;
  const index = state.listTop + Math.floor(at / geometry.itemRows);
  if (index >= state.listed.length) return state;
  return index === state.selected
    ? withOpened(state)
    : withSelected({ ...state, focus: 'list' }, index);
}

/** Filters by a saved query; −1 is the whole list. */
function withSaved(state: State, index: number): State {
  return withFilter(state, state.saved[index]?.text ?? '');
}

function withNextSaved(state: State, by: number): State {
  const count = state.saved.length + 1;
  if (count === 1) return withNote(state, NONE_SAVED);
  // From a filter of one's own the first one is next, or the last.
  const at = currentTab(state) ?? (by > 0 ? -1 : state.saved.length);
  const next = (((at + 1 + by) % count) + count) % count;
  return withSaved(state, next - 1);
}

function withWheel(state: State, by: number, column: number): State {
  const { list, itemRows } = screenGeometry(state);
  if (!isInside(list, column)) return scrollBy(state, by * WHEEL_LINES);
  return withSelected(state, state.selected + by * (itemRows === 2 ? 1 : WHEEL_LINES));
}

/** Takes an action on the list. */
export const listReducers = {
  'next-unread': (state, { by }) =>
    withNextUnread(state, by, state.focus === 'article' ? ', and no find is on' : ''),
  'next-sort': withNextSort,
  'clear-filter': (state) => (state.filter.text === '' ? state : withFilter(state, '')),
  'next-saved': (state, { by }) => withNextSaved(state, by),
  open: withOpened,
  click: (state, { column, row }) => withClick(state, column, row),
  wheel: (state, { by, column }) => withWheel(state, by, column),
} satisfies Partial<Reducers>;
