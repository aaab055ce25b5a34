// Why a request failed, in a few words a reader understands.
import { cleanLine } from '../../core/clean.ts';

const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host could not be looked up; is this machine online?',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  EPIPE: 'the connection was broken off',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection was broken off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached; is this machine online?',
  ETIMEDOUT: 'no answer in time',
  CERT_HAS_EXPIRED: 'TLS: the certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS: the certificate is signed by nobody else',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS: the certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS: the certificate cannot be verified',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS: the certificate is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS: the certificate is for another host',
};

const DEEPEST = 5;

/** Errors of a machine without any network, not of a server. */
const OFFLINE = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN']);

/** Whether a request failed for want of a network, so that the server is not to blame. */
export function isOffline(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < DEEPEST && cause !== undefined; depth += 1) {
    if (OFFLINE.has(textOf(cause, 'code'))) return true;
    cause = property(cause, 'cause') ?? firstError(cause);
  }
  return false;
}

/** @param timeout what the request was given, in ms */
export function describeFailure(error: unknown, timeout: number): string {
  if (nameOf(error) === 'TimeoutError')
    return `no answer within ${Math.max(1, Math.round(timeout / 1000))} s`;
  let cause = error;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const code = textOf(cause, 'code');
    const known = CODES[code];
    if (known !== undefined) return known;
    if (/^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_)/.test(code))
      return `TLS: ${tlsReason(textOf(cause, 'message'))}`;
    if (code.startsWith('HPE_')) return 'what answers there is no web server';
    if (/^Z_|^ERR_?_?BROTLI|^ERR__/.test(code)) return 'the answer cannot be unpacked';
    const deeper = property(cause, 'cause') ?? firstError(cause);
    if (deeper === undefined) break;
    cause = deeper;
  }
  return cleanLine(textOf(cause, 'message')) || 'the request failed';
}

/** OpenSSL's reason without numbers and files: `…:SSL routines:f:wrong version number:…`. */
function tlsReason(message: string): string {
  const reason = /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
  return cleanLine(reason ?? message);
}

/** Of several addresses tried, what became of the first. */
function firstError(error: unknown): unknown {
  const errors = property(error, 'errors');
  return Array.isArray(errors) ? errors[0] : undefined;
}

function nameOf(error: unknown): string {
  return textOf(error, 'name');
}

function textOf(error: unknown, name: string): string {
  const value = property(error, name);
  return typeof value === 'string' ? value : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
