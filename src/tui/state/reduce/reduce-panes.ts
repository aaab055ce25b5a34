// What happens in the panes: moving, filter, sort, finding, clicks, and which has the keys.
import { clamp } from '../../../core/clamp.ts';
import { pageHeadings } from '../contents.ts';
import { hitLine } from '../find.ts';
import { bodyRow, isInside, screenGeometry, visibleItems } from '../geometry.ts';
import {
  findUnread,
  isNarrowed,
  SORTS,
  sortOf,
  turned,
  withFilter,
  withNextUnread,
  withScope,
  withSelected,
} from '../listing.ts';
import { isUnreadAt } from '../loaded-rows.ts';
import { pictureInSight } from '../page-pictures.ts';
import {
  currentPage,
  headingLines,
  linesOnScreen,
  lowestTop,
  reveal,
  scrollTo,
  withOpened,
  withPageClamped,
} from '../scroll.ts';
import {
  type By,
  EVERYWHERE,
  type Moved,
  type Reducers,
  type Scope,
  type State,
  withNote,
} from '../state.ts';
import { withFeedsRow } from './reduce-feeds.ts';
import { withVisitLeft } from './reduce-visits.ts';
import { currentTab, tabAt } from './tabs.ts';

/** Rows that a page key moves; of the article one line of the old screen stays. */
function pageRows(state: State, pane: Moved, by: number): number {
  const geometry = screenGeometry(state);
  if (pane === 'list') return visibleItems(geometry);
  const page = pane === 'article' && by > 0 ? currentPage(state) : null;
  const { bodyRows } = geometry;
  return Math.max(1, (page === null ? bodyRows : linesOnScreen(page, bodyRows)) - 1);
}

function placeOf(state: State, pane: Moved): number {
  if (pane === 'list') return state.selected;
  return pane === 'feeds' ? (state.feeds?.selected ?? 0) : (currentPage(state)?.top ?? 0);
}

/** To a row, or as near as there is one. */
function moveTo(state: State, pane: Moved, to: number): State {
  if (pane === 'list') {
    const moved = withSelected(state, to);
    const { prompt, listed, selected } = moved;
    if (prompt === null) return moved;
    return { ...moved, prompt: { ...prompt, from: listed.keys[selected] ?? prompt.from } };
  }
  return pane === 'feeds' ? withFeedsRow(state, to) : scrollTo(state, to);
}

const NONE_SAVED = 'no saved queries: newsprint help queries tells of them';

/** Lists what fits a saved query; −1 is the whole list. */
function withSaved(state: State, index: number): State {
  const saved = state.saved[index];
  if (saved === undefined) return withScope(state, EVERYWHERE);
  return withScope(state, { kind: 'saved', name: saved.name, query: saved.text });
}

/** Within a story there is no other. */
function storyScope({ scope }: State, id: string): Scope {
  const from = scope.kind === 'story' ? scope.from : scope;
  const query = `story:"${id.replaceAll('"', ' ')}"`;
  return { kind: 'story', name: 'same story', query, ...(from && { from }) };
}

/** Beside the list the words of its filter stay marked. */
function withListFocused(state: State): State {
  const find = state.find?.words === null ? null : state.find;
  return { ...state, focus: 'list', articleOnly: false, find };
}

type InPane = { readonly pane: Moved };

