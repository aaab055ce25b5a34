// What the system says when it refuses, in words.
import { type ErrorCode, NewsprintError } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';

const WORDS = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its path is too long'],
  ['ENOSPC', 'no space left'],
  ['EDQUOT', 'no space left for this user'],
  ['EFBIG', 'the file may not grow any further'],
  ['EMFILE', 'too many open files'],
  ['ENXIO', 'there is nothing behind it'],
  ['EIO', 'the disk fails'],
]);

/** The system's code, `ENOENT`; empty for an error of another kind. */
export function systemCode(error: unknown): string {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : '';
}

/** What an action comes to; where the system answers with this code, the other value. */
export function unlessCode<Value>(code: string, action: () => Value, other: Value): Value {
  try {
    return action();
  } catch (error) {
    if (systemCode(error) === code) return other;
    throw error;
  }
}

/** Whether a file was not there: another process may have moved it since it was found. */
export function isGone(error: unknown): boolean {
  return systemCode(error instanceof NewsprintError ? error.cause : error) === 'ENOENT';
}

/**
 * What is read of a file; `null` where it has gone, and where it cannot be read, which is named.
 * @param onFailure names it
 */
export function readOrName<Value>(
  read: () => Value,
  onFailure: (failure: NewsprintError) => void,
): Value | null {
  return tryKnown<Value | null>(read, (failure) => {
    if (!isGone(failure)) onFailure(failure);
    return null;
  });
}

/** Why a file could not be had: `permission denied`. */
export function systemReason(error: unknown): string {
  if (error instanceof NewsprintError) return error.message;
  const code = systemCode(error);
  return WORDS.get(code) ?? (code || String(error));
}

/** What systems say where a folder is read-only, another's, or none. */
const READ_ONLY = new Set('EACCES EPERM EROFS EISDIR ENOTDIR ELOOP EEXIST'.split(' '));

/**
 * The error of what could not be written: `cannot make the library: permission denied`, `read-only`
 * where it is not the user's to write, else `failed`.
 */
export function writeError(message: string, cause: unknown, hint?: string): NewsprintError {
  const code = READ_ONLY.has(systemCode(cause)) ? 'read-only' : 'failed';
  return new NewsprintError(`${message}: ${systemReason(cause)}`, { code, hint, cause });
}

/**
 * Does what the system may refuse: then the error says what could not be done, and why.
 * @param code of the error; without it `writeError` finds one
 */
export function orRefused<Value>(
  message: string | (() => string),
  action: () => Value,
  code?: ErrorCode,
): Value {
  try {
    return action();
  } catch (cause) {
    const error = writeError(typeof message === 'string' ? message : message(), cause);
    throw code === undefined ? error : new NewsprintError(error.message, { code, cause });
  }
}
