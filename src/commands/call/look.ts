// How what a call prints is to look: its width, its colours, its dates.
import { type Locale, localeFromEnv } from '../../core/dates/format-dates.ts';
import type { Paint } from '../../text/palette.ts';
import { type Call, readPaint, readWidth } from './call.ts';
import type { Io } from './io.ts';

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
  const [width, paint] = [readWidth(call, io, measure), readPaint(call, io)];
  return { width, paint, locale: localeFromEnv(io.env), now: io.now };
}
