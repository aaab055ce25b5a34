// Follows what is being read: which article is open, whether its end was seen, where it was left.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { Anchor, ArticlePage } from '../state/article-page.ts';
import { markOf, openedHead } from '../state/loaded-rows.ts';
import {
  currentPage,
  pagePosition,
  pageProgress,
  positionAnchor,
  sameAnchor,
} from '../state/scroll.ts';
import type { State } from '../state/state.ts';

interface Reading {
  readonly id: string;
  readonly from: Anchor;
  /** As kept when it was opened. */
  readonly progress: number;
  readonly isEndSeen: boolean;
  /** By the clock of the reader (ms). */
  readonly since: number;
  readonly isRead: boolean;
  /** What is to be kept when it is left now. */
  readonly leaving: readonly ArticleChange[];
}

/** The end is on the screen; not of a long page that a hit of the filter brought there. */
function isAtEnd(state: State, page: ArticlePage): boolean {
  const { top, anchor, broughtTo } = page;
  const isBrought = top > 0 && broughtTo !== null && sameAnchor(broughtTo, anchor);
  return !isBrought && pageProgress(state, page) === 1;
}

type Ongoing = Omit<Reading, 'since' | 'isRead'>;

function readOn(state: State, page: ArticlePage, before: Reading | null): Ongoing {
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

/** How long until it counts as read by the setting `read_at` (ms): for ever where time alone does nothing. */
function timeLeft(readAt: string, isEndSeen: boolean, passed: number): number {
  if (readAt === 'open') return 0;
  if (readAt === 'end') return isEndSeen ? 0 : Number.POSITIVE_INFINITY;
  if (readAt === 'never') return Number.POSITIVE_INFINITY;
  return Number.parseInt(readAt, 10) * 1000 - passed;
}

/**
 * Tells what of reading is to be kept without anyone asking for it.
 * @param readAt the setting `read_at` by now
 * @param again asks to look at the state again: time has passed
 * @param clock in ms
 */
export function createReadingMarks(
  readAt: () => string = () => 'end',
  again = () => {},
  clock = () => performance.now(),
) {
  let reading: Reading | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** The reader is left: where the article was that is open. */
  const leave = (): readonly ArticleChange[] => {
    const changes = reading?.leaving ?? [];
    reading = null;
    clearTimeout(timer);
    return changes;
  };
  const lookAgain = (wait: number): void => {
    clearTimeout(timer);
    if (wait > 0 && Number.isFinite(wait)) timer = setTimeout(again, wait).unref();
  };
  return {
    leave,
    /** Looks at the next state; what that calls for. */
    see(state: State): readonly ArticleChange[] {
      const head = openedHead(state);
      const page = head === undefined ? null : currentPage(state);
      const left = head?.id === reading?.id ? [] : leave();
      if (page === null || page.problem !== null) return left;
      const { since = clock(), isRead: wasRead = false } = reading ?? {};
      const ongoing = readOn(state, page, reading);
      const wait = timeLeft(readAt(), ongoing.isEndSeen, clock() - since);
      lookAgain(wait);
      const isRead = wasRead || (wait <= 0 && !state.isAway);
      reading = { ...ongoing, since, isRead };
      const isNew = isRead && !wasRead && !markOf(state, page).read;
      return isNew ? [...left, { id: page.id, set: { read: true } }] : left;
    },
  };
}
