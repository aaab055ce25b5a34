// One call of the program, parsed and checked, with its access to the world outside.
import { normalizeTag } from '../../core/article/tag.ts';
import { NewsprintError } from '../../core/errors.ts';
import { nearest } from '../../core/nearest.ts';
import type { JobHost } from '../../jobs/job-host.ts';
import type { Config } from '../../library/config/settings.ts';
import { CHOICES, type FlagName, type FlagValues } from './flags.ts';
import type { VerbName } from './verb-names.ts';

export interface Call {
  readonly verb: VerbName;
  /** The words beside the flags, without the verb. */
  readonly words: readonly string[];
  readonly flags: FlagValues;
}

/** The streams and the terminal of one call, beside what the jobs need. */
export interface Io extends JobHost {
  readonly config: Config;
  /** Writes data to standard output; resolves when the stream has taken it. */
  readonly out: (text: string) => Promise<void>;
  /** Writes a line to standard error about what was done, unless `--quiet` is given. */
  readonly note: (message: string) => void;
  /** Writes a warning to standard error. */
  readonly warn: (message: string) => void;
  /** Reports a failure that does not stop the rest; the call will exit with 1. */
  readonly fail: (error: NewsprintError) => void;
  /** Writes a line that is redrawn to standard error; `null` off a terminal, or where it may not move. */
  readonly drawProgress: ((text: string) => void) | null;
  readonly outIsTerminal: boolean;
  /** Of the terminal; 0 where there is none or its size is unknown. */
  readonly columns: number;
  /**
   * After the first call Ctrl-C aborts the signal and does not end the program, so that the command
   * ends by itself. A second Ctrl-C ends the program.
   */
  readonly interruption: () => AbortSignal;
  /** The folder of the articles that come with the program. */
  readonly shipped: string;
}

/** A mistake in how the program was called (exit 2). @param meant what was probably meant */
export function usageError(message: string, hint?: string, meant?: string): NewsprintError {
  const way = meant === undefined ? hint : `did you mean ${meant}?`;
  return new NewsprintError(message, { code: 'usage', hint: way });
}

export function hasFlag(call: Call, name: FlagName): boolean {
  return call.flags[name] !== undefined;
}

/** The host for requests, to any address where the flag allows it. */
export function hostOfCall<Host extends JobHost>(call: Call, host: Host): Host {
  return hasFlag(call, 'allow-private') ? { ...host, allowed: 'any' } : host;
}

/** The flag's value; the last of several, so that one in a script can be overruled. */
export function flagValue(call: Call, name: FlagName): string | undefined {
  return call.flags[name]?.at(-1);
}

/** Which of two flags was given. @throws NewsprintError `usage` for both */
export function readEither<Name extends FlagName>(
  call: Call,
  ...[one, other]: readonly [Name, Name]
): Name | undefined {
  if (hasFlag(call, one) && hasFlag(call, other)) {
    throw usageError(`--${one} and --${other} exclude each other`);
  }
  return [one, other].find((name) => hasFlag(call, name));
}

/**
 * The flag's value, read.
 * @param parse returns none for a bad value
 * @throws NewsprintError `usage` for a bad value
 */
export function readValue<Value>(
  call: Call,
  name: FlagName,
  parse: (text: string) => Value | null | undefined,
  hint: string,
): Value | undefined {
  const text = flagValue(call, name);
  const value = text === undefined ? undefined : parse(text);
  if (text === undefined || (value !== undefined && value !== null)) return value ?? undefined;
  throw usageError(`bad value '${text}' for --${name}`, hint);
}

type ChoiceFlag = keyof typeof CHOICES;

/** The possible values of a flag with choices. */
export type ChoiceOf<Name extends ChoiceFlag> = (typeof CHOICES)[Name][number];

/** The flag's value where it is one of its choices. */
export function readChoice<Name extends ChoiceFlag>(
  call: Call,
  name: Name,
): ChoiceOf<Name> | undefined {
  const choices: readonly ChoiceOf<Name>[] = CHOICES[name];
  return readOneOf(call, name, choices);
}

function readOneOf<Choice extends string>(
  call: Call,
  name: FlagName,
  choices: readonly Choice[],
): Choice | undefined {
  const find = (text: string) => choices.find((choice) => choice === text);
  return readValue(call, name, find, `choose from: ${choices.join(', ')}`);
}

/** An error for an unknown name, with the nearest known one. @param says how the message begins */
export function unknownName(says: string, name: string, known: readonly string[]): NewsprintError {
  const message = `${says} '${name}'; choose from: ${known.join(', ')}`;
  return usageError(message, undefined, nearest(name, known));
}

/** A whole number from 0. */
export function readCount(call: Call, name: 'limit' | 'offset'): number | undefined {
  return readValue(call, name, parseCount, 'it takes a whole number from 0');
}

/** `null` where the text is no whole number from 0, or too long. */
export function parseCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * The tags that were given, as they were written.
 * @throws NewsprintError `usage` for one without a letter or digit
 */
export function readTags(call: Call, name: 'tag' | 'untag' = 'tag'): readonly string[] {
  const tags = call.flags[name] ?? [];
  const bad = tags.find((tag) => normalizeTag(tag) === '');
  if (bad === undefined) return tags;
  throw usageError(`bad value '${bad}' for --${name}`, 'a tag has letters or digits');
}

/**
 * The format by `--format` or `--json`; `undefined` without them.
 * @throws NewsprintError `usage` for an unknown one, or for two that differ
 */
export function readFormat<Format extends string>(
  call: Call,
  formats: readonly Format[],
): Format | 'json' | undefined {
  const format = readOneOf(call, 'format', formats);
  if (!hasFlag(call, 'json')) return format;
  const isLines = format === 'jsonl' && flagValue(call, 'json') !== undefined;
  if (format !== undefined && format !== 'json' && !isLines) {
    throw usageError(`--json and --format ${format} exclude each other`);
  }
  return format ?? 'json';
}
