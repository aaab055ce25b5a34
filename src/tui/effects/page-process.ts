// The process that reads pages for the reader: it comes with the first, and goes when none follows.
import type { IntakeResult, IntakeWork } from '../../jobs/add/run-intake.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';

/** How long it waits for another page, or for what the user puts right in this one (ms). */
const PATIENCE = 60_000;

export type PageProcess = ReturnType<typeof createPageProcess>;

/** What reads pages would take a sixth of the reader's memory for good, and its keys their time. */
export function createPageProcess() {
  let running: WorkThread<IntakeWork, IntakeResult> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let reads = 0;
  const here = async ({ source, options }: IntakeWork) =>
    (await import('../../jobs/add/run-intake.ts')).runIntake(source, options);
  /** What is asked still gets no answer. */
  const stop = (): void => {
    clearTimeout(timer);
    void running?.end();
    running = null;
  };
  return {
    stop,
    /** Reads a page once the one before it is read. @throws NewsprintError what `runIntake` does */
    async read(work: IntakeWork, signal: AbortSignal): Promise<IntakeResult> {
      clearTimeout(timer);
      reads += 1;
      const at = reads;
      running ??= startThread({ file: 'intake-worker.cjs', isProcess: true, here });
      try {
        return await running.ask(work, { signal });
      } finally {
        if (at === reads) timer = setTimeout(stop, PATIENCE).unref();
      }
    },
  };
}
