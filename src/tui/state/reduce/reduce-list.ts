// What happens to the list: moving, filter, sort, clicks and the wheel.

import { type Geometry, isInside, screenGeometry, visibleItems } from '../geometry.ts';
import { withFilter, withNextSort, withNextUnread, withSelected } from '../listing.ts';
import { withOpened } from '../open-at-hit.ts';
import { scrollBy } from '../scroll.ts';
import type { ListAction, State } from '../state.ts';
import { currentTab, tabAt } from './tabs.ts';

const WHEEL_LINES = 3;
const NONE_SAVED = 'no saved queries: newsprint help queries tells of them';

function isInBody({ bodyTop, bodyRows }: Geometry, row: number): boolean {
  return row >= bodyTop && row < bodyTop + bodyRows;
}

function withClick(state: State, column: number, row: number): State {
  const geometry = screenGeometry(state);
  if (geometry.hasRule && row === geometry.bodyTop - 1 && geometry.list !== null) {
    const tab = tabAt(state, geometry.list.width, column - geometry.list.left);
    return tab === undefined ? state : withSaved({ ...state, focus: 'list' }, tab.index);
  }
  if (!isInBody(geometry, row)) return state;
  if (isInside(geometry.article, column)) return withOpened(state);
  if (!isInside(geometry.list, column)) return state;
  const index = state.listTop + Math.floor((row - geometry.bodyTop) / geometry.itemRows);
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
  if (count === 1) return { ...state, note: { text: NONE_SAVED, tone: 'note' } };
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

/** The list's part of the reducer. */
export function reduceList(state: State, action: ListAction): State {
  switch (action.type) {
    case 'move':
      return withSelected(state, state.selected + action.by);
    case 'move-to':
      return withSelected(state, action.index);
    case 'move-pages':
      return withSelected(
        state,
        state.selected + Math.round(action.by * visibleItems(screenGeometry(state))),
      );
    case 'next-unread':
      return withNextUnread(
        state,
        action.by,
        state.focus === 'article' ? ', and no find is on' : '',
      );
    case 'next-sort':
      return withNextSort(state);
    case 'clear-filter':
      return state.filter.text === '' ? state : withFilter(state, '');
    case 'next-saved':
      return withNextSaved(state, action.by);
    case 'open':
      return withOpened(state);
    case 'click':
      return withClick(state, action.column, action.row);
    case 'wheel':
      return withWheel(state, action.by, action.column);
    default:
      return action satisfies never;
  }
}
