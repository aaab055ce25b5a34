// Dates as the user reads them: English words without Intl, all other languages through it.
import { lazyFor } from '../lazy.ts';
import { tryOr } from '../try-or.ts';
import { clockDate, type Moment, pad, parseDate } from './dates.ts';

export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** IANA name; absent is the zone of the machine. */
  readonly timeZone?: string;
}

/** The forms of a moment, by what Intl is asked for. */
const FORMS = {
  /** `19 July 2021`. */
  longDay: { day: 'numeric', month: 'long', year: 'numeric' },
  /** `19 Jul 2021`. */
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  /** `19 Jul`. */
  dayOfYear: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  /** `23:00`, or `11:00 PM` where that is the custom. */
  time: { hour: '2-digit', minute: '2-digit' },
  /** Always of 24 hours. */
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

type DateWords = (moment: Moment, form: keyof typeof FORMS) => string;

/**
 * Shows dates in a language: date-times that name a zone in the locale's, all others unshifted. Make
 * one and keep it, for the first use of a format costs milliseconds.
 */
export function createDateFormatter(locale: Locale) {
  // English words know the machine's zone only.
  const english = locale.timeZone === undefined ? englishDateWords(locale.language) : null;
  const words = english ?? intlDateWords(locale);

  return {
    /** `19 July 2021`, with its time `19 July 2021, 23:00`; what is no date comes back as it is. */
    long(value: string): string {
      const date = parseDate(value);
      if (date === null) return value;
      const day = words(date, 'longDay');
      return date.kind === 'date' ? day : `${day}, ${words(date, 'time')}`;
    },
    /** Today `23:00`, this year `19 Jul`, else `19 Jul 2021`. */
    short(value: string, now: Date): string {
      const date = parseDate(value);
      if (date === null) return value;
      const today: Moment = { ms: now.getTime(), zoned: true };
      const day = words(date, 'shortDay');
      if (date.kind === 'date-time' && day === words(today, 'shortDay'))
        return words(date, 'clock');
      return words(date, 'year') === words(today, 'year') ? words(date, 'dayOfYear') : day;
    },
  };
}

export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const BRITISH = {
  // It writes `Sept` (CLDR).
  shortMonth: (month: string) => (month === 'September' ? 'Sept' : month.slice(0, 3)),
  day: (day: number, month: string) => `${day} ${month}`,
  withYear: (day: string, year: number) => `${day} ${year}`,
  /** From a time of 24 hours. */
  time: (clock: string) => clock,
};

const AMERICAN: typeof BRITISH = {
  shortMonth: (month) => month.slice(0, 3),
  day: (day, month) => `${month} ${day}`,
  withYear: (day, year) => `${day}, ${year}`,
  time(clock) {
    const hour = Number(clock.slice(0, 2));
    const hours = pad(hour % 12 || 12);
    return `${hours}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
  },
};

/**
 * British or American English in the machine's zone, as Intl has them; `null` for the rest. The
 * first use of Intl alone costs most of a cold start (16 ms).
 */
function englishDateWords(language: string): DateWords | null {
  if (language !== DEFAULT_LANGUAGE && language !== 'en-US') return null;
  const english = language === DEFAULT_LANGUAGE ? BRITISH : AMERICAN;
  return (moment, form) => {
    const date = clockDate(moment);
    if (form === 'clock' || form === 'time') {
      const clock = date.toISOString().slice(-13, -8);
      return form === 'clock' ? clock : english.time(clock);
    }
    const year = date.getUTCFullYear();
    if (form === 'year') return String(year);
    const month = ENGLISH_MONTHS[date.getUTCMonth()] ?? '';
    const shown = form === 'longDay' ? month : english.shortMonth(month);
    const day = english.day(date.getUTCDate(), shown);
    return form === 'dayOfYear' ? day : english.withYear(day, year);
  };
}

/** The words of a language, each format made once; British English where Intl does not know it. */
function intlDateWords({ language, timeZone }: Locale): DateWords {
  const formats = lazyFor((zone: string | undefined) =>
    lazyFor((form: keyof typeof FORMS) => {
      const options = { ...FORMS[form], ...(zone && { timeZone: zone }) };
      // Intl takes the first language it knows.
      return new Intl.DateTimeFormat([language, DEFAULT_LANGUAGE], options);
    }),
  );
  // Some languages set a narrow no-break space before the half of the day.
  return ({ ms, zoned }, form) =>
    formats(zoned ? timeZone : 'UTC')(form)
      .format(ms)
      .replace(/\s/g, ' ');
}

const DEFAULT_LANGUAGE = 'en-GB';

/**
 * The user's language for dates: the first of `LC_ALL`, `LC_TIME` and `LANG` that is not empty
 * (POSIX.1-2017 §8.2), `de_DE.UTF-8@euro` as `de-DE`. C, POSIX and what is no language tag are
 * British English; so is, when a date is shown, a language that Intl does not know.
 */
export function localeFromEnv(env: Readonly<Record<string, string | undefined>>): Locale {
  const name = [env['LC_ALL'], env['LC_TIME'], env['LANG']].find(Boolean) ?? '';
  return { language: languageOf(name) ?? DEFAULT_LANGUAGE };
}

/** The language of `de_DE.UTF-8` or `de-DE`; `null` for a text that names none. */
export function languageOf(name: string): string | null {
  const tag = (name.split(/[.@]/)[0] ?? '').replaceAll('_', '-');
  if (/^(?:C|POSIX)$/i.test(tag)) return DEFAULT_LANGUAGE;
  return tag === '' ? null : (tryOr(() => Intl.getCanonicalLocales(tag), [])[0] ?? null);
}
