// A worker thread and the messages between it and its caller, whose thread does the work where it cannot run.
import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { type ErrorCode, NewsprintError } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';

/** Does one piece of work, in whichever thread. */
export type Handler<Work, Answer, Progress = never> = (
  work: Work,
  context: WorkContext<Progress>,
) => Answer | Promise<Answer>;

/** What goes on between a piece of work and whoever asked for it. */
export interface WorkContext<Progress> {
  /** Says that the work is not wanted any more. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A thread that takes work; all that goes to it and comes back is plain data. */
export interface WorkThread<Work, Answer, Progress = never> {
  /**
   * Work is done in its order. What is aborted before it is begun fails as interrupted; what is under
   * way hears the signal and answers as it likes.
   */
  readonly ask: (work: Work, context?: Partial<WorkContext<Progress>>) => Promise<Answer>;
  /** What is asked still gets no answer. */
  readonly end: () => Promise<void>;
}

/** How a thread is started. */
interface ThreadOptions<Work, Answer, Progress> {
  /** The worker's file: the build puts it beside the chunk of this one. */
  readonly file: string;
  /** What the worker opens with. */
  readonly data?: unknown;
  /** Does in this thread what the other one cannot do, so that nothing fails by it. */
  readonly here: Handler<Work, Answer, Progress>;
  /** Pieces of work that may wait for the thread; what is beyond is done in this one. */
  readonly mostWaiting?: number;
  readonly limits?: ResourceLimits;
}

type Request<Work> =
  | { readonly id: number; readonly kind: 'work'; readonly work: Work }
  | { readonly id: number; readonly kind: 'abort' };

type Reply<Answer, Progress> = { readonly id: number } & (
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly error: SentError | null }
);

/** Of an error only what is said crosses threads; a bug does not: the asking thread finds it again. */
interface SentError {
  readonly message: string;
  readonly code: ErrorCode;
  readonly hint: string | undefined;
}

/** Starts a thread whose file calls `serveThread`. It keeps the program alive while it has work. */
export function startThread<Work, Answer, Progress = never>({
  file,
  data,
  here,
  mostWaiting = Number.POSITIVE_INFINITY,
  limits = {},
}: ThreadOptions<Work, Answer, Progress>): WorkThread<Work, Answer, Progress> {
  const url = new URL(file, `${import.meta.url}/`);
  const options = { workerData: data, resourceLimits: limits, stderr: true };
  // The system may have no thread to give.
  const worker = tryOr<Worker | null>(() => new Worker(url, options), null);
  const waiting = new Map<number, (reply: Reply<Answer, Progress> | null) => void>();
  let count = 0;
  let isOver = worker === null;
  const giveUp = (): void => {
    isOver = true;
    for (const take of [...waiting.values()]) take(null);
  };
  worker?.on('message', (reply: Reply<Answer, Progress>) => waiting.get(reply.id)?.(reply));
  worker?.on('error', giveUp);
  worker?.on('exit', giveUp);
  worker?.unref();
  return {
    async ask(work, { signal = new AbortController().signal, onProgress = () => {} } = {}) {
      const doHere = async () => here(work, { signal, onProgress });
      if (isOver || waiting.size >= mostWaiting) return doHere();
      count += 1;
      const id = count;
      const post = (request: Request<Work>): void => worker?.postMessage(request);
      const abort = (): void => post({ id, kind: 'abort' });
      const done = (): void => {
        signal.removeEventListener('abort', abort);
        waiting.delete(id);
        if (waiting.size === 0) worker?.unref();
      };
      return new Promise((resolve, reject) => {
        waiting.set(id, (reply) => {
          if (reply?.kind === 'progress') return onProgress(reply.progress);
          done();
          if (reply?.kind === 'answer') resolve(reply.answer);
          else if (!reply?.error) resolve(doHere());
          else reject(new NewsprintError(reply.error.message, reply.error));
        });
        worker?.ref();
        post({ id, kind: 'work', work });
        signal.addEventListener('abort', abort);
        if (signal.aborted) abort();
      });
    },
    async end() {
      isOver = true;
      waiting.clear();
      await worker?.terminate();
    },
  };
}

interface Task<Work> {
  readonly id: number;
  readonly work: Work;
  readonly control: AbortController;
}

/**
 * In the thread: does what it is asked, one piece after the other.
 * @param open makes what does the work out of what the thread was started with
 * @param isUrgent whether a piece goes before all that waits
 */
export async function serveThread<Data, Work, Answer, Progress = never>(
  open: (data: Data) => Handler<Work, Answer, Progress> | Promise<Handler<Work, Answer, Progress>>,
  isUrgent: (work: Work) => boolean = () => false,
): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const tasks: Task<Work>[] = [];
  let running: Task<Work> | undefined;
  let wake = (): void => {};
  port.on('message', (request: Request<Work>) => {
    const { id } = request;
    if (request.kind === 'abort') {
      [running, ...tasks].find((task) => task?.id === id)?.control.abort();
    } else {
      tasks.push({ id, work: request.work, control: new AbortController() });
      wake();
    }
  });
  const post = (reply: Reply<Answer, Progress>): void => port.postMessage(reply);
  const handle = await open(workerData);
  for (;;) {
    // What has arrived meanwhile is heard: it may abort what waits, or go before it.
    await new Promise((resolve) => setImmediate(resolve));
    const at = tasks.findIndex(({ work }) => isUrgent(work));
    running = tasks.splice(Math.max(at, 0), 1)[0];
    if (running !== undefined) post(await replyTo(running, handle, post));
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

async function replyTo<Work, Answer, Progress>(
  { id, work, control: { signal } }: Task<Work>,
  handle: Handler<Work, Answer, Progress>,
  post: (reply: Reply<Answer, Progress>) => void,
): Promise<Reply<Answer, Progress>> {
  const onProgress = (progress: Progress): void => post({ id, kind: 'progress', progress });
  try {
    if (signal.aborted) throw new NewsprintError('interrupted', { code: 'interrupted' });
    return { id, kind: 'answer', answer: await handle(work, { signal, onProgress }) };
  } catch (error) {
    if (!(error instanceof NewsprintError)) return { id, kind: 'error', error: null };
    const { message, code, hint } = error;
    return { id, kind: 'error', error: { message, code, hint } };
  }
}
