// The terminal itself: takes it over, and gives it back on every way out.
import { closeSync, openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { ReadStream } from 'node:tty';
import { tryOr } from '../../core/try-or.ts';
import type { PictureTrait } from '../../text/pictures/picture-ways.ts';
import { createKeyDecoder } from './key-decoder.ts';
import { type Input, knownSize, type Size } from './keys.ts';
import { createModes, MOUSE, PLAIN_ESCAPE, type Takeover } from './modes.ts';
import { createQuestion } from './question.ts';
import type { Report, TerminalChange } from './reports.ts';

/** How long a stop may be ignored, as in an orphaned group, before the reader comes back (ms). */
const STOP_WAIT = 100;
/** How long after its return the terminal is asked again (ms). */
const RETURN_WAIT = 200;
const FATAL = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const;

/** The terminal a reader draws on and hears. */
export type Terminal = ReturnType<typeof openTerminal>;

function openDevice(): number {
  return openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r+');
}

/** True where there is a terminal to take keys from, be standard input one or not. */
export function hasKeyboard(): boolean {
  return process.stdin.isTTY || tryOr(() => closeSync(openDevice()) === undefined, false);
}

/** Keys come from standard input, or from the terminal device where that is a pipe. */
function openInput(): { readonly input: ReadStream; readonly close: () => void } {
  if (process.stdin.isTTY) return { input: process.stdin, close: () => process.stdin.pause() };
  const fd = openDevice();
  try {
    const input = new ReadStream(fd);
    return { input, close: () => input.destroy() };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Writes at once, whatever state the process is in; a terminal that has gone is no error. */
function writeNow(text: string): void {
  // One that was closed (SIGHUP) or is full nobody could read more of.
  tryOr(() => writeSync(1, text), 0);
}

/** Runs `onLoss` before the process dies of a signal or simply ends; returns how to stop that. */
function guard(onLoss: () => void): () => void {
  const die = (signal: NodeJS.Signals) => {
    release();
    try {
      onLoss();
    } finally {
      process.kill(process.pid, signal);
    }
  };
  const release = () => {
    process.off('exit', onLoss);
    for (const signal of FATAL) process.off(signal, die);
  };
  process.on('exit', onLoss);
  for (const signal of FATAL) process.on(signal, die);
  return release;
}

const ignore = () => {};

/** Without listeners of the interrupt while `use` runs: Ctrl-C is then the other program's. */
function uninterrupted<Result>(use: () => Result): Result {
  const listeners = process.listeners('SIGINT').filter((listener) => listener !== ignore);
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', ignore);
  try {
    return use();
  } finally {
    // A signal that came meanwhile is delivered in the next turn of the loop.
    setImmediate(() =>
      setImmediate(() => {
        process.off('SIGINT', ignore);
        for (const listener of listeners) process.on('SIGINT', listener);
      }),
    );
  }
}

function waitForReturn(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      process.off('SIGCONT', done);
      resolve();
    };
    const timer = setTimeout(done, STOP_WAIT);
    process.on('SIGCONT', done);
    process.kill(0, 'SIGTSTP');
  });
}

/** Hears one terminal without Ink, whose own reading of keys fails on some of them. */
function createKeyStream(input: ReadStream, onReport: (report: Report) => void) {
  const decoder = createKeyDecoder(() => performance.now(), onReport);
  let tell: (inputs: readonly Input[]) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  const emit = (inputs: readonly Input[]) => {
    if (inputs.length > 0) tell(inputs);
    wait();
  };
  /** What came while the reader was busy is read before anyone gives up waiting for it. */
  const wait = () => {
    clearTimeout(timer);
    timer = undefined;
    const patience = decoder.patience();
    if (patience === null) return;
    const giveUp = () => {
      if (timer === own) emit(decoder.flush());
    };
    const own = setTimeout(() => setImmediate(giveUp), patience).unref();
    timer = own;
  };
  const read = (chunk: Buffer | string) => emit(decoder.read(String(chunk)));
  return {
    /** Hands on what is done from now on. @returns how to stop */
    hear(listener: (inputs: readonly Input[]) => void) {
      tell = listener;
      input.setEncoding('latin1');
      input.on('data', read);
      return () => {
        clearTimeout(timer);
        tell = () => {};
        input.off('data', read);
      };
    },
    /** Reads nothing for a while; what is typed then waits in the terminal. */
    pause: () => void input.pause(),
    resume() {
      if (input.listenerCount('data') > 0) input.resume();
    },
  };
}

