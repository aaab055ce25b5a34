// What is typed on a terminal, as the stream Ink hears.

import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { createKeyFilter } from './key-filter.ts';

/** A terminal's keys without its answers, in the shape Ink takes a terminal in. */
export interface KeyStream extends PassThrough {
  readonly isTTY: true;
  setRawMode(isRaw: boolean): KeyStream;
  ref(): void;
  unref(): void;
  /** Lets go of the terminal. */
  release(): void;
}

/** Hears a terminal. */
export function createKeyStream(input: ReadStream): KeyStream {
  const filter = createKeyFilter(() => performance.now());
  const keys = new PassThrough();
  const hear = (chunk: Buffer | string) => {
    const typed = filter(String(chunk));
    if (typed !== '') keys.write(typed);
  };
  input.setEncoding('utf8');
  input.on('data', hear);
  return Object.assign(keys, {
    isTTY: true as const,
    setRawMode(isRaw: boolean) {
      if (!input.destroyed) input.setRawMode(isRaw);
      return this as KeyStream;
    },
    ref: () => void input.ref(),
    unref: () => void input.unref(),
    release: () => void input.off('data', hear),
  });
}
