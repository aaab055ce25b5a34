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

export function isUrl(what: string): boolean {
  return /^https?:\/\//i.test(what);
}

/**
 * The bytes of a word of `add` that is no URL.
 * @throws NewsprintError in one line, whatever is in the way
 */
export async function readSourceBytes(
  what: string,
  host: JobHost,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  const isStdin = what === '-';
  const { bytes, isStream } = isStdin
    ? { bytes: await readStdinBytes(host, signal), isStream: true }
    : await readFileBytes(resolve(host.cwd, what), what, signal);
  const name = isStdin ? 'standard input' : what;
  if (bytes.length === 0) throw new NewsprintError(`${name} is empty`, { code: 'unreadable' });
  const allowed = host.allowed === 'any' && { allowed: host.allowed };
  return { bytes, name, urls: [], found: isStream ? host.now : null, ...allowed };
}

/** Looks like an address without its scheme: `example.org/story`. */
const ADDRESS = /^(?:[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(localhost))(?::\d+)?\/\S*$/u;

/**
 * The bytes of a file, or of a pipe or device that has a name.
 * @throws NewsprintError `unreadable`, `interrupted`
 */
export async function readFileBytes(
  path: string,
  shown: string,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Buffer; readonly isStream: boolean }> {
  try {
    const stream = streamFile(path);
    if (stream === null) return { bytes: readBytes(path, shown), isStream: false };
    return { bytes: await readStreamBytes(stream, shown, { signal }), isStream: true };
  } catch (cause) {
    const isKnown = cause instanceof NewsprintError;
    const message = `cannot read ${quoteValue(shown)}: ${systemReason(cause)}`;
    const [address, local] = ADDRESS.exec(shown) ?? [];
    const scheme = local === undefined ? 'https' : 'http';
    const hint = address === undefined ? undefined : `if it is a page: ${scheme}://${address}`;
    const code = isKnown ? cause.code : 'unreadable';
    throw new NewsprintError(isKnown ? cause.message : message, { code, hint, cause });
  }
}

/** A page from the web. @param signal breaks the request off */
export async function fetchSource(
  url: string,
  host: Pick<JobHost, 'version' | 'now' | 'allowed'>,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  const source = await fetchIfChanged(url, host, null, signal);
  if (source === null) throw new NewsprintError(`${url}: no answer`);
  return source;
}

/** A page, and the validators for the next request. */
export type FetchedSource = SourceBytes & Validators;

/**
 * A page from the web; `null` where it has not changed.
 * @param known validators of the last response; with `null` the page is always sent
 */
export async function fetchIfChanged(
  url: string,
  { version, now, allowed }: Pick<JobHost, 'version' | 'now' | 'allowed'>,
  known: Validators | null,
  signal?: AbortSignal,
): Promise<FetchedSource | null> {
  const { fetchPage } = await import('../../net/http/request.ts');
  const { mayBeArticle: isWanted } = await import('../../intake/sniff.ts');
  const asked = { version, allowed, isWanted, ...known, ...(signal && { signal }) };
  const response = await fetchPage(url, asked);
  if (response.kind === 'unchanged') return null;
  const { bytes, contentType, etag, lastModified } = response;
  const links = { urls: [url, response.url], allowed: response.allowed };
  return { bytes, contentType, etag, lastModified, name: url, found: now, ...links };
}
