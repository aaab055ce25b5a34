// What happens to the side list: opening, moving, choosing.

import type { SideEntry } from '../../../jobs/feeds/side-entries.ts';
import type { Reducers } from '../actions.ts';
import { screenGeometry } from '../geometry.ts';
import { withFilter, withSelected } from '../listing.ts';
import { entryRows, sideLines, sideRows, sideTop } from '../side.ts';
import type { Side, State } from '../state.ts';

const NOTHING = 'no feeds and no tags yet: newsprint feeds add URL follows a feed';

/** Selects a row, as near as there is one, and scrolls just enough to show it. */
function withRow(state: State, side: Side, index: number): State {
  const last = sideRows(state).length - 1;
  const selected = Math.max(0, Math.min(last, index));
  const { bodyRows } = screenGeometry({ ...state, side });
  const top = sideTop(sideLines(state, bodyRows), { ...side, selected }, { bodyRows });
  return { ...state, side: { ...side, selected, top } };
}

/** The same for the side list on the screen. */
export function withSideRow(state: State, index: number): State {
  return state.side === null ? state : withRow(state, state.side, index);
}

/** On the row that the list is filtered by. */
function withSide(state: State): State {
  const { focus, articleOnly, filter } = state;
  const index = sideRows(state).findIndex(({ query }) => query === filter.text);
  const side: Side = { selected: 0, top: 0, from: { focus, articleOnly } };
  return withRow({ ...state, focus: 'list', articleOnly: false }, side, index);
}

/** The row that was selected is, also where others came before it. */
function withEntries(state: State, entries: readonly SideEntry[]): State {
  const { side, sideEntries, filter } = state;
  const isFirst = sideEntries === null;
  const next: State = { ...state, sideEntries: entryRows(entries) };
  if (side === null) return next;
  const rows = sideRows(next);
  if (isFirst && rows.length === 1) {
    return { ...withoutSide(next), note: { text: NOTHING, tone: 'note' } };
  }
  const before = isFirst ? filter.text : sideRows(state)[side.selected]?.query;
  const index = rows.findIndex(({ query }) => query === before);
  return withRow(next, side, index === -1 ? side.selected : index);
}

function withNext(state: State, side: Side, by: number): State {
  const rows = sideRows(state);
  const step = Math.sign(by);
  let index = side.selected;
  for (let left = Math.abs(by); left > 0; left -= 1) {
    let at = index + step;
    while (rows[at] !== undefined && !((rows[at]?.count ?? 0) > 0)) at += step;
    if (rows[at] === undefined) break;
    index = at;
  }
  return withRow(state, side, index);
}

function withChosen(state: State, { selected }: Side): State {
  const query = sideRows(state)[selected]?.query ?? '';
  const closed: State = { ...state, side: null, focus: 'list', articleOnly: false };
  return withFilter(withSelected(closed, closed.selected), query);
}

/** The screen is as it was before the side list. */
function withoutSide(state: State): State {
  const { side, listed } = state;
  if (side === null) return state;
  const { focus, articleOnly } = side.from;
  const closed: State = { ...state, side: null, articleOnly };
  const isEmpty = listed.length === 0;
  return withSelected({ ...closed, focus: isEmpty ? 'list' : focus }, closed.selected);
}

/** A line that is typed, a draft and an article have the screen to themselves. */
export function withSideSettled(state: State): State {
  const { side, prompt, adding, focus } = state;
  const isFree = prompt === null && adding?.step !== 'preview' && focus === 'list';
  if (side === null || isFree) return state;
  return withSelected({ ...state, side: null }, state.selected);
}

/** Takes an action on the side list; while it is not on the screen, there is none. */
export const sideReducers = {
  'open-side': (state) => (state.side === null ? withSide(state) : state),
  'close-side': withoutSide,
  'side-entries': (state, { entries }) => withEntries(state, entries),
  'next-side': (state, { by }) => (state.side === null ? state : withNext(state, state.side, by)),
  'choose-side': (state) => (state.side === null ? state : withChosen(state, state.side)),
} satisfies Partial<Reducers>;
