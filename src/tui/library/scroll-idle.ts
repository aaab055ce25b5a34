// Whether a page is being scrolled: what is slow to draw waits until that stops.

/** Moves that follow each other faster come from a held key or a wheel (ms). */
const IDLE = 150;

/** @param place where the page is @param onIdle called when scrolling has stopped */
export function createScrollIdle(place: () => string, onIdle: () => void) {
  let known = '';
  let movedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    /** To be called with each frame that shows something slow. */
    isScrolling(): boolean {
      if (known === place()) return timer !== undefined;
      known = place();
      stop();
      const now = performance.now();
      if (now - movedAt < IDLE) {
        timer = setTimeout(() => {
          timer = undefined;
          onIdle();
        }, IDLE);
      }
      movedAt = now;
      return timer !== undefined;
    },
    stop,
  };
}
