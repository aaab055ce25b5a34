// Follows what is being read: which article is open, whether its end was seen, where it was left.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { Position } from '../../core/journal/state-change.ts';
import { markOf, selectedHead, shownPreview } from '../state/loaded-rows.ts';
import {
  currentPage,
  pagePosition,
  pageProgress,
  positionAnchor,
  sameAnchor,
} from '../state/scroll.ts';
import type { Anchor, ArticlePage, State } from '../state/state.ts';

/** An article since it was opened. */
interface Reading {
  readonly id: string;
  /** Where it was opened. */
  readonly from: Anchor;
  /** As kept when it was opened. */
  readonly progress: number;
  readonly place: Anchor;
  readonly position: Position | null;
  readonly isEndSeen: boolean;
}

/** The end is on the screen; not of a long page that a hit of the filter brought there. */
function isAtEnd(state: State, page: ArticlePage): boolean {
  const { top, anchor, broughtTo } = page;
  const isBrought = top > 0 && broughtTo !== null && sameAnchor(broughtTo, anchor);
  return !isBrought && pageProgress(state, page) === 1;
}

function readOn(state: State, page: ArticlePage, before: Reading | null): Reading {
  const { position: kept } = markOf(state, page);
  const { id, from, progress, isEndSeen } = before ?? {
    id: page.id,
    from: page.broughtTo ?? positionAnchor(kept),
    progress: kept?.progress ?? 0,
    isEndSeen: false,
  };
  const now = { place: page.anchor, position: pagePosition(state, page) };
  return { id, from, progress, ...now, isEndSeen: isEndSeen || isAtEnd(state, page) };
}

/** Where nothing was scrolled no position is kept, so that another device's stays. */
function leavingChanges(reading: Reading | null): readonly ArticleChange[] {
  if (reading === null) return [];
  const { id, from, place, position, progress, isEndSeen } = reading;
  const isKept = !sameAnchor(place, from) || (isEndSeen && progress < 1);
  return isKept ? [{ id, set: { position } }] : [];
}

/** Tells what of reading is to be kept without anyone asking for it. */
export function createReadingMarks() {
  let reading: Reading | null = null;
  /** The reader is left: where the article was that is open. */
  const leave = (): readonly ArticleChange[] => {
    const changes = leavingChanges(reading);
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