export const paneReducers = {
  'next-unread': (state, { by }: By) =>
    withNextUnread(state, by, state.focus === 'article' ? ', and no find is on' : ''),
  /** The first of all where none is unread. */
  'first-unread'(state) {
    const first = withSelected(state, 0);
    return isUnreadAt(first, 0) ? first : withSelected(first, findUnread(first, 1) ?? 0);
  },
  /** The selected article stays selected. */
  'next-sort'(state) {
    const at = SORTS.indexOf(sortOf(state.sort));
    const [sort] = SORTS[(at + 1) % SORTS.length] ?? SORTS[0];
    return { ...state, sort };
  },
  /** A key that does nothing says so the first time. */
  'dead-key': (state, { key, why }: Readonly<Record<'key' | 'why', string>>) => ({
    ...withNote(state, why),
    deadKeys: new Set([...state.deadKeys, key]),
  }),
  'turn-order': (state) => ({ ...state, sort: turned(state.sort) }),
  /** A step back: to the whole scope, then to the whole library. */
  widen(state) {
    if (!isNarrowed(state)) return state;
    const { filter, scope } = state;
    return filter.text === '' ? withScope(state, scope.from ?? EVERYWHERE) : withFilter(state, '');
  },
  /** The saved query so many further on, round the end; the whole list is one of them. */
  'next-saved'(state, { by }: By) {
    const count = state.saved.length + 1;
    if (count === 1) return withNote(state, NONE_SAVED);
    // From another scope the first one is next, or the last.
    const at = currentTab(state) ?? (by > 0 ? -1 : state.saved.length);
    const next = (((at + 1 + by) % count) + count) % count;
    return withSaved(state, next - 1);
  },
  /** Lists all editions of an article's story. */
  'list-story': (state, { id }: { readonly id: string }) =>
    withScope(withListFocused(state), storyScope(state, id)),
  open: withOpened,
  /** At a place on the screen, from 0. */
  click(state, { column, row }: Readonly<Record<'column' | 'row', number>>) {
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
  },
  /** Rows of a list, or lines of the article; down is positive. */
  move: (state, { pane, by }: By & InPane) => moveTo(state, pane, placeOf(state, pane) + by),
  'move-to': (state, { pane, to }: InPane & { readonly to: number }) => moveTo(state, pane, to),
  'move-pages': (state, { pane, by }: By & InPane) =>
    moveTo(state, pane, placeOf(state, pane) + Math.round(by * pageRows(state, pane, by))),
  close: (state) => withVisitLeft(state) ?? withListFocused(state),
  'page-or-next'(state) {
    const page = currentPage(state);
    if (page === null) return state;
    if (page.top >= lowestTop(state, page)) return withNextUnread(state, 1);
    return scrollTo(state, page.top + pageRows(state, 'article', 1));
  },
  'next-article'(state, { by }: By) {
    const index = state.selected + by;
    if (state.listed.length === 0) return state;
    if (index < 0) return withNote(state, 'this is the first article');
    if (index >= state.listed.length && state.selected === state.listed.length - 1) {
      return withNote(state, 'this is the last article');
    }
    return withSelected(state, index);
  },
  'next-heading'(state, { by }: By) {
    const page = currentPage(state);
    if (page === null) return state;
    const all = headingLines(page);
    const ahead =
      by > 0 ? all.filter((at) => at > page.top) : all.filter((at) => at < page.top).reverse();
    const to = ahead[Math.abs(by) - 1] ?? ahead.at(-1);
    if (to === undefined) return withNote(state, `no heading ${by > 0 ? 'below' : 'above'}`);
    return scrollTo(state, to);
  },
  /** The page's headings are listed, the one at hand selected. */
  'open-contents'(state) {
    const headings = pageHeadings(state);
    const here = headings.findLastIndex(({ line }) => line <= (currentPage(state)?.top ?? 0));
    if (headings.length === 0) return withNote(state, 'no headings in this article');
    return { ...state, contents: Math.max(0, here) };
  },
  /** Another of them is selected; `null` closes the list. */
  contents(state, { selected }: { readonly selected: number | null }) {
    if (selected === null) return { ...state, contents: null };
    const last = pageHeadings(state).length - 1;
    return { ...state, contents: clamp(selected, 0, last) };
  },
  enlarge(state) {
    const page = currentPage(state);
    const enlarged = page && pictureInSight(page, screenGeometry(state).bodyRows);
    return enlarged ? { ...state, enlarged } : withNote(state, 'no picture in sight');
  },
  'end-enlarging': (state) => ({ ...state, enlarged: null }),
  'choose-heading'(state) {
    const { line = 0 } = pageHeadings(state)[state.contents ?? 0] ?? {};
    return scrollTo({ ...state, contents: null }, line);
  },
  'next-hit'(state, { by }: By) {
    const { find } = state;
    if (find === null || find.hits.length === 0) return state;
    const count = find.hits.length;
    const raw = find.current + by;
    const current = ((raw % count) + count) % count;
    const moved = reveal({ ...state, find: { ...find, current } }, hitLine(find.hits[current]));
    if (raw === current) return moved;
    return withNote(moved, raw < 0 ? 'on from the end' : 'on from the top');
  },
  'clear-find': (state) => (state.find === null ? state : { ...state, find: null }),
  'change-pane': (state) =>
    state.focus === 'list' ? withOpened(state) : { ...state, focus: 'list', articleOnly: false },
  /** The pane that has the keys gets so many columns more. */
  'widen-pane'(state, { by }: By) {
    const { widths, focus, feeds } = state;
    const pane = feeds === null ? 'list' : 'feeds';
    const more = feeds === null && focus === 'article' ? -by : by;
    const withMore = (columns: number): State => {
      return { ...state, widths: { ...widths, [pane]: columns } };
    };
    const widthIn = (one: State) => screenGeometry(one)[pane]?.width ?? 0;
    // What goes beyond the screen is not kept: the way back would be as long.
    const own = widthIn(withMore(0));
    const wider = withMore(widthIn(state) - own + more);
    if (widthIn(wider) === widthIn(state)) return withNote(state, 'this is as far as it goes');
    const next = withMore(widthIn(wider) - own);
    return withPageClamped(withSelected(next, next.selected));
  },
  'article-only'(state) {
    if (state.listed.length === 0) return state;
    const isNarrow = screenGeometry({ ...state, articleOnly: false }).list === null;
    if (isNarrow && state.focus === 'article') return state;
    return { ...state, focus: 'article', articleOnly: !state.articleOnly };
  },
} satisfies Reducers;
