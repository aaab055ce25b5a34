// What the formatters of dates are asked for, and in whose language.
import type { Moment } from './clock.ts';

/** How the user reads dates. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** IANA name; absent is the zone of the machine. */
  readonly timeZone?: string;
}

/** What a language makes of a moment. */
export interface DateWords {
  /** `19 July 2021`. */
  longDay(moment: Moment): string;
  /** `19 Jul 2021`. */
  shortDay(moment: Moment): string;
  /** `19 Jul`. */
  dayOfYear(moment: Moment): string;
  year(moment: Moment): string;
  /** `23:00`, or `11:00 PM` where that is the custom. */
  time(moment: Moment): string;
  /** Always of 24 hours. */
  clock(moment: Moment): string;
}
