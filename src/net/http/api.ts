// A server's programming interface: requests with a login, bounded, which no redirect leads elsewhere.
import { cleanLine } from '../../core/clean.ts';
import { interrupted, NewsprintError } from '../../core/errors.ts';
import { objectOf, parseJson } from '../../core/json.ts';
import { httpUrl, withoutLogin } from '../../core/url/clean-url.ts';
import { truncate } from '../../text/width.ts';
import { isLoopback } from './allowed-addresses.ts';
import { ask, RefusedAddress, type Sending, TooLarge, userAgent } from './connection.ts';
import { describeFailure } from './http-errors.ts';

interface ApiOptions {
  /** What is not shown, though a server says it. */
  readonly secrets: readonly string[];
  /** This program's version, for the user agent. */
  readonly version: string;
  /** Breaks requests off. */
  readonly signal: AbortSignal;
}

export interface ApiRequest extends Sending {
  /** Behind the server's address; begins with a slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Statuses of 400 and up that are an answer like another. */
  readonly fine?: readonly number[];
  /** Of the answer, in bytes; 64 MiB without it. */
  readonly longest?: number | undefined;
}

export interface ApiAnswer {
  /** The server's address, to be named in errors. */
  readonly base: string;
  readonly status: number;
  readonly text: string;
  /** When by the server's clock, and how far this machine's is before it, in ms; `null` where it does not say. */
  readonly clock: { readonly date: number; readonly skew: number } | null;
}

export type CallApi = (request: ApiRequest) => Promise<ApiAnswer>;

/** Some servers take their time for thousands of entries. */
const TIMEOUT = 60_000;
const LARGEST = 64 * 1024 * 1024;
/** Of what a server says, in columns. */
const MOST_SHOWN = 120;

/**
 * The address of a server: https, or this machine itself; with a user's name where there is one.
 * @throws NewsprintError `usage` for any other, and for one with a password
 */
export function serverUrl(text: string): string {
  const fault = (message: string, hint?: string): NewsprintError =>
    new NewsprintError(`${withoutPassword(text)}: ${message}`, { code: 'usage', hint });
  const href = httpUrl(text);
  if (href === null) throw fault('not an http(s) address');
  const { protocol, hostname, password, username, origin, pathname } = new URL(href);
  if (password !== '') throw fault('a password in an address can be seen by others: leave it out');
  if (protocol === 'http:' && hostname !== 'localhost' && !isLoopback(hostname)) {
    throw fault('a login would go over the network as it is', 'name the server by https://');
  }
  const user = username === '' ? '' : `${username}@`;
  return `${origin.replace('//', `//${user}`)}${pathname}`.replace(/\/+$/, '');
}

/** Where it is no address, a password may be anywhere before the sign. */
function withoutPassword(text: string): string {
  const shown = text.replace(/(\/\/[^/@:]*):[^/]*@/, '$1@');
  return cleanLine(/:(?!\/\/)[^@]*@/.test(shown) ? shown.replace(/^.*@/s, '…@') : shown);
}

/**
 * Requests to a server.
 * @param url as `serverUrl` gives it
 * @returns what throws NewsprintError `failed` in one line: no answer, a redirect, too large, a status
 *   of 400 and up, a page for people
 */
export function createApi(url: string, { version, signal, secrets }: ApiOptions): CallApi {
  const base = withoutLogin(url).replace(/\/+$/, '');
  const isHere = base.startsWith('http:');
  const askOnce = async (request: ApiRequest, within: AbortSignal) => {
    const { path, headers, longest = LARGEST, ...sending } = request;
    const target = new URL(base + path);
    const judge = (address: string): boolean => !isHere || isLoopback(address);
    const reply = await ask(target, { ...userAgent(version), ...headers }, judge, within, sending);
    const date = Date.parse(reply.header('date') ?? '');
    const clock = Number.isNaN(date) ? null : { date, skew: Date.now() - date };
    const text = Buffer.from(await reply.read(longest)).toString('utf8');
    return { reply, clock, text };
  };
  return async (request) => {
    const deadline = AbortSignal.timeout(TIMEOUT);
    const within = AbortSignal.any([signal, deadline]);
    const answered = await askOnce(request, within).catch((cause: unknown) => {
      if (signal.aborted) throw interrupted(cause);
      throw new NewsprintError(`${base}: ${failureOf(cause, deadline)}`, { cause });
    });
    const { reply, clock, text } = answered;
    const { status, statusText } = reply;
    // A proxy in front of the server says so that it is down, or asks for a login.
    if (status < 300 && /^\s*</.test(text)) throw noAnswer(base, 'it answered with a web page');
    if (status < 300 || request.fine?.includes(status)) return { base, status, text, clock };
    const hide = (said: string): string =>
      secrets.reduce((shown, secret) => (secret ? shown.replaceAll(secret, '…') : shown), said);
    throw refusal(base, status, hide(statusText), hide(reply.header('location') ?? text));
  };
}

/** Of an answer that is none of an interface. */
export function noAnswer(base: string, message: string): NewsprintError {
  const hint = 'it may be down for a while, or have its interface at another address';
  return new NewsprintError(`${base}: ${message}`, { hint });
}

function failureOf(cause: unknown, deadline: AbortSignal): string {
  if (cause instanceof RefusedAddress) return `${cause.address} is not this machine`;
  if (cause instanceof TooLarge) return `it answered more than ${LARGEST / 1024 / 1024} MiB`;
  return describeFailure(deadline.aborted ? deadline.reason : cause, TIMEOUT);
}

/** @param said where it leads, else its body */
function refusal(base: string, status: number, statusText: string, said: string): NewsprintError {
  const shown = (text: string): string => truncate(cleanLine(text), MOST_SHOWN);
  if (status < 400) {
    const hint = 'name the server by that address';
    return new NewsprintError(`${base}: it leads to ${shown(said)}`, { hint });
  }
  const reason = objectOf(parseJson(said))['error_message'];
  const why = typeof reason === 'string' ? `: ${shown(reason)}` : '';
  const message = `${base}: the server answered ${shown(`${status} ${statusText}`)}${why}`;
  const isLogin = status === 401 || status === 403;
  return new NewsprintError(message, { cause: status, hint: isLogin ? LOGIN_HINT : undefined });
}

const LOGIN_HINT = 'it does not take the user name or the password';
