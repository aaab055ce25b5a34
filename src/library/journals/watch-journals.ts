// Watches the folder of the journals, so that what others write in them is seen at once.
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { STATE_FOLDER } from './journal-file.ts';

/** Where the system tells nothing, as on a network's disk, somebody has to look; in ms. */
const LOOKING_EVERY = 700;

function watchFolder(path: string, onEvent: () => void, onLoss: () => void): FSWatcher | null {
  try {
    return watch(path, { persistent: false }, onEvent).once('error', onLoss);
  } catch {
    // It is not there yet, or the system has no more watches: then looking must do.
    return null;
  }
}

/**
 * Calls back when journals may have been written, and now and then besides; what changed is for the
 * caller to look. Keeps no process alive.
 * @returns how to stop
 */
export function watchJournals(root: string, onStir: () => void): () => void {
  let watcher: FSWatcher | null = null;
  let isStirring = false;
  const close = () => {
    watcher?.close();
    watcher = null;
  };
  /** One write may be several events: they are one stir. */
  const stir = () => {
    if (!isStirring) setImmediate(settle).unref();
    isStirring = true;
  };
  const settle = () => {
    isStirring = false;
    if (!isStopped) onStir();
  };
  const open = () => {
    watcher ??= watchFolder(join(root, STATE_FOLDER), stir, close);
  };
  let isStopped = false;
  const timer = setInterval(() => {
    open();
    onStir();
  }, LOOKING_EVERY).unref();
  open();
  return () => {
    isStopped = true;
    clearInterval(timer);
    close();
  };
}
