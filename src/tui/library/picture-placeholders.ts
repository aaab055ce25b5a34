// Placeholders on the open article's page for pictures that were not at hand when it was opened.
import { isPictureAwaited } from '../state/page-pictures.ts';
import type { State } from '../state/state.ts';

/** Pictures that come within this time are shown together, for a long page is slow to lay out (ms). */
const TOGETHER = 100;

/** @param layOutAgain called when the page changes because of them */
export function createPicturePlaceholders(getState: () => State, layOutAgain: () => void) {
  let opened: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** By the address of a picture: whether it is there or may still come. */
  const placeholders = new Map<string, boolean>();
  /** Drops placeholders of pictures that will not come, unless that moved what is on the screen. */
  const layOut = (): void => {
    const isSeen = isPictureAwaited(getState());
    for (const [url, isHopeful] of placeholders)
      if (!isHopeful && !isSeen) placeholders.delete(url);
    layOutAgain();
  };
  const layOutSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      layOut();
    }, TOGETHER);
  };
  /** The open article, or none: the placeholders of another are dropped. */
  const open = (article: string | undefined): void => {
    if (opened === article) return;
    if (placeholders.size > 0) layOutSoon();
    placeholders.clear();
    opened = article;
  };
  return {
    open,
    /** Drops placeholders in vain that have gone out of sight. */
    dropUnseen(): void {
      if ([...placeholders.values()].includes(false) && !isPictureAwaited(getState())) layOut();
    },
    add(article: string, url: string): void {
      open(article);
      placeholders.set(url, true);
    },
    settle(article: string, url: string, isThere: boolean): void {
      if (opened === article && placeholders.has(url)) placeholders.set(url, isThere);
      if (isThere || !isPictureAwaited(getState())) layOutSoon();
    },
    has: (article: string, url: string): boolean => opened === article && placeholders.has(url),
    isEmpty: (): boolean => placeholders.size === 0,
    stop: () => clearTimeout(timer),
  };
}
