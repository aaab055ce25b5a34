// Finds a moment in which nothing is typed, for work that would hold up a key.

/** Nothing was typed for so long: then nothing is, most likely (ms). */
const QUIET = 150;
/** What waits is done at the latest after this, whatever is typed (ms). */
const PATIENCE = 2000;
const NAP = 50;

/** When keys come in one reader, and what waits for them to end. */
export type IdleTimer = ReturnType<typeof createIdleTimer>;

/** @param now a clock in ms */
export function createIdleTimer(now: () => number) {
  let disturbed = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  return {
    /** A key came. */
    disturb() {
      disturbed = now();
    },
    /** Does the work when nothing is typed; what waits already is done, and no other. */
    wait(work: () => void) {
      if (timer !== null) return;
      const latest = now() + PATIENCE;
      const look = () => {
        timer = null;
        if (now() - disturbed >= QUIET || now() >= latest) work();
        else timer = setTimeout(look, NAP).unref();
      };
      look();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
