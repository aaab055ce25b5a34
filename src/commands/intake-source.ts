// Where the intake gets its bytes: a file, a pipe, standard input, or the web.

import { resolve } from 'node:path';
import { NewsprintError } from '../core/errors.ts';
import { quoteValue } from '../core/quote.ts';
import { readBytes } from '../library/read-text-file.ts';
import { streamFile } from '../library/stream-file.ts';
import type { SourceBytes } from './intake.ts';
import type { Io } from './io.ts';
import { readStdinBytes, readStreamBytes } from './read-stream.ts';

/**
 * The bytes of a WHAT of `add`.
 * @throws NewsprintError in one line, whatever is in the way
 */
export async function readSourceBytes(what: string, io: Io): Promise<SourceBytes> {
  if (/^https?:\/\//i.test(what)) return fetchSource(what, io);
  const source = what === '-' ? await stdinSource(io) : await fileSource(what, io);
  if (source.bytes.length > 0) return source;
  throw new NewsprintError(`${source.name} is empty`, { code: 'unreadable' });
}

async function stdinSource(io: Io): Promise<SourceBytes> {
  const bytes = await readStdinBytes(io);
  return { bytes, name: 'standard input', urls: [], found: io.now };
}

async function fileSource(what: string, io: Io): Promise<SourceBytes> {
  const path = resolve(io.cwd, what);
  const stream = openStream(path, what);
  const bytes = stream === null ? readBytes(path, what) : await readStreamBytes(stream, what);
  return { bytes, name: what, urls: [], found: stream === null ? null : io.now };
}

function openStream(path: string, what: string): AsyncIterable<Buffer> | null {
  try {
    return streamFile(path);
  } catch (cause) {
    throw new NewsprintError(`cannot read ${quoteValue(what)}`, { code: 'unreadable', cause });
  }
}

/**
 * A page from the web.
 * @param signal breaks the request off
 */
export async function fetchSource(
  url: string,
  { version, now }: Pick<Io, 'version' | 'now'>,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  const { fetchPage } = await import('../intake/http.ts');
  const answer = await fetchPage(url, { version, ...(signal && { signal }) });
  if (answer.kind === 'unchanged')
    throw new NewsprintError(`${url}: no answer`, { code: 'failed' });
  const { bytes, contentType } = answer;
  return { bytes, contentType, name: url, urls: [url, answer.url], found: now };
}
