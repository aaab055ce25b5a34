// Watches the library while it is read: folders and journals all the time, every file now and then.

import { watchJournals } from '../../library/journals/watch-journals.ts';
import type { Lister } from '../library/lister.ts';
import type { IdleTimer } from '../session/idle-timer.ts';
import { type MarkWorld, takeInOthers } from './mark-effects.ts';

/** Between two times that every file is compared (ms). */
const PASS_EVERY = 600_000;
/** After the reader opened (ms). */
const FIRST_PASS = 60_000;

interface Watched extends MarkWorld {
  readonly lister: () => Pick<Lister, 'look'>;
  readonly quiet: Pick<IdleTimer, 'wait' | 'stop'>;
}

/** Shows what others do to the library. @returns how to stop */
export function watchLibrary(watched: Watched): () => void {
  let isLooking = false;
  let isStopped = false;
  const look = (isWhole: boolean) => {
    if (isLooking || isStopped) return;
    isLooking = true;
    watched.lister().look(isWhole, (hasChanged) => {
      isLooking = false;
      if (!isStopped) takeInOthers(watched, hasChanged);
    });
  };
  const unwatch = watchJournals(watched.library.root, () => watched.quiet.wait(() => look(false)));
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
