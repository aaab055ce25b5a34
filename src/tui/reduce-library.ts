// What happens when the library is another: marks, removals, articles that come back.

import type { ArticleHead } from '../core/article.ts';
import { isSameValue } from '../core/state-change.ts';
import { screenGeometry, wantedPage } from './geometry.ts';
import { filterText, listArticles, selectedHead, withListed, withSelected } from './listing.ts';
import { countUnread, type Marks, markOf } from './marks.ts';
import type { LibraryAction, Page, State } from './state.ts';

/** The article at hand while it has the keys: it is not closed under the reader. */
function openHead(state: State, removed: string | undefined): ArticleHead | undefined {
  const head = state.focus === 'article' ? selectedHead(state) : undefined;
  return head?.id === removed ? undefined : head;
}

/** Puts an article that is in the library no more where it was in the list. */
function withGhost(
  listed: readonly ArticleHead[],
  before: State,
  ghost: ArticleHead,
): readonly ArticleHead[] {
  const ids = new Set(listed.map(({ id }) => id));
  const next = before.listed.slice(before.selected + 1).find(({ id }) => ids.has(id));
  const place = next === undefined ? listed.length : listed.indexOf(next);
  const at = place === -1 ? listed.findIndex(({ id }) => id === next?.id) : place;
  return [...listed.slice(0, at), ghost, ...listed.slice(at)];
}

function isSamePlace(id: string, before: Marks, marks: Marks): boolean {
  const places = [before, marks].map((table) => markOf({ marks: table }, { id }).position);
  return isSameValue(places[0], places[1]);
}

/** Places that a journal keeps otherwise now are not the newest any more. */
function currentPlaces({ places, marks: before }: State, marks: Marks): State['places'] {
  const current = Object.entries(places).filter(([id]) => isSamePlace(id, before, marks));
  return Object.fromEntries(current);
}

/** A page on the screen is never moved; one that is not opens where others went on. */
function currentPage(state: State, marks: Marks): Page | null {
  const { page, marks: before } = state;
  if (page === null || wantedPage(state) !== null) return page;
  return isSamePlace(page.id, before, marks) ? page : null;
}

/** The list with what came and without what went; what no longer fits the filter stays. */
function withRelisted(state: State, before: State, action: LibraryAction): State {
  const shown = new Set(before.listed.map(({ id }) => id));
  const listed = listArticles(
    state,
    filterText(state),
    ({ id }) => shown.has(id) || id === action.select,
  );
  const open = openHead(before, action.removed);
  if (open === undefined || state.articles.some(({ id }) => id === open.id)) {
    return withListed({ ...state, ghost: null }, listed);
  }
  return withListed({ ...state, ghost: open.id }, withGhost(listed, before, open));
}

/** Takes in the library as it is now; the article at hand stays at hand. */
export function withLibrary(state: State, action: LibraryAction): State {
  const { articles, marks, select } = action;
  const next: State = {
    ...state,
    articles,
    marks,
    unread: countUnread(articles, marks),
    places: currentPlaces(state, marks),
    page: currentPage(state, marks),
  };
  const isSameList =
    articles === state.articles && filterText(state) === '' && state.ghost === null;
  const relisted = isSameList ? next : withRelisted(next, state, action);
  const index = relisted.listed.findIndex(({ id }) => id === select);
  return index === -1 ? relisted : withSelected(relisted, index);
}

/** Lets a removed article go once it is not read any more. */
export function withoutLeftGhost(state: State): State {
  const { ghost, focus } = state;
  if (ghost === null || (focus === 'article' && selectedHead(state)?.id === ghost)) return state;
  return withListed(
    { ...state, ghost: null },
    state.listed.filter(({ id }) => id !== ghost),
  );
}

/** Back from an article that hid the list: the filter is applied anew, the article stays. */
export function withListShown(state: State, before: State): State {
  if (screenGeometry(before).list !== null || filterText(state) === '') return state;
  const id = selectedHead(state)?.id;
  return withListed(
    state,
    listArticles(state, filterText(state), (head) => head.id === id),
  );
}
