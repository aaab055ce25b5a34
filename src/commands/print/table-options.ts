// What tables are drawn for, as a call says it.
import { type Locale, localeFromEnv } from '../../core/dates/format-dates.ts';
import type { Paint } from '../../text/palette.ts';
import { type Call, readPaint, readWidth } from '../call/call.ts';
import type { Io } from '../call/io.ts';

/** What a table is drawn for. */
export interface TableOptions {
  /** Columns of a line; 0 cuts nothing. */
  readonly width: number;
  readonly now: Date;
  readonly locale: Locale;
  readonly paint: Paint;
}

/** A table takes the whole terminal: a list is scanned, not read. */
export function readTableOptions(call: Call, io: Io): TableOptions {
  const width = readWidth(call, io, Number.POSITIVE_INFINITY);
  return { width, paint: readPaint(call, io), now: io.now, locale: localeFromEnv(io.env) };
}
