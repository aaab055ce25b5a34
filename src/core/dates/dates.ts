// Dates: ISO 8601 as sources write it, ordered and shown in the user's language.
import { clockDate, type Moment } from './clock.ts';
import type { Locale } from './date-words.ts';
import { englishDateWords } from './english-dates.ts';
import { intlDateWords } from './intl-dates.ts';

export type { Locale };

/** Shows dates; make one and keep it, for the first use of a format costs milliseconds. */
export interface DateFormatter {
  /** `19 July 2021`, with its time `19 July 2021, 23:00`; what is no date comes back as it is. */
  long(value: string): string;
  /** Today `23:00`, this year `19 Jul`, else `19 Jul 2021`. */
  short(value: string, now: Date): string;
}

/** A date as the source says it. */
export interface ParsedDate extends Moment {
  readonly kind: 'date' | 'date-time';
}

const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

const MINUTE = 60_000;

/**
 * Reads an ISO 8601 date or date-time (`2021-07-19`, `2021-07-19T23:00:00Z`, `+08:00`; a space may
 * stand for the `T`) and holds it against the calendar.
 * @returns `null` where it is none: `2021-13-45`, `2021-02-29`, `yesterday`
 */
export function parseDate(value: string): ParsedDate | null {
  const match = ISO_8601.exec(value.trim());
  if (match === null) return null;
  const number = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day] = [number(1), number(2), number(3)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  // RFC 3339 §5.7: a leap second is a 60th.
  if (number(4) > 23 || number(5) > 59 || number(6) > 60) return null;
  if (number(10) > 23 || number(11) > 59) return null;
  const fraction = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  const offset = (number(10) * 60 + number(11)) * (match[9] === '-' ? -MINUTE : MINUTE);
  return {
    kind: match[4] === undefined ? 'date' : 'date-time',
    ms:
      utc(year, month, day) +
      (number(4) * 60 + number(5)) * MINUTE +
      number(6) * 1000 +
      fraction -
      offset,
    zoned: match[8] !== undefined || match[9] !== undefined,
  };
}

/** Midnight UTC in ms; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function daysInMonth(year: number, month: number): number {
  return new Date(utc(year, month + 1, 0)).getUTCDate();
}

/** Milliseconds to sort by; what is no date comes before every date. */
export function dateOrder(value: string | null): number {
  const date = value === null ? null : parseDate(value);
  return date === null ? Number.NEGATIVE_INFINITY : date.ms;
}

/** `2021-07-19`: the day where the machine is; empty for what is no date. Costs no Intl. */
export function formatIsoDay(value: string): string {
  const date = parseDate(value);
  return date === null ? '' : (clockDate(date).toISOString().split('T')[0] ?? '');
}

/** Shows dates in a language: date-times that name a zone in the locale's, all others unshifted. */
export function createDateFormatter(locale: Locale): DateFormatter {
  // English words know the machine's zone only.
  const english = locale.timeZone === undefined ? englishDateWords(locale.language) : null;
  const words = english ?? intlDateWords(locale);

  function long(value: string): string {
    const date = parseDate(value);
    if (date === null) return value;
    const day = words.longDay(date);
    return date.kind === 'date' ? day : `${day}, ${words.time(date)}`;
  }

  function short(value: string, now: Date): string {
    const date = parseDate(value);
    if (date === null) return value;
    const today: Moment = { ms: now.getTime(), zoned: true };
    const day = words.shortDay(date);
    if (date.kind === 'date-time' && day === words.shortDay(today)) return words.clock(date);
    return words.year(date) === words.year(today) ? words.dayOfYear(date) : day;
  }

  return { long, short };
}

/** `19 July 2021`, or `19 July 2021, 23:00`; for many dates keep a `createDateFormatter`. */
export function formatDate(value: string, locale: Locale): string {
  return createDateFormatter(locale).long(value);
}

/** Today `23:00`, this year `19 Jul`, else `19 Jul 2021`; for many keep a `createDateFormatter`. */
export function formatListDate(value: string, now: Date, locale: Locale): string {
  return createDateFormatter(locale).short(value, now);
}

const DEFAULT_LANGUAGE = 'en-GB';

/**
 * The user's language for dates: the first of `LC_ALL`, `LC_TIME` and `LANG` that is not empty
 * (POSIX.1-2017 §8.2), `de_DE.UTF-8@euro` as `de-DE`. C, POSIX and what is no language tag are
 * British English; so is, when a date is shown, a language that Intl does not know.
 */
export function localeFromEnv(env: Readonly<Record<string, string | undefined>>): Locale {
  const name = [env['LC_ALL'], env['LC_TIME'], env['LANG']].find(Boolean) ?? '';
  const tag = (name.split(/[.@]/)[0] ?? '').replaceAll('_', '-');
  if (tag === '' || /^(?:C|POSIX)$/i.test(tag)) return { language: DEFAULT_LANGUAGE };
  try {
    return { language: Intl.getCanonicalLocales(tag)[0] ?? DEFAULT_LANGUAGE };
  } catch {
    return { language: DEFAULT_LANGUAGE };
  }
}
