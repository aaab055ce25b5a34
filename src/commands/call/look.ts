// How what a call prints is to look: its width, its colours, its dates.
import { type Locale, localeFromEnv } from '../../core/dates/format-dates.ts';
import type { TextOrder } from '../../text/bidi.ts';
import { colorDepth } from '../../text/colors.ts';
import type { Paint } from '../../text/palette.ts';
import { textOrder } from '../../text/text-order.ts';
import { knownBackground, themeTints } from '../../text/themes.ts';
import { type Call, hasFlag, type Io, readChoice } from './call.ts';
import { ownStyles, setting } from './setting.ts';

/** Columns a page gets where nobody named a width. */
const PIPE_WIDTH = 80;
const LEAST_WIDTH = 20;

/**
 * The width of a whole line in columns; 0 does not wrap.
 * @param measure the widest a line gets on a terminal where nobody named a width
 * @throws NewsprintError `usage` for 1 to 19
 */
function readWidth(call: Call, io: Io, measure?: number): number {
  const page = setting(call, io, 'measure');
  if (hasFlag(call, 'width')) return page;
  if (!io.outIsTerminal) return PIPE_WIDTH;
  const widest = measure ?? (page || Number.POSITIVE_INFINITY);
  return Math.max(LEAST_WIDTH, Math.min(io.columns || PIPE_WIDTH, widest));
}

export interface Look {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly paint: Paint;
  readonly locale: Locale;
  readonly now: Date;
}

/** A table takes the whole terminal: a list is scanned, not read. */
export const TABLE_MEASURE = Number.POSITIVE_INFINITY;

/** @throws NewsprintError `usage` where a flag is wrong */
export function readLook(call: Call, io: Io, measure?: number): Look {
  const paint = { ...readPaint(call, io), order: readOrder(call, io) };
  const width = readWidth(call, io, measure);
  return { width, paint, locale: readLocale(call, io), now: io.now };
}

/** A language that somebody chose stands before that of everything. */
function readLocale(call: Call, io: Io): Locale {
  return localeFromEnv({ LC_ALL: setting(call, io, 'dates'), LANG: io.env['LANG'] });
}

/** By itself nothing is put in order that a program may read. */
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
  // Who reads a pipe is not known, whatever is of this terminal.
  const background = outIsTerminal ? knownBackground(env) : null;
  const own = { styles: ownStyles(call, io), depth: colorDepth(env) };
  const tints = themeTints(setting(call, io, 'theme'), background, own);
  return { color, hyperlinks: isSmart, tints };
}
