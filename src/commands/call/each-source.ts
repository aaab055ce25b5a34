// The sources of a call to `add`, one after the other: progress, failures, and an end on Ctrl-C.

import { NewsprintError } from '../../core/errors.ts';
import type { Io } from '../../jobs/io.ts';
import type { Call } from './call.ts';
import { createProgress } from './progress.ts';

/** What the work on a source is given. */
export interface SourceWork {
  readonly word: string;
  /** Among the words of the call, from 0. */
  readonly at: number;
  /** Takes the line of progress away, before anything else is written. */
  readonly clear: () => void;
  /** Names a failure; the rest goes on. */
  readonly fail: (error: unknown) => void;
}

/**
 * Does the work on each word of the call, until the signal says that the user has had enough. What
 * cannot be had is named, and the rest goes on.
 */
export async function forEachSource(
  call: Call,
  io: Io,
  signal: AbortSignal | null,
  work: (source: SourceWork) => Promise<void>,
): Promise<void> {
  const progress = createProgress(call, io);
  const fail = (error: unknown): void => {
    progress.clear();
    nameFailure(error, io);
  };
  try {
    for (const [at, word] of call.words.entries()) {
      // A person who types needs the line.
      const isTyped = word === '-' && io.inIsTerminal;
      if (!isTyped) progress.show(`${at + 1} of ${call.words.length}: ${word}`);
      await work({ word, at, clear: progress.clear, fail }).catch(fail);
      // The disk, the terminal and Ctrl-C have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) return;
    }
  } finally {
    progress.end();
  }
}

/** A source is no mistake in the call; of an interruption nothing need be said. */
function nameFailure(error: unknown, io: Io): void {
  if (!(error instanceof NewsprintError)) throw error;
  const { message, code, cause } = error;
  if (code === 'interrupted') return;
  io.fail(code === 'usage' ? new NewsprintError(message, { code: 'failed', cause }) : error);
}
