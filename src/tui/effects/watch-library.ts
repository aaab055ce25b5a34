// Watches the library while it is read: folders and journals all the time, every file now and then.
import { quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { watchJournals } from '../../library/journals/watch-journals.ts';
import { isFolder } from '../../library/place/locate-library.ts';
import type { Lister } from '../library/lister.ts';
import { type EffectWorld, say } from './effect-world.ts';
import { takeInOthers } from './show-library.ts';

/** Nothing was typed for so long: then nothing is, most likely (ms). */
const QUIET = 150;
/** What waits is done at the latest after this, whatever is typed (ms). */
const PATIENCE = 2000;
const NAP = 50;

/** Finds a moment without typing, for work that would hold up a key. @param now a clock in ms */
export function createIdleTimer(now: () => number) {
  let disturbed = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  return {
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

/** Between two times that every file is compared (ms). */
const PASS_EVERY = 600_000;
/** After the reader opened (ms). */
const FIRST_PASS = 60_000;

interface Watched extends EffectWorld {
  readonly lookAtSettings: () => void;
  readonly lister: Pick<Lister, 'look'>;
  readonly quiet: ReturnType<typeof createIdleTimer>;
}

/** Shows what others do to the library. @returns how to stop */
export function watchLibrary(watched: Watched): () => void {
  let isLooking = false;
  let isStopped = false;
  let wasThere = true;
  const tellAway = () => {
    const { root } = watched.library;
    const isThere = tryOr(() => isFolder(root), false);
    if (wasThere && !isThere) say(watched, `no library at ${quoteValue(root)}`, 'warning');
    wasThere = isThere;
  };
  const look = (isWhole: boolean) => {
    if (isLooking || isStopped) return;
    isLooking = true;
    watched.lister.look(isWhole, (hasChanged) => {
      isLooking = false;
      if (isStopped) return;
      takeInOthers(watched, hasChanged);
      tellAway();
    });
  };
  const unwatch = watchJournals(watched.library.root, () => {
    watched.lookAtSettings();
    watched.quiet.wait(() => look(false));
  });
  const first = setTimeout(() => look(true), FIRST_PASS).unref();
  const timer = setInterval(() => look(true), PASS_EVERY).unref();
  return () => {
    isStopped = true;
    unwatch();
    watched.quiet.stop();
    clearTimeout(first);
    clearInterval(timer);
  };
}
