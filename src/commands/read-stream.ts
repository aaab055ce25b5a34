// Reads a stream whole: bounded in size, and given up when it stays silent.

import { NewsprintError } from '../core/errors.ts';
import { systemReason } from '../library/system-error.ts';
import type { Io } from './io.ts';

const LARGEST = 10 * 1024 * 1024;
const SILENCE = 5000;

/** Bounds of one read. */
interface StreamLimits {
  /** Bytes. */
  readonly largest?: number;
  /** Milliseconds without a byte; `null` waits for a person at a keyboard. */
  readonly silence?: number | null;
}

/**
 * The bytes of a stream.
 * @param name how the error calls it: `standard input`
 * @throws NewsprintError `unreadable` past 10 MiB, after 5 s of silence, or where reading fails
 */
export async function readStreamBytes(
  stream: AsyncIterable<Buffer | string>,
  name: string,
  { largest = LARGEST, silence = SILENCE }: StreamLimits = {},
): Promise<Buffer> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const next = await withSilence(iterator.next(), silence, name);
    if (next.done === true) return Buffer.concat(chunks);
    const chunk = Buffer.from(next.value);
    size += chunk.length;
    if (size > largest) throw unreadable(name, `larger than ${largest / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
}

/** Standard input; a person at a keyboard has all the time there is. */
export async function readStdin(io: Pick<Io, 'stdin' | 'inIsTerminal'>): Promise<string> {
  return (await readStdinBytes(io)).toString('utf8');
}

/** The same as bytes. */
export function readStdinBytes({
  stdin,
  inIsTerminal,
}: Pick<Io, 'stdin' | 'inIsTerminal'>): Promise<Buffer> {
  return readStreamBytes(stdin, 'standard input', inIsTerminal ? { silence: null } : {});
}

async function withSilence<Value>(
  next: Promise<Value>,
  silence: number | null,
  name: string,
): Promise<Value> {
  if (silence === null) return next;
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreadable(name, `silent for ${silence / 1000} s`)), silence);
  });
  try {
    return await Promise.race([next, silent]);
  } catch (error) {
    throw error instanceof NewsprintError ? error : unreadable(name, systemReason(error), error);
  } finally {
    clearTimeout(timer);
  }
}

function unreadable(name: string, why: string, cause?: unknown): NewsprintError {
  return new NewsprintError(`${name}: ${why}`, { code: 'unreadable', cause });
}
