// Where an article was left: the reader's place on a page as the journals keep it.

import type { Position } from '../../core/journal/state-change.ts';
import { ABOVE_BODY } from './anchor.ts';
import { lowestTop } from './scroll.ts';
import type { ArticlePage, State } from './state.ts';

/** How much of the page is read, 0 at the top to 1 where its last line is on the screen. */
export function pageProgress(state: State, page: ArticlePage): number {
  const lowest = lowestTop(state, page);
  return page.top >= lowest ? 1 : Math.round((page.top / lowest) * 1e4) / 1e4;
}

/** The place to keep; `null` at the top of a page that goes on. */
export function pagePosition(state: State, page: ArticlePage): Position | null {
  const progress = pageProgress(state, page);
  if (progress === 0) return null;
  const { paragraph, fraction } = page.anchor;
  return { paragraph: paragraph - ABOVE_BODY, fraction, progress };
}
