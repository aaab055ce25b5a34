// Where the intake gets its bytes: a file, a pipe, standard input, or the web.
import { resolve } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import type { Validators } from '../../library/cache/http-cache.ts';
import { streamFile } from '../../library/files/open-file.ts';
import { readBytes } from '../../library/files/read-text-file.ts';
import { systemReason } from '../../library/files/system-error.ts';
import type { JobHost } from '../job-host.ts';
import { readStdinBytes, readStreamBytes } from './read-stream.ts';
import type { SourceBytes } from './run-intake.ts';

/** Whether a WHAT is on the web. */
export function isUrl(what: string): boolean {
  return /^https?:\/\//i.test(what);
}

/**
 * The bytes of a WHAT of `add` that is no URL.
 * @param signal breaks the reading off
 * @throws NewsprintError in one line, whatever is in the way
 */
export async function readSourceBytes(
  what: string,
  host: JobHost,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  if (what === '-') {
    const bytes = await readStdinBytes(host, signal);
    return notEmpty({ bytes, name: 'standard input', urls: [], found: host.now }, host);
  }
  const path = resolve(host.cwd, what);
  const stream = openStream(path, what);
  if (stream === null) {
    return notEmpty({ bytes: readWhole(path, what), name: what, urls: [], found: null }, host);
  }
  const bytes = await readStreamBytes(stream, what, { signal });
  return notEmpty({ bytes, name: what, urls: [], found: host.now }, host);
}

function notEmpty(source: SourceBytes, { reach }: JobHost): SourceBytes {
  if (source.bytes.length > 0) return reach === 'any' ? { ...source, reach } : source;
  throw new NewsprintError(`${source.name} is empty`, { code: 'unreadable' });
}

function openStream(path: string, what: string): AsyncIterable<Buffer> | null {
  try {
    return streamFile(path);
  } catch (cause) {
    const message = `cannot read ${quoteValue(what)}: ${systemReason(cause)}`;
    throw new NewsprintError(message, { code: 'unreadable', cause });
  }
}

/** `example.org/story`, where there is no such file. */
const ADDRESS = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?\/\S*$/u;

function readWhole(path: string, what: string): Uint8Array {
  try {
    return readBytes(path, what);
  } catch (error) {
    if (!(error instanceof NewsprintError) || !ADDRESS.test(what)) throw error;
    const { message, code } = error;
    const hint = `if it is a page: https://${what}`;
    throw new NewsprintError(message, { code, hint, cause: error });
  }
}

/**
 * A page from the web.
 * @param signal breaks the request off
 */
export async function fetchSource(
  url: string,
  host: Pick<JobHost, 'version' | 'now' | 'reach'>,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  const source = await fetchIfChanged(url, host, null, signal);
  if (source === null) throw new NewsprintError(`${url}: no answer`);
  return source;
}

/** A page, and what the next request can ask with whether it has changed. */
export type FetchedSource = SourceBytes & Validators;

/**
 * A page from the web; `null` where it is as it was.
 * @param known from the last response, `null` asks for the page whatever it is
 */
export async function fetchIfChanged(
  url: string,
  { version, now, reach }: Pick<JobHost, 'version' | 'now' | 'reach'>,
  known: Validators | null,
  signal?: AbortSignal,
): Promise<FetchedSource | null> {
  const { fetchPage } = await import('../../intake/http/request.ts');
  const response = await fetchPage(url, { version, reach, ...known, ...(signal && { signal }) });
  if (response.kind === 'unchanged') return null;
  const { bytes, contentType, etag, lastModified } = response;
  const links = { urls: [url, response.url], reach: response.reach };
  return { bytes, contentType, etag, lastModified, name: url, found: now, ...links };
}
