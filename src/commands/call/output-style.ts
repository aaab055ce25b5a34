// The style of what a call prints: its width, its colours, its dates.
import { clamp } from '../../core/clamp.ts';
import { type Locale, localeFromEnv } from '../../core/dates/format-dates.ts';
import type { TextOrder } from '../../text/bidi.ts';
import { colorDepth } from '../../text/colors.ts';
import type { Paint } from '../../text/palette.ts';
import { textOrder } from '../../text/text-order.ts';
import { knownBackground, themeTints } from '../../text/themes.ts';
import { type Call, hasFlag, type Io, readChoice } from './call.ts';
import { ownStyles, setting } from './setting.ts';

/** Columns of a page in a pipe without `--width`. */
const PIPE_WIDTH = 80;
const LEAST_WIDTH = 20;

/**
 * The width of a whole line in columns; 0 does not wrap.
 * @param measure most columns on a terminal without `--width`
 * @throws NewsprintError `usage` for 1 to 19
 */
function readWidth(call: Call, io: Io, measure?: number): number {
  const page = setting(call, io, 'measure');
  if (hasFlag(call, 'width')) return page;
  if (!io.outIsTerminal) return PIPE_WIDTH;
  const widest = measure ?? (page || Number.POSITIVE_INFINITY);
  return clamp(io.columns || PIPE_WIDTH, LEAST_WIDTH, widest);
}

export interface OutputStyle {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly paint: Paint;
  readonly locale: Locale;
  readonly now: Date;
}

/** A table takes the whole terminal: a list is scanned, not read. */
export const TABLE_MEASURE = Number.POSITIVE_INFINITY;

/** @throws NewsprintError `usage` where a flag is wrong */
export function readOutputStyle(call: Call, io: Io, measure?: number): OutputStyle {
  const paint = { ...readPaint(call, io), order: readOrder(call, io) };
  const width = readWidth(call, io, measure);
  return { width, paint, locale: readLocale(call, io), now: io.now };
}

/** The language of dates, when chosen, counts before that of the whole environment. */
function readLocale(call: Call, io: Io): Locale {
  return localeFromEnv({ LC_ALL: setting(call, io, 'dates'), LANG: io.env['LANG'] });
}

/** By default text in a pipe is not reordered, for a program may read it. */
function readOrder(call: Call, io: Io): TextOrder {
  const isKnown = io.outIsTerminal || hasFlag(call, 'bidi');
  return textOrder(isKnown ? setting(call, io, 'bidi') : 'off', io.env, false);
}

/**
 * Colour: `--color`, then a non-empty NO_COLOR, then FORCE_COLOR, then whether standard output
 * is a terminal. Hyperlinks go to a terminal only.
 * @see https://no-color.org
 */
export function readPaint(call: Call, io: Io): Paint {
  const { env, outIsTerminal } = io;
  const when = readChoice(call, 'color') ?? 'auto';
  const isSmart = outIsTerminal && env['TERM'] !== 'dumb';
  const forced = env['FORCE_COLOR'];
  const isWanted = forced ? forced !== '0' && forced !== 'false' : isSmart;
  const isAuto = !env['NO_COLOR'] && isWanted;
  const color = when === 'auto' ? isAuto : when === 'always';
  // What a pipe's output is shown on is not known.
  const background = outIsTerminal ? knownBackground(env) : null;
  const own = { styles: ownStyles(call, io), depth: colorDepth(env) };
  const tints = themeTints(setting(call, io, 'theme'), background, own);
  return { color, hyperlinks: isSmart, tints };
}
