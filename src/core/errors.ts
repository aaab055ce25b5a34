// Errors and problems: what went wrong, where, with which value, and the way out.
import { cleanLine } from './clean.ts';

/**
 * Why a call failed; the command line turns it into an exit code.
 * - `usage`: the call was wrong (exit 2)
 * - `interrupted`: the user aborted it (exit 130, no message)
 * - `feed`: the source is a feed, which is to be followed and not kept
 * - `not-found`, `ambiguous`, `unreadable`, `read-only`, else `failed`: it could not be done (exit 1)
 */
export type ErrorCode =
  | 'usage'
  | 'not-found'
  | 'ambiguous'
  | 'unreadable'
  | 'read-only'
  | 'feed'
  | 'failed'
  | 'interrupted';

interface ErrorDetails {
  /** `failed` without it. */
  readonly code?: ErrorCode;
  /** The way out, printed as a second line. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** A user's mistake or something that is not available: one line, never a stack. */
export class NewsprintError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(message: string, { code = 'failed', hint, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'NewsprintError';
    this.code = code;
    this.hint = hint;
  }
}

/** What the user aborted ends with: no message, exit 130. */
export function interrupted(cause?: unknown): NewsprintError {
  return new NewsprintError('interrupted', { code: 'interrupted', cause });
}

/** A bad item in an otherwise good file: named, counted as absent, never thrown. */
export interface Problem {
  /** Path from the library's root, with `/`. */
  readonly path: string;
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** For example: bad date '2021-13-45' in "published". */
  readonly message: string;
}

/** A problem in a file that is named elsewhere. */
export type Fault = Omit<Problem, 'path'>;

/** A problem in one line: `articles/x.md:4:9: bad date '2021-13-45' in "published"`. */
export function formatProblem({ path, line, column, message }: Problem): string {
  const place = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
  return `${path}${place.join('')}: ${message}`;
}

/** The first problem in a line, with the number of others and how to see them; `null` for none. */
export function firstProblem([first, ...others]: readonly Problem[], way = ''): string | null {
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` (and ${others.length} more${way})`;
  return `${formatProblem(first)}${more}`;
}

const MOST_SHOWN = 60;

/** `'the value'` on one line without controls, cut with … after 60 characters. */
export function quoteValue(value: string): string {
  const characters = Array.from(cleanLine(value.slice(0, 20 * MOST_SHOWN)));
  const end = characters.length > MOST_SHOWN ? '…' : '';
  return `'${characters.slice(0, MOST_SHOWN).join('')}${end}'`;
}

/** A value quoted for the shell, for a command that a hint proposes; without control characters. */
export function shellWord(value: string): string {
  return `'${cleanLine(value).replaceAll("'", "'\\''")}'`;
}
