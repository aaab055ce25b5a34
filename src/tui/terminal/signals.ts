// Signals of the system while the reader has the terminal, and while others have it.
import process from 'node:process';

/** How long a stop may be ignored, as in an orphaned group, before the reader comes back (ms). */
const STOP_WAIT = 100;
const FATAL = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const;

/** Runs `onLoss` before the process dies of a signal or simply ends; returns how to stop that. */
export function guard(onLoss: () => void): () => void {
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
export function uninterrupted<Result>(use: () => Result): Result {
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

/**
 * How the reader is stopped, as Ctrl-Z stops a program, and comes back.
 * @param giveBack lets go of the terminal; resolves to what takes it again
 */
export function createStops(giveBack: () => Promise<() => void>) {
  let stop = () => {};
  let stopped: Promise<void> | null = null;
  const stopGroup = async () => {
    const takeAgain = await giveBack();
    process.off('SIGTSTP', stop);
    await waitForReturn();
    process.on('SIGTSTP', stop);
    stopped = null;
    takeAgain();
  };
  return {
    /** Stops the whole foreground group; resolves when the reader is back. */
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
    close: () => void process.off('SIGTSTP', stop),
  };
}
