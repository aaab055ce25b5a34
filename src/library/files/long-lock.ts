// A lock that is held for as long as a long piece of work takes, and waited for without blocking.
import { rmSync, utimesSync } from 'node:fs';
import { breakIfDead, holderName, readHolder, writeNew } from './file-lock.ts';

/** How often it is tried again, and how often its holder says that it is alive (ms). */
const NAP = 100;
const BEAT = 20_000;

/**
 * Waits for a lock; the lock of a process that has died is broken.
 * @param path of the lock's file, absolute; its folder is made
 * @param onWait called once, where another process has it
 * @returns what gives it back; `null` where the signal came first
 * @throws the system's error where the lock cannot be written
 */
export async function takeLongLock(
  path: string,
  signal: AbortSignal,
  onWait: () => void,
): Promise<(() => void) | null> {
  const name = holderName();
  let hasWaited = false;
  while (!writeNew(path, name)) {
    if (signal.aborted) return null;
    breakIfDead(path);
    if (readHolder(path) === null) continue;
    if (!hasWaited) onWait();
    hasWaited = true;
    await new Promise((resolve) => setTimeout(resolve, NAP));
  }
  const beat = setInterval(() => touch(path, name), BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readHolder(path) === name) rmSync(path, { force: true });
  };
}

function touch(path: string, name: string): void {
  try {
    const now = new Date();
    if (readHolder(path) === name) utimesSync(path, now, now);
  } catch {
    // Then others may take it for a dead one's; they find what was stored by its name.
  }
}
