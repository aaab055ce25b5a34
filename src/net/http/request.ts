// The web: one request for a page, with all its bounds; the only file of the floor that asks it.
import { cleanLine } from '../../core/clean.ts';
import { interrupted, NewsprintError } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { httpUrl, withoutLogin } from '../../core/url/clean-url.ts';
import { truncate } from '../../text/width.ts';
import {
  type AllowedAddresses,
  addressJudge,
  allowedAfter,
  isPublicAddress,
} from './allowed-addresses.ts';
import {
  ask,
  type JudgeAddress,
  RefusedAddress,
  type Reply,
  type TakePiece,
  TooLarge,
  userAgent,
} from './connection.ts';
import { describeFailure } from './http-errors.ts';

export interface RequestOptions {
  /** This program's version, for the user agent. */
  readonly version: string;
  /** From the last answer: the page is only sent again where it has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Breaks the request off. */
  readonly signal?: AbortSignal;
  /** For the whole request, in ms; 30 s without it. */
  readonly timeout?: number | undefined;
  /** Of the body, unpacked, in bytes; 10 MiB without it. */
  readonly limit?: number;
  readonly accept?: string;
  /** Whether what is declared as of a type is worth its bytes; without it all is. */
  readonly isWanted?: (contentType: string) => boolean;
  /** Takes the body piece by piece, as it is to be stored; `bytes` are none then. */
  readonly onPiece?: TakePiece;
  /** `named` without it. */
  readonly allowed?: AllowedAddresses | undefined;
  /** Which addresses are public; by default those that are. */
  readonly isPublic?: JudgeAddress;
}

/** Where the redirects led that are for good (301, 308); `null` where the first was none. */
interface Moved {
  readonly moved: string | null;
}

export type HttpResponse =
  | ({ readonly kind: 'unchanged' } & Moved)
  | ({
      readonly kind: 'page';
      /** After redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** For requests that the page leads to. */
      readonly allowed: AllowedAddresses;
    } & Moved);

/** A status of 400 and up. */
export interface Refusal {
  readonly kind: 'refused';
  /** After redirects, without a password. */
  readonly url: string;
  readonly status: number;
  /** In words: `the server answered 503 Service Unavailable`. */
  readonly message: string;
  /** The header's value, as it was sent (RFC 9110, 10.2.3). */
  readonly retryAfter: string | null;
}

const TIMEOUT = 30_000;
const LIMIT = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
/** Of what a server says, in columns. */
const MOST_SHOWN = 80;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPT = 'text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1';

/**
 * Fetches a page.
 * @throws NewsprintError `failed` or `not-found` in one line: no such host, a bad certificate, no
 *   answer in time, a status of 400 and up, too many redirects, one to no web address or to one that it
 *   may not lead to, too large
 */
export async function fetchPage(url: string, options: RequestOptions): Promise<HttpResponse> {
  const answer = await request(url, options);
  if (answer.kind !== 'refused') return answer;
  const { status, message } = answer;
  const code = status === 404 || status === 410 ? 'not-found' : 'failed';
  throw new NewsprintError(`${answer.url}: ${message}`, { code });
}

/**
 * The same, where a refusal is an answer like another. A user name and a password in the address
 * are sent as HTTP's Basic authentication, to that server only, and named in no message.
 * @throws NewsprintError as `fetchPage`, but for a status; its cause is the system's
 */
export async function request(
  url: string,
  options: RequestOptions,
): Promise<HttpResponse | Refusal> {
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
    if (options.signal?.aborted) throw interrupted(error);
    const why = describeFailure(deadline.aborted ? deadline.reason : error, timeout);
    throw failed(target, why, { cause: error });
  }
}

/** Follows redirects: each target is checked before it is asked. */
async function follow(
  start: string,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<HttpResponse | Refusal> {
  const { isPublic = isPublicAddress } = options;
  let { allowed = 'named' } = options;
  let url = withoutLogin(start);
  let moved: string | null = null;
  let isForGood = true;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const headers = { ...headersOf(options), ...loginFor(url, start) };
    const judge = addressJudge(allowed, isPublic);
    const reply = await ask(new URL(url), headers, judge, signal).catch((error: unknown) => {
      throw error instanceof RefusedAddress ? refused(start, url, error, allowed) : error;
    });
    allowed = allowedAfter(allowed, reply.address, isPublic(reply.address));
    const location = reply.header('location');
    if (!REDIRECTS.has(reply.status) || location === null) {
      return readAnswer(url, reply, options, { moved, allowed });
    }
    reply.letGo();
    const next = httpUrl(location, url);
    if (next === null)
      throw failed(start, `redirected to ${shown(location)}, which is no web address`);
    url = withoutLogin(next);
    isForGood &&= reply.status === 301 || reply.status === 308;
    if (isForGood) moved = url;
  }
  throw failed(start, `more than ${MOST_REDIRECTS} redirects`);
}

function refused(
  start: string,
  url: string,
  { address }: RefusedAddress,
  allowed: AllowedAddresses,
): NewsprintError {
  const where = url === withoutLogin(start) ? 'it is' : `redirected to ${shown(url)}, which is`;
  const why = `${where} at ${address}: no ${allowed === 'public' ? 'public ' : ''}page may lead there`;
  return failed(start, why, { hint: '--allow-private goes there' });
}

/** What a server says, in a message. */
function shown(said: string): string {
  return truncate(cleanLine(said), MOST_SHOWN);
}

function headersOf(options: RequestOptions): Record<string, string> {
  const { version, etag, lastModified, accept = ACCEPT, onPiece } = options;
  return {
    ...userAgent(version),
    accept,
    'accept-language': 'en,*;q=0.5',
    ...(onPiece && { 'accept-encoding': 'identity' }),
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

/** Another server gets none (RFC 9110, 11.6.2). */
function loginFor(url: string, start: string): Record<string, string> {
  const { username, password, origin } = new URL(start);
  if ((username === '' && password === '') || new URL(url).origin !== origin) return {};
  const decode = (text: string): string => tryOr(() => decodeURIComponent(text), text);
  const login = Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64');
  return { authorization: `Basic ${login}` };
}

async function readAnswer(
  url: string,
  { status, statusText, header, read, letGo }: Reply,
  { limit = LIMIT, isWanted = () => true, onPiece }: RequestOptions,
  { moved, allowed }: Moved & { readonly allowed: AllowedAddresses },
): Promise<HttpResponse | Refusal> {
  if (status < 200 || status > 299) letGo();
  if (status === 304) return { kind: 'unchanged', moved };
  if (status < 200 || status > 299) {
    const message = `the server answered ${cleanLine(`${status} ${shown(statusText)}`)}`;
    return { kind: 'refused', url, status, message, retryAfter: header('retry-after') };
  }
  const contentType = header('content-type') ?? '';
  if (!isWanted(contentType)) {
    letGo();
    const message = `${url}: not an article: ${shown(contentType)}`;
    throw new NewsprintError(message, { code: 'unreadable' });
  }
  const bytes = await read(limit, onPiece).catch((error: unknown) => {
    const size = `${Math.round(limit / 1024 / 1024) || 1} MiB`;
    throw error instanceof TooLarge ? failed(url, `larger than ${size}`) : error;
  });
  return {
    kind: 'page',
    url,
    bytes,
    contentType,
    moved,
    allowed,
    etag: header('etag'),
    lastModified: header('last-modified'),
  };
}

function failed(
  url: string,
  why: string,
  details?: { readonly hint?: string; readonly cause?: unknown },
): NewsprintError {
  return new NewsprintError(`${withoutLogin(url)}: ${why}`, details);
}
