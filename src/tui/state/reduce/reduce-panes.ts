// What happens in the panes: moving, paging, finding, the next article, and which has the keys.

import type { Moved, Reducers } from '../actions.ts';
import { hitLine } from '../find.ts';
import { screenGeometry, visibleItems } from '../geometry.ts';
import { withNextUnread, withSelected } from '../listing.ts';
import { currentPage, lowestTop, reveal, scrollBy, scrollTo, withOpened } from '../scroll.ts';
import { withSideRow } from '../side.ts';
import { type State, withNote } from '../state.ts';

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

function withNextArticle(state: State, by: number): State {
  const index = state.selected + by;
  if (state.listed.length === 0) return state;
  if (index < 0) return withNote(state, 'this is the first article');
  if (index >= state.listed.length && state.selected === state.listed.length - 1) {
    return withNote(state, 'this is the last article');
  }
  return withSelected(state, index);
}

function withPageOrNext(state: State): State {
  const page = currentPage(state);
  if (page === null) return state;
  if (page.top >= lowestTop(state, page)) return withNextUnread(state, 1);
  return scrollBy(state, pageRows(state, 'article'));
}

function withNextHit(state: State, by: number): State {
  const { find } = state;
  if (find === null || find.hits.length === 0) return state;
  const count = find.hits.length;
  const raw = find.current + by;
  const current = ((raw % count) + count) % count;
  const moved = reveal({ ...state, find: { ...find, current } }, hitLine(find.hits[current]));
  if (raw === current) return moved;
  return withNote(moved, raw < 0 ? 'on from the end' : 'on from the top');
}

function withOtherPane(state: State): State {
  if (state.focus === 'list') return withOpened(state);
  return { ...state, focus: 'list', articleOnly: false };
}

function withArticleOnly(state: State): State {
  if (state.listed.length === 0) return state;
  const isNarrow = screenGeometry({ ...state, articleOnly: false }).list === null;
  if (isNarrow && state.focus === 'article') return state;
  return { ...state, focus: 'article', articleOnly: !state.articleOnly };
}

/** Takes an action on what the panes show. */
export const paneReducers = {
  move: (state, { pane, by }) => moveTo(state, pane, placeOf(state, pane) + by),
  'move-to': (state, { pane, to }) => moveTo(state, pane, to),
  'move-pages': (state, { pane, by }) =>
    moveTo(state, pane, placeOf(state, pane) + Math.round(by * pageRows(state, pane))),
  // Beside the list the words of its filter stay marked.
  close: (state) => ({
    ...state,
    focus: 'list',
    articleOnly: false,
    find: state.find?.isFromFilter === true ? state.find : null,
  }),
  'page-or-next': withPageOrNext,
  'next-article': (state, { by }) => withNextArticle(state, by),
  'next-hit': (state, { by }) => withNextHit(state, by),
  'clear-find': (state) => (state.find === null ? state : { ...state, find: null }),
  'change-pane': withOtherPane,
  'article-only': withArticleOnly,
} satisfies Partial<Reducers>;
