// Why a request failed, in a few words a reader understands.
import { cleanLine } from '../../core/clean.ts';
import failures from './failures.json' with { type: 'json' };

/** What is said of the codes of Node's errors. */
const SAID: ReadonlyMap<string, string> = new Map(Object.entries(failures));

const DEEPEST = 5;

/** Errors of a machine without any network, not of a server. */
const OFFLINE = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN']);

/** Whether a request failed for want of a network, so that the server is not to blame. */
export function isOffline(error: unknown): boolean {
  return causesOf(error).some((cause) => OFFLINE.has(textOf(cause, 'code')));
}

/** An error and what it came of; of several addresses tried, what became of the first. */
function causesOf(error: unknown, depth = 1): readonly unknown[] {
  const errors = property(error, 'errors');
  const cause = property(error, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
  if (cause === undefined || depth === DEEPEST) return [error];
  return [error, ...causesOf(cause, depth + 1)];
}

/** @param timeout what the request was given, in ms */
export function describeFailure(error: unknown, timeout: number): string {
  if (textOf(error, 'name') === 'TimeoutError')
    return `no answer within ${Math.max(1, Math.round(timeout / 1000))} s`;
  const causes = causesOf(error);
  for (const cause of causes) {
    const code = textOf(cause, 'code');
    const known = SAID.get(code);
    if (known !== undefined) return known;
    if (/^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_)/.test(code)) {
      const message = textOf(cause, 'message');
      return `TLS: ${cleanLine(OPENSSL.exec(message)?.[1] ?? message)}`;
    }
    if (code.startsWith('HPE_')) return 'what answers there is no web server';
    if (/^Z_|^ERR_?_?BROTLI|^ERR__/.test(code)) return 'the answer cannot be unpacked';
  }
  return cleanLine(textOf(causes.at(-1), 'message')) || 'the request failed';
}

/** OpenSSL's reason without numbers and files: `…:SSL routines:f:wrong version number:…`. */
const OPENSSL = /:SSL routines:[^:]*:([^:]+)/;

function textOf(error: unknown, name: string): string {
  const value = property(error, name);
  return typeof value === 'string' ? value : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
