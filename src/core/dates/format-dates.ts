// Dates as the user reads them: English words without Intl, all other languages through it.
import { tryOr } from '../try-or.ts';
import { clockDate, type Moment, parseDate } from './dates.ts';

/** How the user reads dates. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** IANA name; absent is the zone of the machine. */
  readonly timeZone?: string;
}

/** Shows dates; make one and keep it, for the first use of a format costs milliseconds. */
export interface DateFormatter {
  /** `19 July 2021`, with its time `19 July 2021, 23:00`; what is no date comes back as it is. */
  long(value: string): string;
  /** Today `23:00`, this year `19 Jul`, else `19 Jul 2021`. */
  short(value: string, now: Date): string;
}

/** What a language makes of a moment. */
interface DateWords {
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

/** Shows dates in a language: date-times that name a zone in the locale's, all others unshifted. */
export function createDateFormatter(locale: Locale): DateFormatter {
  // English words know the machine's zone only.
  const english = locale.timeZone === undefined ? englishDateWords(locale.language) : null;
  const words = english ?? intlDateWords(locale);

  return {
    long(value) {
      const date = parseDate(value);
      if (date === null) return value;
      const day = words.longDay(date);
      return date.kind === 'date' ? day : `${day}, ${words.time(date)}`;
    },
    short(value, now) {
      const date = parseDate(value);
      if (date === null) return value;
      const today: Moment = { ms: now.getTime(), zoned: true };
      const day = words.shortDay(date);
      if (date.kind === 'date-time' && day === words.shortDay(today)) return words.clock(date);
      return words.year(date) === words.year(today) ? words.dayOfYear(date) : day;
    },
  };
}

/** `19 July 2021`, or `19 July 2021, 23:00`; for many dates keep a `createDateFormatter`. */
export function formatDate(value: string, locale: Locale): string {
  return createDateFormatter(locale).long(value);
}

/** Today `23:00`, this year `19 Jul`, else `19 Jul 2021`; for many keep a `createDateFormatter`. */
export function formatListDate(value: string, now: Date, locale: Locale): string {
  return createDateFormatter(locale).short(value, now);
}

export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * British or American English in the machine's zone, as Intl has them; `null` for the rest. The
 * first use of Intl alone costs most of a cold start (16 ms).
 */
function englishDateWords(language: string): DateWords | null {
  const isBritish = language === 'en-GB';
  if (!isBritish && language !== 'en-US') return null;
  const longMonth = (date: Date): string => ENGLISH_MONTHS[date.getUTCMonth()] ?? '';
  // British English writes `Sept` (CLDR).
  const shortMonth = (date: Date): string =>
    isBritish && date.getUTCMonth() === 8 ? 'Sept' : longMonth(date).slice(0, 3);
  const dayOf = (moment: Moment, month: (date: Date) => string): string => {
    const date = clockDate(moment);
    const parts = [String(date.getUTCDate()), month(date)];
    return (isBritish ? parts : parts.reverse()).join(' ');
  };
  const year = (moment: Moment): string => String(clockDate(moment).getUTCFullYear());
  const withYear = (moment: Moment, day: string): string =>
    `${day}${isBritish ? '' : ','} ${year(moment)}`;
  return {
    longDay: (moment) => withYear(moment, dayOf(moment, longMonth)),
    shortDay: (moment) => withYear(moment, dayOf(moment, shortMonth)),
    dayOfYear: (moment) => dayOf(moment, shortMonth),
    year,
    time: isBritish ? clock : halfDayTime,
    clock,
  };
}

function clock(moment: Moment): string {
  return clockDate(moment).toISOString().slice(-13, -8);
}

function halfDayTime(moment: Moment): string {
  const hour = clockDate(moment).getUTCHours();
  const hours = String(hour % 12 || 12).padStart(2, '0');
  return `${hours}${clock(moment).slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The words of a language, each format made once; British English where Intl does not know it. */
function intlDateWords(locale: Locale): DateWords {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  return {
    longDay: momentFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: momentFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    dayOfYear: momentFormat(locale, { day: 'numeric', month: 'short' }),
    year: momentFormat(locale, { year: 'numeric' }),
    time: momentFormat(locale, time),
    clock: momentFormat(locale, { ...time, hourCycle: 'h23' }),
  };
}

/** Formats through one Intl object for moments of a zone and one for those of none. */
function momentFormat({ language, timeZone }: Locale, options: Intl.DateTimeFormatOptions) {
  const formats = new Map<boolean, Intl.DateTimeFormat>();
  return ({ ms, zoned }: Moment): string => {
    let format = formats.get(zoned);
    if (format === undefined) {
      const zone = zoned ? timeZone : 'UTC';
      // Intl takes the first language it knows.
      const languages = [language, 'en-GB'];
      format = new Intl.DateTimeFormat(languages, { ...options, ...(zone && { timeZone: zone }) });
      formats.set(zoned, format);
    }
    // Some languages set a narrow no-break space before the half of the day.
    return format.format(ms).replace(/\s/g, ' ');
  };
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
  const isNone = tag === '' || /^(?:C|POSIX)$/i.test(tag);
  const known = isNone ? [] : tryOr(() => Intl.getCanonicalLocales(tag), []);
  return { language: known[0] ?? DEFAULT_LANGUAGE };
}
