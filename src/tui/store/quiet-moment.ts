// Finds a moment in which nothing is typed, for work that would hold up a key.

import type { Session } from './session.ts';

/** Nothing was typed for so long: then nothing is, most likely (ms). */
const QUIET = 150;
/** What waits is done at the latest after this, whatever is typed (ms). */
const PATIENCE = 2000;
const NAP = 50;

/** Who types in one reader, and what waits for that to end. */
export interface Lull {
  /** The session, whose inputs are noticed. */
  listening(session: Session): Session;
  /** Does the work when nothing is typed; what waits already is done, and no other. */
  wait(work: () => void): void;
  stop(): void;
}

/** @param now a clock in ms */
export function createLull(now: () => number): Lull {
  let heard = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  return {
    listening: (session) => ({
      ...session,
      hear(inputs) {
        heard = now();
        session.hear(inputs);
      },
    }),
    wait(work) {
      if (timer !== null) return;
      const latest = now() + PATIENCE;
      const look = () => {
        timer = null;
        if (now() - heard >= QUIET || now() >= latest) work();
        else timer = setTimeout(look, NAP).unref();
      };
      look();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
