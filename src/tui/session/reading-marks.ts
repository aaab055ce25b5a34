// Follows what is being read: which article is open, whether its end was seen, where it was left.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { Anchor, ArticlePage } from '../state/article-page.ts';
import { markOf, selectedHead, shownPreview } from '../state/loaded-rows.ts';
import {
  currentPage,
  pagePosition,
  pageProgress,
  positionAnchor,
  sameAnchor,
} from '../state/scroll.ts';
import type { State } from '../state/state.ts';

/** An article since it was opened. */
interface Reading {
  readonly id: string;
  readonly from: Anchor;
  /** As kept when it was opened. */
  readonly progress: number;
  readonly isEndSeen: boolean;
  /** What is to be kept when it is left now. */
  readonly leaving: readonly ArticleChange[];
}

/** The end is on the screen; not of a long page that a hit of the filter brought there. */
function isAtEnd(state: State, page: ArticlePage): boolean {
  const { top, anchor, broughtTo } = page;
  const isBrought = top > 0 && broughtTo !== null && sameAnchor(broughtTo, anchor);
  return !isBrought && pageProgress(state, page) === 1;
}

function readOn(state: State, page: ArticlePage, before: Reading | null): Reading {
  const { position: kept } = markOf(state, page);
  const { id, anchor, broughtTo } = page;
  const from = before?.from ?? broughtTo ?? positionAnchor(kept);
  const progress = before?.progress ?? kept?.progress ?? 0;
  const isEndSeen = before?.isEndSeen || (!state.isAway && isAtEnd(state, page));
  // Where nothing was scrolled no position is kept, so that another device's stays.
  const isKept = !sameAnchor(anchor, from) || (isEndSeen && progress < 1);
  const leaving = isKept ? [{ id, set: { position: pagePosition(state, page) } }] : [];
  return { id, from, progress, isEndSeen, leaving };
}

/** Tells what of reading is to be kept without anyone asking for it. */
export function createReadingMarks() {
  let reading: Reading | null = null;
  /** The reader is left: where the article was that is open. */
  const leave = (): readonly ArticleChange[] => {
    const changes = reading?.leaving ?? [];
    reading = null;
    return changes;
  };
  return {
    leave,
    /** Looks at the next state; what that calls for. */
    see(state: State): readonly ArticleChange[] {
      // An article shown beside the list is not opened, and a draft is none of the library.
      const isOpen = state.focus === 'article' && shownPreview(state) === null;
      const id = isOpen ? selectedHead(state)?.id : undefined;
      const page = isOpen ? currentPage(state) : null;
      const left = reading !== null && id !== reading.id ? leave() : [];
      if (page === null || page.problem !== null) return left;
      const wasEndSeen = reading?.isEndSeen ?? false;
      reading = readOn(state, page, reading);
      const isRead = reading.isEndSeen && !wasEndSeen && !markOf(state, page).read;
      return isRead ? [...left, { id: page.id, set: { read: true } }] : left;
    },
  };
}
