// The part of the list that has to be at hand: what is on the screen, and a screen around it.

import type { ArticleRow } from '../../library/finder/finder.ts';
import { screenGeometry, visibleItems } from './geometry.ts';
import { rowAt } from './loaded-rows.ts';
import type { State } from './state.ts';

/**
 * Keys of the articles to fetch: none while everything on the screen is at hand, else some beyond
 * it as well, so that the next keys need no more.
 */
export function missingKeys(state: State): readonly number[] {
  const { listed, listTop, selected } = state;
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  const isMissing = (index: number) =>
    listed.keys[index] !== undefined && rowAt(state, index) === undefined;
  const seen = Array.from({ length: shown }, (_, at) => listTop + at);
  if (![selected, ...seen].some(isMissing)) return [];
  const around = Array.from({ length: shown * 3 }, (_, at) => listTop - shown + at);
  return [...new Set([selected, ...around])]
    .filter(isMissing)
    .flatMap((index) => listed.keys[index] ?? []);
}

/** The articles on the screen, without one that was removed. */
export function shownRows(state: State): readonly ArticleRow[] {
  const shown = visibleItems(screenGeometry({ ...state, focus: 'list' }));
  return Array.from({ length: shown }, (_, at) => rowAt(state, state.listTop + at))
    .filter((row) => row !== undefined)
    .filter((row) => row !== state.goneRow);
}
