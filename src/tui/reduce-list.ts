// What happens to the list: moving, filter, sort, clicks and the wheel.

import { type Geometry, type Strip, screenGeometry, visibleItems } from './geometry.ts';
import { withOpened } from './landing.ts';
import { withFilter, withNextSort, withNextUnread, withSelected } from './listing.ts';
import { scrollBy } from './scroll.ts';
import type { ListAction, State } from './state.ts';

const WHEEL_LINES = 3;

function isInside(strip: Strip | null, column: number): boolean {
  return strip !== null && column >= strip.left && column < strip.left + strip.width;
}

function isInBody({ bodyTop, bodyRows }: Geometry, row: number): boolean {
  return row >= bodyTop && row < bodyTop + bodyRows;
}

function withClick(state: State, column: number, row: number): State {
  const geometry = screenGeometry(state);
  if (!isInBody(geometry, row)) return state;
  if (isInside(geometry.article, column)) return withOpened(state);
  if (!isInside(geometry.list, column)) return state;
  const index = state.listTop + Math.floor((row - geometry.bodyTop) / geometry.itemRows);
  if (index >= state.listed.length) return state;
  return index === state.selected
    ? withOpened(state)
    : withSelected({ ...state, focus: 'list' }, index);
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
