// Watches the folder of the journals, so that what others write in them is seen at once.
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { STATE_FOLDER } from './journal-file.ts';

/** Where the system reports nothing, as on a network's disk, it is looked so often; in ms. */
const LOOKING_EVERY = 700;

/**
 * Calls back when journals may have been written, and at intervals; the caller looks what changed.
 * Keeps no process alive.
 */
export function watchJournals(root: string, onEvent: () => void): () => void {
  let watcher: FSWatcher | null = null;
  let isWaiting = false;
  const close = () => {
    watcher?.close();
    watcher = null;
  };
  /** One write may be several events: they are noticed as one. */
  const notice = () => {
    if (!isWaiting) setImmediate(report).unref();
    isWaiting = true;
  };
  const report = () => {
    isWaiting = false;
    if (!isStopped) onEvent();
  };
  const open = () => {
    try {
      const folder = join(root, STATE_FOLDER);
      watcher ??= watch(folder, { persistent: false }, notice).once('error', close);
    } catch {
      // It is not there yet, or the system has no more watches: the timer is enough.
    }
  };
  let isStopped = false;
  const timer = setInterval(() => {
    open();
    onEvent();
  }, LOOKING_EVERY).unref();
  open();
  return () => {
    isStopped = true;
    clearInterval(timer);
    close();
  };
}
