// Standard output and error, written at once and without Node's streams where possible.
import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { lazy } from './core/lazy.ts';

/** Where printed text goes. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal; 0 where there is none or its size is unknown. */
  readonly columns: number;
  /** Likewise. */
  readonly rows: number;
  /**
   * Writes all of the text. A file or a pipe is written directly: the streams of Node take three
   * milliseconds of a start that has twenty to load.
   * @throws an error of the system, `EPIPE` where nobody reads any more
   */
  readonly write: (text: string) => Promise<void>;
  /** Writes a message to standard error after the output so far; failures are ignored. */
  readonly writeStderr: (text: string) => void;
  /** Whether standard error can show a line that is redrawn, such as progress. */
  readonly mayDraw: () => boolean;
  /** Whether another program has the terminal. */
  readonly isTaken: () => boolean;
  /** Resolves when everything is written and the terminal is given back. */
  readonly end: () => Promise<void>;
}

const ALONE = { writeStderr, mayDraw, isTaken: () => false, end: async () => {} };

/** Standard output and error; a terminal is left to Node, which knows its size. */
export function createOutput(): Output {
  if (fstatSync(1).isCharacterDevice()) {
    const { isTTY, columns = 0, rows = 0 } = process.stdout;
    const write = interruptible(writeStream);
    return { ...ALONE, isTerminal: isTTY === true, columns, rows, write };
  }
  const encode = createEncoder();
  const writeAll = async (text: string): Promise<void> => {
    const rest = writeNow(1, encode(text));
    if (rest.length > 0) await writeStream(Buffer.from(rest));
  };
  return { ...ALONE, isTerminal: false, columns: 0, rows: 0, write: interruptible(writeAll) };
}

/** Bytes that most texts have room in. */
const ROOM = 65_536;

/** Encodes text into bytes that are good until the next text: one that fits needs none of its own. */
function createEncoder(): (text: string) => Buffer {
  const room = lazy(() => Buffer.allocUnsafe(ROOM));
  // UTF-8 has up to three bytes for a unit of UTF-16.
  return (text) =>
    3 * text.length > ROOM ? Buffer.from(text) : room().subarray(0, room().write(text));
}

/** Longest time without handling signals (ms). */
const DEAF = 10;

/** Lets signals be handled now and then before a write. */
function interruptible(write: (text: string) => Promise<void>): Output['write'] {
  let heard = Date.now();
  return async (text) => {
    if (Date.now() - heard > DEAF) {
      await new Promise((resolve) => setImmediate(resolve));
      heard = Date.now();
    }
    await write(text);
  };
}

/** Whether standard error is a terminal; Node's streams are loaded only where it may be one. */
function mayDraw(): boolean {
  return fstatSync(2).isCharacterDevice() && process.stderr.isTTY === true;
}

/** Writes to standard error; failures are ignored. */
export function writeStderr(text: string): void {
  try {
    const rest = writeNow(2, Buffer.from(text));
    if (rest.length > 0) process.stderr.write(rest);
  } catch {}
}

function writeStream(data: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', reject);
    process.stdout.write(data, (error) => {
      if (error) return;
      process.stdout.off('error', reject);
      resolve();
    });
  });
}

/** Writes until all is written or a pipe without blocking is full; returns what is left. */
function writeNow(descriptor: number, data: Buffer): Buffer {
  let rest = data;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
  return rest;
}
