// A lock between processes: of those that change one file, one at a time.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { quoteValue } from '../../core/quote-value.ts';
import { makeFolder } from './make-folder.ts';
import { randomName } from './random-name.ts';
import { systemCode } from './system-error.ts';

/** How long a lock is waited for, and from when on one was left by a machine that broke down (ms). */
const PATIENCE = 15_000;
const OLD = 120_000;
/** A lock has its holder's whole name at once, or never will (ms). */
const NAMELESS = 500;
const NAP = 10;

/** A lock that is held. */
export interface HeldLock {
  /** Whether it still is: a process that slept for long may have lost it. */
  readonly isMine: () => boolean;
}

/**
 * Does what only one process may do at a time. The lock of a process that has died is broken.
 * @param path of the lock's file, absolute; its folder is made
 * @throws NewsprintError `failed` where another holds it for long, else the system's error
 */
export function withLock<Result>(path: string, action: (lock: HeldLock) => Result): Result {
  const name = holderName();
  takeLock(path, name);
  const isMine = (): boolean => readHolder(path) === name;
  try {
    return action({ isMine });
  } finally {
    if (isMine()) rmSync(path, { force: true });
  }
}

/** A process's name in a lock; a line that is torn is nobody's. */
export function holderName(): string {
  return `${process.pid} ${ownHost()} ${randomName()}\n`;
}

/** Loading the module takes a millisecond, and few calls lock anything. */
function ownHost(): string {
  return process.getBuiltinModule('node:os').hostname();
}

function takeLock(path: string, name: string): void {
  const tries = PATIENCE / NAP;
  for (let tried = 0; tried < tries; tried += 1) {
    if (writeNew(path, name)) return;
    breakIfDead(path);
    if (tried > 0) sleep(NAP);
  }
  throw new NewsprintError('another newsprint is at work on it', {
    code: 'failed',
    hint: `if none is, remove ${quoteValue(path)}`,
  });
}

/** @returns false where the file is there already */
export function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  makeFolder(dirname(path));
  return false;
}

/**
 * Removes the lock of a process that has died. Only one process does so at a time, so that none
 * removes what another has just taken.
 */
export function breakIfDead(path: string): void {
  const holder = readHolder(path);
  if (holder === null || !isDead(path, holder)) return;
  const breaking = `${path}.break`;
  if (!writeNew(breaking, '')) {
    if (isOld(breaking, OLD)) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (readHolder(path) === holder) rmSync(path, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}

function isDead(path: string, holder: string): boolean {
  const [pid = '', host = ''] = holder.split(' ');
  if (host === ownHost() && /^\d+$/.test(pid) && !isRunning(Number(pid))) return true;
  return isOld(path, holder.endsWith('\n') ? OLD : NAMELESS);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

function isOld(path: string, age: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > age;
}

/** The name in a lock; `null` where there is none. */
export function readHolder(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
