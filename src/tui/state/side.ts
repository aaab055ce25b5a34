// The side list of feeds and tags: what stands in it, how it scrolls, and what happens to it.

import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import type { SideEntry } from '../../jobs/feeds/side-entries.ts';
import type { Reducers } from './actions.ts';
import { type Geometry, screenGeometry } from './geometry.ts';
import { withFilter, withSelected } from './listing.ts';
import { type Side, type SideRow, type State, withNote } from './state.ts';

/** A line of it: a row, the name of the rows below, or nothing. */
type SideLine =
  | { readonly kind: 'row'; readonly index: number; readonly row: SideRow }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'blank' };

const SECTIONS: Readonly<Record<Exclude<SideRow['kind'], 'all'>, string>> = {
  saved: 'saved queries',
  tag: 'tags',
  feed: 'feeds',
};
/** In a pane of fewer rows the sections have no names. */
const ROOM_FOR_SECTIONS = 10;

/** Its rows: the whole list, the saved queries, the feeds, the tags. */
export function sideRows({ totals, saved, sideEntries }: State): readonly SideRow[] {
  const { articles, unread } = totals;
  const words = `${unread} unread of ${formatCount(articles, 'article')}`;
  const all: SideRow = { kind: 'all', name: 'all', query: '', count: unread, words, problem: null };
  const queries = saved.map(({ name, text, count }): SideRow => {
    const fits = count === null ? '' : ` · ${formatCount(count, 'article')}`;
    return { kind: 'saved', name, query: text, count, words: `${text}${fits}`, problem: null };
  });
  return [all, ...queries, ...(sideEntries ?? [])];
}

/** The rows of feeds, then those of tags, which may be many. */
export function entryRows(entries: readonly SideEntry[]): readonly SideRow[] {
  const rows = entries.map(({ kind, name, query, counts, problem }): SideRow => {
    const { articles, unread } = counts;
    const words = `${unread} unread of ${formatCount(articles, 'article')}`;
    return { kind, name: cleanLine(name), query, count: unread, words, problem };
  });
  const isFeed = ({ kind }: SideRow): boolean => kind === 'feed';
  return [...rows.filter(isFeed), ...rows.filter((one) => !isFeed(one))];
}

/** Its lines, for a pane of so many rows. */
export function sideLines(state: State, bodyRows: number): readonly SideLine[] {
  let before: SideRow['kind'] = 'all';
  return sideRows(state).flatMap((row, index): readonly SideLine[] => {
    const line = { kind: 'row', index, row } as const;
    const isFirst = row.kind !== before;
    before = row.kind;
    if (!isFirst || row.kind === 'all' || bodyRows < ROOM_FOR_SECTIONS) return [line];
    return [{ kind: 'blank' }, { kind: 'section', name: SECTIONS[row.kind] }, line];
  });
}

/** The first line on the screen, so that the selected one is on it, with the name above it. */
export function sideTop(
  lines: readonly SideLine[],
  { selected, top }: Pick<Side, 'selected' | 'top'>,
  { bodyRows }: Pick<Geometry, 'bodyRows'>,
): number {
  const at = lines.findIndex((line) => line.kind === 'row' && line.index === selected);
  const first = lines[at - 1]?.kind === 'section' ? at - 1 : at;
  const highest = Math.max(0, at - bodyRows + 1);
  const shown = Math.max(highest, Math.min(top, first));
  return Math.min(shown, Math.max(0, lines.length - bodyRows));
}

/** What a filter is called that the side list set; `null` for another. */
export function filterName({ filter, sideEntries }: State): string | null {
  const entry = sideEntries?.find(({ query }) => query === filter.text);
  return entry === undefined ? null : `${entry.kind}: ${entry.name}`;
}

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
  if (isFirst && rows.length === 1) return withNote(withoutSide(next), NOTHING);
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
