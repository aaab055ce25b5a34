// Runs the user's hooks beside the reader, one after the other, in the order of what was done.
import type { HookTrigger } from '../../jobs/programs/hook-triggers.ts';
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
  const runAll = async (trigger: HookTrigger) => {
    const { runHooks } = await import('../../jobs/programs/run-hooks.ts');
    await runHooks(finder, trigger, { ...hooking(), now: now() });
  };
  return {
    hooked(trigger: HookTrigger): void {
      const isWanted = hooking().hooks.some(({ on }) => on === trigger.event);
      if (!isWanted || trigger.ids.length === 0) return;
      // Where it cannot be flushed that is said already.
      last = Promise.all([last, flushed()])
        .then(() => runAll(trigger))
        .catch(() => {});
    },
    /** Resolves when none runs any more. */
    hooksDone: () => last,
  };
}
