// Whether a page is on its way: what is slow to draw waits until it rests.

/** Moves that follow each other faster are those of a held key or a wheel (ms). */
const REST = 150;

/**
 * @param place where the page is
 * @param rested called when it rests again
 */
export function createPageRest(place: () => string, rested: () => void) {
  let known = '';
  let movedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    /** Asked with each frame that would show such a thing. */
    isMoving(): boolean {
      if (known === place()) return timer !== undefined;
      known = place();
      stop();
      const now = performance.now();
      if (now - movedAt < REST) {
        timer = setTimeout(() => {
          timer = undefined;
          rested();
        }, REST);
      }
      movedAt = now;
      return timer !== undefined;
    },
    stop,
  };
}
