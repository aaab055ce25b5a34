// Dates in any language through Intl, each format made once.
import type { Moment } from './clock.ts';
import type { DateWords, Locale } from './date-words.ts';

type Options = Intl.DateTimeFormatOptions;

/** Formats through one Intl object for moments of a zone and one for those of none. */
function momentFormat({ language, timeZone }: Locale, options: Options) {
  const formats = new Map<boolean, Intl.DateTimeFormat>();

  function create(zoned: boolean): Intl.DateTimeFormat {
    const zone = zoned ? timeZone : 'UTC';
    // Intl takes the first language it knows.
    const languages = [language, 'en-GB'];
    const format = new Intl.DateTimeFormat(languages, {
      ...options,
      ...(zone && { timeZone: zone }),
    });
    formats.set(zoned, format);
    return format;
  }

  return ({ ms, zoned }: Moment): string => {
    const format = formats.get(zoned) ?? create(zoned);
    // Some languages set a narrow no-break space before the half of the day.
    return format.format(ms).replace(/\s/g, ' ');
  };
}

/** The words of a language; British English where Intl does not know it. */
export function intlDateWords(locale: Locale): DateWords {
  const time: Options = { hour: '2-digit', minute: '2-digit' };
  return {
    longDay: momentFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: momentFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    dayOfYear: momentFormat(locale, { day: 'numeric', month: 'short' }),
    year: momentFormat(locale, { year: 'numeric' }),
    time: momentFormat(locale, time),
    clock: momentFormat(locale, { ...time, hourCycle: 'h23' }),
  };
}
