// The keys of the terminal, from standard input or from its device.
import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { ReadStream } from 'node:tty';
import { tryOr } from '../../core/try-or.ts';
import { KeyDecoder } from './key-decoder.ts';
import type { Input } from './keys.ts';
import type { TerminalReply } from './terminal-replies.ts';

function openDevice(): number {
  return openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r+');
}

/** True where there is a terminal to take keys from, be standard input one or not. */
export function hasKeyboard(): boolean {
  return process.stdin.isTTY || tryOr(() => closeSync(openDevice()) === undefined, false);
}

/** Keys come from standard input, or from the terminal device where that is a pipe. */
export function openInput(): { readonly input: ReadStream; readonly close: () => void } {
  if (process.stdin.isTTY) return { input: process.stdin, close: () => process.stdin.pause() };
  const fd = openDevice();
  try {
    const input = new ReadStream(fd);
    return { input, close: () => input.destroy() };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Hears one terminal without Ink, whose own reading of keys fails on some of them. */
export function createKeyStream(input: ReadStream, onReply: (reply: TerminalReply) => void) {
  const decoder = new KeyDecoder(() => performance.now(), onReply);
  let tell: (inputs: readonly Input[]) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  const emit = (inputs: readonly Input[]) => {
    if (inputs.length > 0) tell(inputs);
    wait();
  };
  /** What came while the reader was busy is read before anyone gives up waiting for it. */
  const wait = () => {
    clearTimeout(timer);
    timer = undefined;
    const patience = decoder.patience();
    if (patience === null) return;
    const giveUp = () => {
      if (timer === own) emit(decoder.flush());
    };
    const own = setTimeout(() => setImmediate(giveUp), patience).unref();
    timer = own;
  };
  const read = (chunk: Buffer | string) => emit(decoder.read(String(chunk)));
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
