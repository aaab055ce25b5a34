// The web: one request for a page, with all its bounds; the only file of the floor that asks it.

import { cleanLine } from '../core/clean.ts';
import { NewsprintError } from '../core/errors.ts';
import { httpUrl } from './clean-url.ts';
import { describeFailure } from './http-errors.ts';

/** What a request may take and must say. */
export interface RequestOptions {
  /** This program's version, for the user agent. */
  readonly version: string;
  /** From the last answer: the page is only sent again where it has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Breaks the request off. */
  readonly signal?: AbortSignal;
  /** For the whole request, in ms; 30 s without it. */
  readonly timeout?: number;
  /** Of the body, unpacked, in bytes; 10 MiB without it. */
  readonly limit?: number;
  readonly accept?: string;
}

/** What came back. */
export type Answer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'page';
      /** After redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

const TIMEOUT = 30_000;
const LIMIT = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const ACCEPT = 'text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1';

/**
 * Fetches a page; gzip, deflate and br are unpacked by `fetch` itself.
 * @throws NewsprintError `failed` or `not-found` in one line: no such host, a bad certificate, no
 *   answer in time, a status of 400 and up, too many redirects or one to no web address, too large
 */
export async function fetchPage(url: string, options: RequestOptions): Promise<Answer> {
  const target = httpUrl(url);
  if (target === null)
    throw new NewsprintError(`${cleanLine(url)}: not an http(s) address`, { code: 'usage' });
  const timeout = options.timeout ?? TIMEOUT;
  const deadline = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  try {
    return await follow(target, options, signal);
  } catch (error) {
    if (error instanceof NewsprintError) throw error;
    if (options.signal?.aborted)
      throw new NewsprintError('interrupted', { code: 'interrupted', cause: error });
    throw new NewsprintError(`${target}: ${describeFailure(error, timeout)}`, {
      code: 'failed',
      cause: error,
    });
  }
}

/** Follows redirects itself: each target is checked before it is asked. */
async function follow(
  start: string,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<Answer> {
  let url = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await fetch(url, { headers: headersOf(options), redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (
      response.status < 300 ||
      response.status >= 400 ||
      location === null ||
      response.status === 304
    ) {
      return readAnswer(url, response, options);
    }
    await response.body?.cancel();
    const next = httpUrl(location, url);
    if (next === null)
      throw failed(start, `redirected to ${cleanLine(location)}, which is no web address`);
    url = next;
  }
  throw failed(start, `more than ${MOST_REDIRECTS} redirects`);
}

function headersOf({
  version,
  etag,
  lastModified,
  accept,
}: RequestOptions): Record<string, string> {
  return {
    'user-agent': `newsprint/${version} (terminal news reader)`,
    accept: accept ?? ACCEPT,
    'accept-language': 'en,*;q=0.5',
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

async function readAnswer(
  url: string,
  response: Response,
  options: RequestOptions,
): Promise<Answer> {
  if (response.status === 304) return { kind: 'unchanged' };
  if (!response.ok) {
    await response.body?.cancel();
    const code = response.status === 404 || response.status === 410 ? 'not-found' : 'failed';
    throw new NewsprintError(`${url}: ${statusText(response)}`, { code });
  }
  const bytes = await readBody(url, response, options.limit ?? LIMIT);
  return {
    kind: 'page',
    url,
    bytes,
    contentType: response.headers.get('content-type') ?? '',
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  };
}

function statusText({ status, statusText: words }: Response): string {
  return `the server answered ${cleanLine(`${status} ${words}`)}`;
}

/** Reads the body piece by piece, so that one without an end is cut off at the limit. */
async function readBody(url: string, response: Response, limit: number): Promise<Uint8Array> {
  const tooLarge = failed(url, `larger than ${Math.round(limit / 1024 / 1024) || 1} MiB`);
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function failed(url: string, why: string): NewsprintError {
  return new NewsprintError(`${url}: ${why}`, { code: 'failed' });
}
