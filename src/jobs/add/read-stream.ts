// Reads a stream whole: bounded in size, and given up when it stays silent.
import { interrupted, NewsprintError } from '../../core/errors.ts';
import { systemReason } from '../../library/files/system-error.ts';
import type { JobHost } from '../job-host.ts';

const LARGEST = 10 * 1024 * 1024;
const SILENCE = 5000;

interface StreamLimits {
  /** Milliseconds without a byte; `null` waits for a person at a keyboard. */
  readonly silence?: number | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes of a stream.
 * @param name how the error calls it: `standard input`
 * @throws NewsprintError `unreadable` past 10 MiB, after 5 s of silence, or where reading fails
 */
export async function readStreamBytes(
  stream: AsyncIterable<Buffer | string>,
  name: string,
  { silence = SILENCE, signal }: StreamLimits = {},
): Promise<Buffer> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const next = await withSilence(iterator.next(), { silence, signal }, name);
    if (next.done === true) return Buffer.concat(chunks);
    const chunk = Buffer.from(next.value);
    size += chunk.length;
    if (size > LARGEST) throw unreadable(name, `larger than ${LARGEST / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
}

/** Standard input; a person at a keyboard has all the time there is. */
export function readStdinBytes(
  { stdin, isStdinTyped }: Pick<JobHost, 'stdin' | 'isStdinTyped'>,
  signal?: AbortSignal,
): Promise<Buffer> {
  const limits = isStdinTyped ? { silence: null, signal } : { signal };
  return readStreamBytes(stdin, 'standard input', limits);
}

async function withSilence<Value>(
  next: Promise<Value>,
  { silence, signal }: Required<StreamLimits>,
  name: string,
): Promise<Value> {
  const control = new AbortController();
  const stop = new Promise<never>((_, reject) => {
    const stopped = (): void => reject(interrupted());
    if (signal?.aborted) stopped();
    signal?.addEventListener('abort', stopped, { signal: control.signal });
    if (silence === null) return;
    const late = (): void => reject(unreadable(name, `silent for ${silence / 1000} s`));
    const timer = setTimeout(late, silence);
    control.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    return await Promise.race([next, stop]);
  } catch (error) {
    throw error instanceof NewsprintError ? error : unreadable(name, systemReason(error), error);
  } finally {
    control.abort();
  }
}

function unreadable(name: string, why: string, cause?: unknown): NewsprintError {
  return new NewsprintError(`${name}: ${why}`, { code: 'unreadable', cause });
}
