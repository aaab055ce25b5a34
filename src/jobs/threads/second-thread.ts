// A second thread that answers one request after the other, so that long work has two cores.

import { parentPort, Worker } from 'node:worker_threads';

/** Requests that wait for a thread; whoever asks does what comes beyond. */
const MOST_WAITING = 4;

interface Request<Work> {
  readonly at: number;
  readonly work: Work;
}

/** `null` where there was an error, which whoever asked finds out by itself. */
interface Reply<Answer> {
  readonly at: number;
  readonly answer: Answer | null;
}

/** A thread at work. */
export interface SecondThread<Work, Answer> {
  /** Whether a request would not wait long; never where the thread has ended. */
  readonly hasRoom: () => boolean;
  /** `null` where the thread cannot do it: then the caller does, and names the error. */
  readonly ask: (work: Work) => Promise<Answer | null>;
  readonly end: () => void;
}

/**
 * Starts a thread. Where it cannot run, or ends, all it was asked is answered with `null`.
 * @param chunk URL of its file, which calls `answerRequests`
 */
export function startThread<Work, Answer>(chunk: URL): SecondThread<Work, Answer> {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  const worker = new Worker(chunk, { stderr: true });
  let count = 0;
  let isOver = false;
  const giveUp = (): void => {
    isOver = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.on('message', ({ at, answer }: Reply<Answer>) => {
    waiting.get(at)?.(answer);
    waiting.delete(at);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    hasRoom: () => !isOver && waiting.size < MOST_WAITING,
    async ask(work) {
      if (isOver) return null;
      const at = count++;
      return new Promise((resolve) => {
        waiting.set(at, resolve);
        const request: Request<Work> = { at, work };
        worker.postMessage(request);
      });
    },
    end: () => void worker.terminate(),
  };
}

/** In the thread: answers whatever it is asked. */
export function answerRequests<Work, Answer>(doWork: (work: Work) => Promise<Answer>): void {
  const port = parentPort;
  port?.on('message', async ({ at, work }: Request<Work>) => {
    const answer = await doWork(work).catch(() => null);
    const reply: Reply<Answer> = { at, answer };
    port.postMessage(reply);
  });
}
