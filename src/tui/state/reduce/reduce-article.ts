// What happens to the article: scrolling, finding, the next one, and which pane has the keys.

import { hitLine } from '../find.ts';
import { screenGeometry } from '../geometry.ts';
import { withNextUnread, withSelected } from '../listing.ts';
import type { Note } from '../note.ts';
import { withOpened } from '../open-at-hit.ts';
import { currentPage, lowestTop, reveal, scrollBy, scrollTo } from '../scroll.ts';
import type { ArticleAction, State } from '../state.ts';

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
  return scrollBy(state, pageRows(state));
}

/** Lines a page key scrolls: one line of the old screen stays. */
function pageRows(state: State): number {
  return Math.max(1, screenGeometry(state).bodyRows - 1);
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

/** The article's part of the reducer. */
export function reduceArticle(state: State, action: ArticleAction): State {
  switch (action.type) {
    case 'close':
      // Beside the list the words of its filter stay lit.
      return {
        ...state,
        focus: 'list',
        articleOnly: false,
        find: state.find?.isFromFilter === true ? state.find : null,
      };
    case 'scroll':
      return scrollBy(state, action.by);
    case 'scroll-to':
      return scrollTo(state, action.top);
    case 'scroll-pages':
      return scrollBy(state, Math.round(action.by * pageRows(state)));
    case 'page-or-next':
      return withPageOrNext(state);
    case 'next-article':
      return withNextArticle(state, action.by);
    case 'next-hit':
      return withNextHit(state, action.by);
    case 'clear-find':
      return state.find === null ? state : { ...state, find: null };
    case 'change-pane':
      return withOtherPane(state);
    case 'article-only':
      return withArticleOnly(state);
    default:
      return action satisfies never;
  }
}
