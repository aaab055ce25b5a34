// The intake in a second thread, so that a long call to `add` has two cores.

import { Worker } from 'node:worker_threads';
import { type IntakeOptions, type SourceBytes, type TakenIn, takeIn } from './intake.ts';
import type { IntakeReply, IntakeRequest } from './intake-worker.ts';

/** Sources that wait for the thread; this one reads what comes beyond. */
const MOST_WAITING = 4;
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
  const waiting = new Map<number, (taken: TakenIn | null) => void>();
  const worker = new Worker(new URL(`${import.meta.url}/${WORKER}`), { stderr: true });
  let count = 0;
  let isOver = false;
  const giveUp = (): void => {
    isOver = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.on('message', ({ at, taken }: IntakeReply) => {
    waiting.get(at)?.(taken);
    waiting.delete(at);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    hasRoom: () => !isOver && waiting.size < MOST_WAITING,
    async takeIn(source) {
      if (isOver) return takeIn(source, options);
      const at = count++;
      const taken = await new Promise<TakenIn | null>((resolve) => {
        waiting.set(at, resolve);
        const request: IntakeRequest = { at, source, options };
        worker.postMessage(request);
      });
      // Here an error is named as it is everywhere.
      return taken ?? takeIn(source, options);
    },
    end: () => void worker.terminate(),
  };
}