/** Opens the terminal of this process. Nothing is drawn before `enter`. */
export function openTerminal(how: Takeover) {
  const modes = createModes(how);
  const { stdout } = process;
  const { input, close: closeInput } = openInput();
  let tell: ((told: TerminalChange | PictureTrait) => void) | null = null;
  const question = createQuestion(
    (text) => void stdout.write(text),
    (told) => tell?.(told),
    how,
  );
  const keys = createKeyStream(input, (report) => {
    if (report.type === 'keyboard') writeNow(isEntered ? modes.add(PLAIN_ESCAPE) : '');
    // The keys that came with it were pressed before someone went elsewhere.
    else queueMicrotask(() => question.hear(report));
  });
  let asking: NodeJS.Timeout | undefined;
  /** What changed while someone else had the terminal nobody was told; the next waits for no answer. */
  const comeBack = () => {
    absence.after();
    if (tell !== null) asking = setTimeout(question.ask, RETURN_WAIT).unref();
  };
  let absence = { before: () => '', after: () => {} };
  let isEntered = false;
  const setRaw = (isRaw: boolean) => {
    // Of a terminal that has gone there is nothing left to set.
    if (!input.destroyed) tryOr(() => input.setRawMode(isRaw), input);
  };
  // Keys are the reader's before it is seen: Ctrl-Z on the first frame would stop it as it stands.
  const enter = () => {
    setRaw(true);
    keys.resume();
    isEntered = true;
    writeNow(modes.enter());
  };
  const leave = () => {
    if (!isEntered) return;
    isEntered = false;
    clearTimeout(asking);
    writeNow(modes.leave(absence.before()));
    // Whose the terminal is now gets its keys, and its Ctrl-D would end the input for good.
    keys.pause();
    setRaw(false);
  };
  let lose = () => {};
  const release = guard(() => {
    leave();
    lose();
  });
  const size = () => knownSize(stdout.columns, stdout.rows);
  let stop = () => {};
  let stopped: Promise<void> | null = null;
  const stopGroup = async () => {
    while (question.waiting() !== null) await question.waiting();
    leave();
    process.off('SIGTSTP', stop);
    await waitForReturn();
    process.on('SIGTSTP', stop);
    stopped = null;
    enter();
    comeBack();
  };
  return {
    keys,
    size,
    /** While someone else has the terminal nothing is written: its flow may be stopped there. */
    write(text: string) {
      if (isEntered) stdout.write(text);
    },
    enter,
    /** Clicks and the wheel are the reader's from now on, or the terminal's. */
    takeMouse(isTaken: boolean) {
      const change = isTaken ? modes.add(MOUSE) : modes.drop(MOUSE);
      if (isEntered) writeNow(change);
    },
    /**
     * Asks the terminal what it is like.
     * @param listener told of that, and of what changes later
     * @param passes whether pictures may come through tmux
     */
    ask(listener: (told: TerminalChange | PictureTrait) => void, passes = false) {
      tell = listener;
      if (passes) question.askThrough();
      question.ask();
    },
    /** What is done beside its modes when others have it: written before, and called after that. */
    onAbsence(what: typeof absence) {
      absence = what;
    },
    /** Resolves when an answer is there that whoever has the terminal next would take for keys. */
    answered: question.waiting,
    /** Gives the terminal to someone else for a while, such as an editor. */
    lend<Result>(use: () => Result): Result {
      leave();
      try {
        return uninterrupted(use);
      } finally {
        enter();
        comeBack();
      }
    },
    /** Stops the whole foreground group, as Ctrl-Z does; resolves when the reader is back. */
    async suspend() {
      if (process.platform === 'win32') return;
      stopped ??= stopGroup();
      await stopped;
    },
    /** Called when someone else asks the reader to stop, as `kill -TSTP` does: it is to suspend. */
    onStop(listener: () => void) {
      stop = listener;
      process.on('SIGTSTP', stop);
    },
    /** Tells each size from now on, the present one first. @returns how to stop listening */
    onSize(listener: (size: Size) => void) {
      const resized = () => listener(size());
      resized();
      stdout.on('resize', resized);
      return () => void stdout.off('resize', resized);
    },
    /** Called when the process dies of a signal or simply ends, after the terminal was given back. */
    onLoss(listener: () => void) {
      lose = listener;
    },
    /** Leaves for good and lets go of everything. */
    close() {
      release();
      process.off('SIGTSTP', stop);
      leave();
      closeInput();
    },
  };
}
