// One call of the program, parsed: the verb, its words and its flags, each checked on reading.
import { normalizeTag } from '../../core/article/tag.ts';
import { type Locale, localeFromEnv } from '../../core/dates/format-dates.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { JobHost } from '../../jobs/job-host.ts';
import type { TextOrder } from '../../text/bidi.ts';
import type { Paint } from '../../text/palette.ts';
import { BIDI_CHOICES, textOrder } from '../../text/text-order.ts';
import { knownBackground, THEMES, type Theme, themeTints } from '../../text/themes.ts';
import type { FlagName, FlagValues } from './flags.ts';
import type { Io } from './io.ts';
import type { VerbName } from './verbs.ts';

export interface Call {
  readonly verb: VerbName;
  /** What stood beside the flags, without the verb. */
  readonly words: readonly string[];
  readonly flags: FlagValues;
}

/** A mistake in how the program was called (exit 2). @param meant what was probably meant */
export function usageError(message: string, hint?: string, meant?: string): NewsprintError {
  const way = meant === undefined ? hint : `did you mean ${meant}?`;
  return new NewsprintError(message, { code: 'usage', hint: way });
}

export function hasFlag(call: Call, name: FlagName): boolean {
  return call.flags[name] !== undefined;
}

/** The host for requests, which may lead anywhere where the flag says so. */
export function hostOfCall<Host extends JobHost>(call: Call, host: Host): Host {
  return hasFlag(call, 'allow-private') ? { ...host, reach: 'any' } : host;
}

/** The flag's value; the last one where there are several, so that a script's can be overruled. */
export function flagValue(call: Call, name: FlagName): string | undefined {
  return call.flags[name]?.at(-1);
}

/**
 * Which of two flags was given.
 * @throws NewsprintError `usage` for both
 */
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
 * @param parse gives none for a bad value
 * @throws NewsprintError `usage` for one
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

/** The flag's value where it is one of the choices. */
export function readChoice<Choice extends string>(
  call: Call,
  name: 'color' | 'theme' | 'bidi' | 'pictures' | 'format' | 'sort' | 'links' | 'as',
  choices: readonly Choice[],
): Choice | undefined {
  const find = (text: string) => choices.find((choice) => choice === text);
  return readValue(call, name, find, `choose from: ${choices.join(', ')}`);
}

/** A whole number from 0. */
export function readCount(
  call: Call,
  name: 'width' | 'limit' | 'offset' | 'fetch-every',
): number | undefined {
  const parse = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null);
  return readValue(call, name, parse, 'it takes a whole number from 0');
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
 * The format asked for by `--format` or `--json`; `undefined` leaves it to the verb.
 * @throws NewsprintError `usage` for an unknown one, or for two that differ
 */
export function readFormat<Format extends string>(
  call: Call,
  formats: readonly Format[],
): Format | 'json' | undefined {
  const format = readChoice(call, 'format', formats);
  if (!hasFlag(call, 'json')) return format;
  if (format !== undefined && format !== 'json') {
    throw usageError(`--json and --format ${format} exclude each other`);
  }
  return 'json';
}

/** Columns a page gets where nobody named a width. */
const PIPE_WIDTH = 80;
const MEASURE = 76;
const MINIMUM_WIDTH = 20;

/**
 * The width of a whole line in columns; 0 does not wrap.
 * @param measure the widest a line gets on a terminal where nobody named a width
 * @throws NewsprintError `usage` for 1 to 19
 */
function readWidth(call: Call, { outIsTerminal, columns }: Io, measure = MEASURE): number {
  const width = readCount(call, 'width');
  if (width === undefined) {
    const room = Math.min(columns || PIPE_WIDTH, measure);
    return outIsTerminal ? Math.max(MINIMUM_WIDTH, room) : PIPE_WIDTH;
  }
  if (width > 0 && width < MINIMUM_WIDTH) {
    throw usageError(`bad value '${width}' for --width`, `it takes 0, or ${MINIMUM_WIDTH} and up`);
  }
  return width;
}

/** How what a call prints is to look. */
export interface Look {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly paint: Paint;
  readonly locale: Locale;
  readonly now: Date;
}

/** A table takes the whole terminal: a list is scanned, not read. */
export const TABLE_MEASURE = Number.POSITIVE_INFINITY;

/**
 * @param measure as of `readWidth`
 * @throws NewsprintError `usage` where a flag is wrong
 */
export function readLook(call: Call, io: Io, measure?: number): Look {
  const paint = { ...readPaint(call, io), order: readOrder(call, io, false) };
  const width = readWidth(call, io, measure);
  return { width, paint, locale: localeFromEnv(io.env), now: io.now };
}

/** As `--bidi` says; by itself nothing is put in order that a program may read. */
export function readOrder(call: Call, { env, outIsTerminal }: Io, takesOver: boolean): TextOrder {
  const choice = readChoice(call, 'bidi', BIDI_CHOICES) ?? (outIsTerminal ? 'auto' : 'off');
  return textOrder(choice, env, takesOver);
}

/** Whether nothing is to move by itself, such as progress. */
export function isStill(call: Call, env: Io['env']): boolean {
  return hasFlag(call, 'no-motion') || Boolean(env['NO_MOTION']);
}

export function readTheme(call: Call): Theme {
  return readChoice(call, 'theme', THEMES) ?? 'auto';
}

/**
 * Colour: `--color`, then a non-empty NO_COLOR, then FORCE_COLOR, then whether standard output
 * is a terminal. Hyperlinks go to a terminal only.
 * @see https://no-color.org
 */
export function readPaint(call: Call, { env, outIsTerminal }: Io): Paint {
  const when = readChoice(call, 'color', ['auto', 'always', 'never']) ?? 'auto';
  const isSmart = outIsTerminal && env['TERM'] !== 'dumb';
  const forced = env['FORCE_COLOR'];
  const isWanted = forced ? forced !== '0' && forced !== 'false' : isSmart;
  const isAuto = !env['NO_COLOR'] && isWanted;
  const color = when === 'auto' ? isAuto : when === 'always';
  // Who reads a pipe is not known, whatever is of this terminal.
  const background = outIsTerminal ? knownBackground(env) : null;
  return { color, hyperlinks: isSmart, tints: themeTints(readTheme(call), background) };
}
