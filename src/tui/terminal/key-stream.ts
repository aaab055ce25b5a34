// What is done on a terminal, heard without Ink, whose own reading of keys fails on some of them.

import type { ReadStream } from 'node:tty';
import { createKeyDecoder } from './key-decoder.ts';
import type { Input } from './keys.ts';

/** Hears one terminal. */
export function createKeyStream(input: ReadStream) {
  const decoder = createKeyDecoder(() => performance.now());
  let tell: (inputs: readonly Input[]) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  let chunks = 0;
  const emit = (inputs: readonly Input[]) => {
    if (inputs.length > 0) tell(inputs);
    wait();
  };
  /** What came while the reader was busy is read before anyone gives up waiting for it. */
  const wait = () => {
    clearTimeout(timer);
    const patience = decoder.patience();
    if (patience === null) return;
    const before = chunks;
    const giveUp = () => {
      if (chunks === before) emit(decoder.flush());
    };
    timer = setTimeout(() => setImmediate(giveUp), patience).unref();
  };
  const read = (chunk: Buffer | string) => {
    chunks += 1;
    emit(decoder.read(String(chunk)));
  };
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
