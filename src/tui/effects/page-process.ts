// The process that reads pages for the reader: it comes with the first, and goes when none follows.
import type { IntakeResult, IntakeWork } from '../../jobs/add/run-intake.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';

/** How long it waits for another page, or for what the user puts right in this one (ms). */
const PATIENCE = 60_000;
/** The intake's patterns are run often enough to be compiled at once. */
const FLAGS = ['--no-regexp-tier-up'];

export type PageProcess = ReturnType<typeof createPageProcess>;

interface Wanted {
  readonly work: IntakeWork;
  readonly resolve: (result: IntakeResult) => void;
  readonly reject: (error: unknown) => void;
}

/** What reads pages would take a sixth of the reader's memory for good, and its keys their time. */
export function createPageProcess() {
  let running: WorkThread<IntakeWork, IntakeResult> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let next: Wanted | null = null;
  let isReading = false;
  const here = async ({ source, options }: IntakeWork) =>
    (await import('../../jobs/add/run-intake.ts')).runIntake(source, options);
  /** What is asked still gets no answer. */
  const stop = (): void => {
    clearTimeout(timer);
    void running?.end();
    [running, next, isReading] = [null, null, false];
  };
  const readAll = async (): Promise<void> => {
    clearTimeout(timer);
    running ??= startThread({ file: 'intake-worker.cjs', isProcess: true, flags: FLAGS, here });
    const thread = running;
    isReading = true;
    while (next !== null) {
      const { work, resolve, reject }: Wanted = next;
      next = null;
      await thread.ask(work).then(resolve, reject);
    }
    isReading = false;
    timer = setTimeout(stop, PATIENCE).unref();
  };
  return {
    stop,
    /**
     * Reads a page once the one before it is read; of those that wait only the last gets an answer.
     * @throws NewsprintError what `runIntake` does
     */
    read(work: IntakeWork): Promise<IntakeResult> {
      return new Promise((resolve, reject) => {
        next = { work, resolve, reject };
        if (!isReading) void readAll();
      });
    },
  };
}
