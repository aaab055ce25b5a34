// What happens to the article: scrolling, finding, the next one, and which pane has the keys.

import type { Reducers } from '../actions.ts';
import { hitLine } from '../find.ts';
import { screenGeometry } from '../geometry.ts';
import { withNextUnread, withSelected } from '../listing.ts';
import { withOpened } from '../open-at-hit.ts';
import { currentPage, lowestTop, reveal, scrollBy } from '../scroll.ts';
import type { Note, State } from '../state.ts';
import { pageRows } from './reduce-moving.ts';

const note = (text: string): Note => ({ text, tone: 'note' });

function withNextArticle(state: State, by: number): State {
  const index = state.selected + by;
  if (state.listed.length === 0) return state;
  if (index < 0) return { ...state, note: note('this is the first article') };
  if (index >= state.listed.length && state.selected === state.listed.length - 1) {
    return { ...state, note: note('this is the last article') };
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
  const moved = { ...state, find: { ...find, current } };
  const wrapped: State =
    raw === current
      ? moved
      : { ...moved, note: note(raw < 0 ? 'on from the end' : 'on from the top') };
  return reveal(wrapped, hitLine(find.hits[current]));
}

function withOtherPane(state: State): State {
  if (state.focus === 'article') {
    return { ...state, focus: 'list', articleOnly: false };
  }
  return withOpened(state);
}

function withArticleOnly(state: State): State {
  if (state.listed.length === 0) return state;
  const isNarrow = screenGeometry({ ...state, articleOnly: false }).list === null;
  if (isNarrow && state.focus === 'article') return state;
  return { ...state, focus: 'article', articleOnly: !state.articleOnly };
}

/** Takes an action on the article. */
export const articleReducers = {
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
