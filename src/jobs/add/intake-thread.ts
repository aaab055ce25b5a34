// The intake in a second thread, so that a long call to `add` has two cores.

import { startThread } from '../threads/second-thread.ts';
import type { IntakeWork } from './intake-worker.ts';
import { type IntakeOptions, type SourceBytes, type TakenIn, takeIn } from './take-in.ts';

/** Beside the chunk of this file: the build puts it there. */
const WORKER = 'intake-worker.cjs';

export interface IntakeThread {
  /** Whether a source would not wait long. */
  readonly hasRoom: () => boolean;
  /** `takeIn`, beside what the caller does. */
  readonly takeIn: (source: SourceBytes) => Promise<TakenIn>;
  readonly end: () => void;
}

/** Starts the thread. Where it cannot run, or ends, this one does its work: nothing fails by it. */
export function startIntakeThread(options: IntakeOptions): IntakeThread {
  const chunk = new URL(`${import.meta.url}/${WORKER}`);
  const thread = startThread<IntakeWork, TakenIn>(chunk);
  return {
    hasRoom: thread.hasRoom,
    // Here an error is named as it is everywhere.
    takeIn: async (source) =>
      (await thread.ask({ source, options })) ?? (await takeIn(source, options)),
    end: thread.end,
  };
}
