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
  const change = createGathering(layOutAgain);
  let opened: string | undefined;
  /** By the addresses of pictures, whether they may come or are there. */
  const rooms = new Map<string, boolean>();
  /** It is this article that is open, or none: the page of another has no room any more. */
  const open = (article: string | undefined): void => {
    if (opened === article) return;
    if (rooms.size > 0) change.ask();
    rooms.clear();
    opened = article;
  };
  /** Room for those that will not come is given up as soon as nothing on the screen moves by that. */
  const close = (): void => {
    const failed = [...rooms].filter(([, isHopeful]) => !isHopeful);
    if (failed.length === 0 || isPictureAwaited(getState())) return;
    for (const [url] of failed) rooms.delete(url);
    layOutAgain();
  };
  return {
    open,
    close,
    /** A picture of the article that is open may come. */
    keep(article: string, url: string): void {
      open(article);
      rooms.set(url, true);
    },
    /** A picture has come, or will not. */
    settle(article: string, url: string, isThere: boolean): void {
      if (opened === article && rooms.has(url)) rooms.set(url, isThere);
      if (isThere) change.ask();
      else close();
    },
    has: (article: string, url: string): boolean => opened === article && rooms.has(url),
    isEmpty: (): boolean => rooms.size === 0,
    stop: change.stop,
  };
}
