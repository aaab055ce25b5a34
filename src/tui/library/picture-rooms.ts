// Room on the page of the article that is open for pictures that were not at hand when it was opened.
import { isPictureAwaited } from '../state/page-pictures.ts';
import type { State } from '../state/state.ts';

/** What comes within so long is shown together: laying out a long page takes a while (ms). */
const TOGETHER = 100;

/** Calls a thing once for all that asked for it in a while. */
function createGathering(call: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        call();
      }, TOGETHER);
    },
    stop: () => clearTimeout(timer),
  };
}

/** @param layOutAgain called when a page is another because of them */
export function createPictureRooms(getState: () => State, layOutAgain: () => void) {
  let opened: string | undefined;
  /** By the addresses of pictures, whether they may come or are there. */
  const rooms = new Map<string, boolean>();
  /** Room for those that will not come is given up where nothing on the screen moves by that. */
  const layOut = (): void => {
    const isSeen = isPictureAwaited(getState());
    for (const [url, isHopeful] of rooms) if (!isHopeful && !isSeen) rooms.delete(url);
    layOutAgain();
  };
  const change = createGathering(layOut);
  /** It is this article that is open, or none: the page of another has no room any more. */
  const open = (article: string | undefined): void => {
    if (opened === article) return;
    if (rooms.size > 0) change.ask();
    rooms.clear();
    opened = article;
  };
  return {
    open,
    /** Gives up room that has gone out of sight. */
    close(): void {
      if ([...rooms.values()].includes(false) && !isPictureAwaited(getState())) layOut();
    },
    /** A picture of the article that is open may come. */
    keep(article: string, url: string): void {
      open(article);
      rooms.set(url, true);
    },
    /** A picture has come, or will not. */
    settle(article: string, url: string, isThere: boolean): void {
      if (opened === article && rooms.has(url)) rooms.set(url, isThere);
      if (isThere || !isPictureAwaited(getState())) change.ask();
    },
    has: (article: string, url: string): boolean => opened === article && rooms.has(url),
    isEmpty: (): boolean => rooms.size === 0,
    stop: change.stop,
  };
}
