// A thread or a process that works for its caller; where neither can run, the caller's thread does.
import { resolve } from 'node:path';
import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { type ErrorCode, interrupted, NewsprintError } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { COMPILED_PATTERNS } from './limit-heap.ts';

/** Does one piece of work, in either thread. */
type Handler<Work, Answer, Progress = never> = (
  work: Work,
  context: WorkContext<Progress>,
) => Answer | Promise<Answer>;

/** How a piece of work and its caller hear of each other meanwhile. */
export interface WorkContext<Progress> {
  /** Aborted when the work is no longer wanted. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A thread that takes work; all that goes to it and comes back is plain data. */
export interface WorkThread<Work, Answer, Progress = never> {
  /**
   * Work is done in its order. What is aborted before it is begun fails as interrupted; running work
   * gets the signal and answers as it likes.
   */
  readonly ask: (work: Work, context?: Partial<WorkContext<Progress>>) => Promise<Answer>;
  /** Work that is still waiting gets no answer. */
  readonly end: () => Promise<void>;
}

interface ThreadOptions<Work, Answer, Progress> {
  /** The worker's file: the build puts it beside the chunk of this one. */
  readonly file: string;
  /** Data for the worker's start; none for a process. */
  readonly data?: unknown;
  /** Starts a process: that takes longer, and gives all of its memory back when it ends. */
  readonly isProcess?: boolean;
  /** Does the work in this thread where the other one cannot. */
  readonly here: Handler<Work, Answer, Progress>;
  /** Most pieces of work that wait for the thread; more are done in this one. */
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

/** Only a message crosses threads; after a bug the caller does the work itself, and meets it again. */
interface SentError {
  readonly message: string;
  readonly code: ErrorCode;
  readonly hint: string | undefined;
}

/** A thread or a process, for its caller. */
interface Peer<Message> {
  readonly post: (message: Message) => void;
  /** Whether it keeps the program alive. */
  readonly hold: (isHeld: boolean) => void;
  readonly end: () => Promise<unknown>;
}

/** Called with messages from a peer, and at its end. */
interface Hearer<Message> {
  readonly take: (message: Message) => void;
  readonly giveUp: () => void;
}

function openThread<Sent, Heard>(
  path: string,
  { data, limits = {} }: { readonly data?: unknown; readonly limits?: ResourceLimits },
  { take, giveUp }: Hearer<Heard>,
): Peer<Sent> {
  const worker = new Worker(path, { workerData: data, resourceLimits: limits, stderr: true });
  worker.on('message', take).on('error', giveUp).on('exit', giveUp).unref();
  return {
    post: (message) => worker.postMessage(message),
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    end: () => worker.terminate(),
  };
}

/**
 * A process of a group of its own, which keys that stop or end this one do not reach. Each of them
 * reads pages or feeds.
 */
function openProcess<Sent extends object, Heard>(
  path: string,
  { take, giveUp }: Hearer<Heard>,
): Peer<Sent> {
  // Not imported, for most calls start no process.
  const { fork } = process.getBuiltinModule('node:child_process');
  const child = fork(path, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
    execArgv: [...process.execArgv, COMPILED_PATTERNS],
  });
  child.on('message', take);
  const gone = new Promise((resolve) => child.on('error', resolve).on('exit', resolve));
  void gone.then(giveUp);
  return {
    post(message) {
      if (child.connected) child.send(message);
    },
    hold: () => {},
    async end() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Starts a thread whose file calls `serveThread`. It keeps the program alive while it has work. */
export function startThread<Work, Answer, Progress = never>({
  file,
  here,
  isProcess = false,
  mostWaiting = Number.POSITIVE_INFINITY,
  ...options
}: ThreadOptions<Work, Answer, Progress>): WorkThread<Work, Answer, Progress> {
  const path = resolve(import.meta.filename, file);
  let isOver = false;
  const waiting = new Map<number, (reply: Reply<Answer, Progress> | null) => void>();
  const hearer: Hearer<Reply<Answer, Progress>> = {
    take: (reply) => waiting.get(reply.id)?.(reply),
    giveUp() {
      isOver = true;
      for (const take of [...waiting.values()]) take(null);
    },
  };
  const open = () => (isProcess ? openProcess(path, hearer) : openThread(path, options, hearer));
  // The system may refuse to start one.
  const peer = tryOr<Peer<Request<Work>> | null>(open, null);
  isOver ||= peer === null;
  let count = 0;
  return {
    async ask(work, { signal = new AbortController().signal, onProgress = () => {} } = {}) {
      const doHere = async () => here(work, { signal, onProgress });
      if (isOver || waiting.size >= mostWaiting) return doHere();
      count += 1;
      const id = count;
      const post = (request: Request<Work>): void => peer?.post(request);
      const abort = (): void => post({ id, kind: 'abort' });
      const done = (): void => {
        signal.removeEventListener('abort', abort);
        waiting.delete(id);
        if (waiting.size === 0) peer?.hold(false);
      };
      return new Promise((resolve, reject) => {
        waiting.set(id, (reply) => {
          if (reply?.kind === 'progress') return onProgress(reply.progress);
          done();
          if (reply?.kind === 'answer') resolve(reply.answer);
          else if (!reply?.error) resolve(doHere());
          else reject(new NewsprintError(reply.error.message, reply.error));
        });
        peer?.hold(true);
        post({ id, kind: 'work', work });
        signal.addEventListener('abort', abort);
        if (signal.aborted) abort();
      });
    },
    async end() {
      isOver = true;
      waiting.clear();
      await peer?.end();
    },
  };
}

/** Has one piece of work done by a process of its own, which ends with it. */
export async function askProcess<Work, Answer, Progress = never>(
  file: string,
  here: Handler<Work, Answer, Progress>,
  work: Work,
  context: Partial<WorkContext<Progress>>,
): Promise<Answer> {
  const { ask, end } = startThread({ file, here, isProcess: true });
  return ask(work, context).finally(end);
}

interface Task<Work> {
  readonly id: number;
  readonly work: Work;
  readonly control: AbortController;
}

/** Listens to the caller of this thread or process; `null` where there is none. */
function hearCaller<Message, Reply extends object>(
  take: (message: Message) => void,
  leave: () => void,
): ((reply: Reply) => void) | null {
  const port = parentPort;
  if (port !== null) {
    port.on('message', take);
    return (reply) => port.postMessage(reply);
  }
  if (!process.connected) return null;
  process.on('message', take).on('disconnect', leave);
  // A killed caller gets nothing.
  return (reply) => void process.send?.(reply, undefined, undefined, () => {});
}

/**
 * In the thread: does the work, one piece after the other. A process ends when its caller has gone, and
 * running work is aborted.
 * @param open makes the handler of work from the thread's data
 * @param isUrgent whether a piece goes before all waiting ones
 */
export async function serveThread<Data, Work, Answer, Progress = never>(
  open: (data: Data) => Handler<Work, Answer, Progress> | Promise<Handler<Work, Answer, Progress>>,
  isUrgent: (work: Work) => boolean = () => false,
): Promise<void> {
  const tasks: Task<Work>[] = [];
  let running: Task<Work> | undefined;
  let wake = (): void => {};
  const abort = (isMeant: (task: Task<Work>) => boolean): void => {
    for (const task of [running, ...tasks]) if (task && isMeant(task)) task.control.abort();
  };
  const take = (request: Request<Work>): void => {
    const { id } = request;
    if (request.kind === 'abort') abort((task) => task.id === id);
    else {
      tasks.push({ id, work: request.work, control: new AbortController() });
      wake();
    }
  };
  const post = hearCaller<Request<Work>, Reply<Answer, Progress>>(take, () => abort(() => true));
  if (post === null) return;
  const handle = await open(workerData);
  for (;;) {
    // Takes new messages first: they may abort waiting work, or go before it.
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
    if (signal.aborted) throw interrupted();
    return { id, kind: 'answer', answer: await handle(work, { signal, onProgress }) };
  } catch (error) {
    if (!(error instanceof NewsprintError)) return { id, kind: 'error', error: null };
    const { message, code, hint } = error;
    return { id, kind: 'error', error: { message, code, hint } };
  }
}
