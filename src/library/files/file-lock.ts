// A lock between processes: of those that change one file, or fetch for one library, one at a time.
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { NewsprintError, shellWord } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { quickDigest } from './digest.ts';
import { inFolder } from './folders.ts';
import { randomName } from './random-name.ts';
import { unlessCode } from './system-error.ts';
import { bootId, isRunning, isRunningInside, processSpace, processStart } from './this-machine.ts';

/** How long a lock is waited for where nothing else can go on meanwhile, and how often it is tried (ms). */
const PATIENCE = 15_000;
const NAP = 10;
/** How long it is waited for without a word (ms). */
const SILENCE = 1000;
/** How often a lock is tried whose holder may have it for minutes (ms). */
const LONG_NAP = 100;
/** From when on a lock was left by another machine that broke down, and how often a holder says it lives (ms). */
const OLD = 120_000;
const BEAT = 20_000;
/** A lock has its holder's whole name at once, or never will (ms). */
const NAMELESS = 500;

/** Called once a lock is waited for for long: the waiting ends, too, where its file is removed. */
export type OnWait = (path: string) => void;

/**
 * Does what only one process may do at a time, and what takes no time. The lock of a process that has
 * died is broken.
 * @param path of the lock's file, absolute; its folder is made
 * @param options `patience`: how long it is waited for (ms)
 * @throws NewsprintError `failed` where another holds it for long, else the system's error
 */
export function withLock<Result>(
  path: string,
  { onWait, patience = PATIENCE }: { onWait?: OnWait | undefined; patience?: number },
  action: (lock: Pick<ReturnType<typeof createLock>, 'isMine'>) => Result,
): Result {
  const lock = createLock(path);
  for (let waited = 0; !lock.take(); waited += NAP) {
    if (waited === SILENCE) onWait?.(path);
    if (waited >= patience) {
      throw new NewsprintError('another newsprint is at work on it', {
        hint: `if none is, remove ${shellWord(path)}`,
      });
    }
    sleep(NAP);
  }
  try {
    return action(lock);
  } finally {
    lock.release();
  }
}

/**
 * Takes the same lock for as long as a long piece of work takes, and waits for it without blocking.
 * @returns what gives it back; `null` where the signal came first
 */
export async function takeLongLock(
  path: string,
  signal: AbortSignal,
  onWait: OnWait,
): Promise<(() => void) | null> {
  const lock = createLock(path);
  for (let waited = 0; !lock.take(); waited += LONG_NAP) {
    if (signal.aborted) return null;
    if (waited === SILENCE) onWait(path);
    await new Promise((resolve) => setTimeout(resolve, LONG_NAP));
  }
  const beat = setInterval(lock.touch, BEAT).unref();
  return () => {
    clearInterval(beat);
    lock.release();
  };
}

function createLock(path: string) {
  // A line that is torn is nobody's.
  const name = processName();
  const isMine = (): boolean => readHolder(path) === name;
  return {
    /** Whether it is held still: a process that slept for long may have lost it. */
    isMine,
    /** @returns false where another process has it */
    take(): boolean {
      if (writeNew(path, name)) return true;
      breakIfDead(path);
      return writeNew(path, name);
    },
    /** Where that cannot be, others may take it for a dead one's; they find what was stored by its name. */
    touch(): void {
      const now = new Date();
      tryOr(() => isMine() && utimesSync(path, now, now), undefined);
    },
    /** What cannot be removed is a dead process's when this one has ended. */
    release(): void {
      tryOr(() => isMine() && rmSync(path, { force: true }), undefined);
    },
  };
}

/** @returns false where the file is there already */
function writeNew(path: string, text: string): boolean {
  const write = (): void => writeFileSync(path, text, { flag: 'wx' });
  return unlessCode('EEXIST', () => inFolder(path, write) === undefined, false);
}

/**
 * Removes the lock of a process that has died. Only one process does so at a time, so that none
 * removes what another has just taken: the one that holds a lock named after the dead one's name,
 * which heals in the same way.
 */
function breakIfDead(path: string): void {
  const holder = readHolder(path);
  if (holder === null || !isDead(path, holder)) return;
  const breaking = createLock(`${path}.${quickDigest(holder)}`);
  if (!breaking.take()) return;
  try {
    if (readHolder(path) === holder && isDead(path, holder)) rmSync(path, { force: true });
  } finally {
    breaking.release();
  }
}

/** What a process calls itself in a file of its own: its number, and when and where that was its. */
export function processName(): string {
  const { pid } = process;
  return `${pid} ${bootId()} ${processStart(pid)} ${processSpace()} ${randomName()}\n`;
}

/**
 * Whether the process has died that called itself so in a file; of one that nothing can be known of,
 * whether it gave no sign of life for long.
 */
export function isDead(path: string, holder: string): boolean {
  if (!holder.endsWith('\n')) return isOld(path, NAMELESS);
  const [pid = '', boot, start = '', space] = holder.split(' ');
  const isOfSpace = space === processSpace();
  if (boot !== bootId()) return isOfSpace || isOld(path, OLD);
  const isThere = isOfSpace ? isRunning(pid, start) : isRunningInside(pid, start);
  return isThere === null ? isOld(path, OLD) : !isThere;
}

function isOld(path: string, age: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > age;
}

/** The name in a lock; `null` where there is none. */
function readHolder(path: string): string | null {
  return unlessCode<string | null>('ENOENT', () => readFileSync(path, 'utf8'), null);
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
