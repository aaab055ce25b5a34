// Moves in the panes: the selected row of a list, or the article under the screen.

import type { Moved, Reducers } from '../actions.ts';
import { screenGeometry, visibleItems } from '../geometry.ts';
import { withSelected } from '../listing.ts';
import { currentPage, scrollTo } from '../scroll.ts';
import type { State } from '../state.ts';
import { withSideRow } from './reduce-side.ts';

/** Rows that a page key moves; of the article one line of the old screen stays. */
export function pageRows(state: State, pane: Moved): number {
  const geometry = screenGeometry(state);
  return pane === 'list' ? visibleItems(geometry) : Math.max(1, geometry.bodyRows - 1);
}

function placeOf(state: State, pane: Moved): number {
  if (pane === 'list') return state.selected;
  return pane === 'side' ? (state.side?.selected ?? 0) : (currentPage(state)?.top ?? 0);
}

/** To a row, or as near as there is one. */
function moveTo(state: State, pane: Moved, to: number): State {
  if (pane === 'list') return withSelected(state, to);
  return pane === 'side' ? withSideRow(state, to) : scrollTo(state, to);
}

/** What becomes of the state. */
export const movingReducers = {
  move: (state, { pane, by }) => moveTo(state, pane, placeOf(state, pane) + by),
  'move-to': (state, { pane, to }) => moveTo(state, pane, to),
  'move-pages': (state, { pane, by }) =>
    moveTo(state, pane, placeOf(state, pane) + Math.round(by * pageRows(state, pane))),
} satisfies Partial<Reducers>;
