// Opens an article of a list that was searched where the words stand that were looked for.

import type { Words } from '../../core/query/query.ts';
import { filterWords } from './filter.ts';
import { findWordsOnPage, hitLine } from './find.ts';
import { shownPreview } from './loaded-rows.ts';
import { currentPage, reveal, sameAnchor, withKnownPlace } from './scroll.ts';
import type { State } from './state.ts';

/** Words that stand in what is read; a name of a source or an author is no place to go to. */
function readWords(state: State): readonly Words[] {
  const { question } = state.listed;
  if (question.text === '' || shownPreview(state) !== null) return [];
  return filterWords(question).filter(({ fields }) =>
    fields.some((field) => ['title', 'summary', 'captions', 'body'].includes(field)),
  );
}

/** Without the hits that the list's words made; the page is where it would be without them. */
function withoutFilterHits(state: State): State {
  const { find, page } = state;
  const left = find?.isFromFilter === true ? { ...state, find: null } : state;
  if (page === null || page.broughtTo === null) return left;
  const away = { ...left, page: { ...page, broughtTo: null } };
  return sameAnchor(page.anchor, page.broughtTo) ? withKnownPlace(away) : away;
}

/** Marks the list's words on the shown page, and brings the first of them onto the screen. */
export function withFilterHits(state: State): State {
  const { find } = state;
  if (find !== null && !find.isFromFilter) return state;
  const page = currentPage(state);
  const words = page === null ? [] : readWords(state);
  const hits = page === null || words.length === 0 ? [] : findWordsOnPage(page.lines, words);
  if (hits.length === 0) return withoutFilterHits(state);
  const text = state.listed.question.text;
  const found: State = { ...state, find: { text, words, hits, current: 0, isFromFilter: true } };
  const shown = reveal(found, hitLine(hits[0]));
  if (shown.page === null) return shown;
  return { ...shown, page: { ...shown.page, broughtTo: shown.page.anchor } };
}

/** Opens the selected article. */
export function withOpened(state: State): State {
  if (state.listed.length === 0 || state.focus === 'article') return state;
  return withFilterHits({ ...state, focus: 'article' });
}
