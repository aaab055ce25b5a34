// What the file of each worker thread loads, built to thread.cjs beside them: runs the thread's chunk.

import { basename } from 'node:path';
import { runBuild } from './run-build.ts';

/** When a thread has run what it needs, in ms; it ends without a word. */
const SETTLED = 1000;

export function runThread(file: string): void {
  const entry = basename(file);
  const atEnd = (keep: () => void): void => void setTimeout(keep, SETTLED).unref();
  runBuild({ folder: __dirname, entry, kind: basename(entry, '.cjs'), atEnd });
}
