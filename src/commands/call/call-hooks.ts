// What a verb does after its operation: the user's hooks, loaded where there are some for it.
import type { HookTrigger } from '../../jobs/programs/hook-triggers.ts';
import type { Finder } from '../../library/finder/finder.ts';
import type { Call, Io } from './call.ts';
import { withFinder } from './call-library.ts';

function hasHooks(io: Io, { event, ids }: HookTrigger): boolean {
  return ids.length > 0 && io.config.programs.hooks.some(({ on }) => on === event);
}

/** Runs the hooks of operations, each once; what they fail of is said, and changes no exit code. */
export async function runCallHooks(
  io: Io,
  finder: Finder,
  ...operations: readonly HookTrigger[]
): Promise<void> {
  for (const operation of operations.filter((one) => hasHooks(io, one))) {
    const { runHooks } = await import('../../jobs/programs/run-hooks.ts');
    await runHooks(finder, operation, {
      ...io,
      hooks: io.config.programs.hooks,
      onFailure: io.warn,
      // A program of its own group hears no Ctrl-C.
      signal: io.interruption(),
    });
  }
}

/** The same of a verb that has no finder. */
export async function openForHooks(call: Call, io: Io, operation: HookTrigger): Promise<void> {
  if (!hasHooks(io, operation)) return;
  await withFinder(call, io, (finder) => runCallHooks(io, finder, operation));
}
