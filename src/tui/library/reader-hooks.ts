// Runs the user's hooks beside the reader, one after the other, in the order of what was done.
import type { Occasion } from '../../jobs/programs/occasions.ts';
import type { HookHost } from '../../jobs/programs/run-hooks.ts';
import type { Finder } from '../../library/finder/finder.ts';

/** Which hooks there are by now, and who hears why one failed. */
export type Hooking = () => Omit<HookHost, 'now'>;

/** @param flushed resolves when what was done is on the disk */
export function createReaderHooks(
  finder: Finder,
  now: () => Date,
  flushed: () => Promise<void>,
  hooking: Hooking,
) {
  let last: Promise<unknown> = Promise.resolve();
  const runAll = async (occasion: Occasion) => {
    const { runHooks } = await import('../../jobs/programs/run-hooks.ts');
    await runHooks(finder, occasion, { ...hooking(), now: now() });
  };
  return {
    hooked(occasion: Occasion): void {
      const isWanted = hooking().hooks.some(({ on }) => on === occasion.event);
      if (!isWanted || occasion.ids.length === 0) return;
      // Where it cannot be flushed that is said already.
      last = Promise.all([last, flushed()])
        .then(() => runAll(occasion))
        .catch(() => {});
    },
    /** Resolves when none runs any more. */
    hooksDone: () => last,
  };
}
