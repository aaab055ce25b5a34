// English dates without Intl, whose first use alone costs most of a cold start (16 ms).
import { clockDate, type Moment } from './clock.ts';
import type { DateWords } from './date-words.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function longMonth(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}

/** Three letters; British English writes `Sept` (CLDR). */
function shortMonth(date: Date, september: string): string {
  return date.getUTCMonth() === 8 ? september : longMonth(date).slice(0, 3);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(moment: Moment): string {
  const date = clockDate(moment);
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

function halfDayTime(moment: Moment): string {
  const date = clockDate(moment);
  const hour = date.getUTCHours();
  const half = hour < 12 ? 'AM' : 'PM';
  return `${twoDigits(hour % 12 || 12)}:${twoDigits(date.getUTCMinutes())} ${half}`;
}

function words(show: (day: number, month: string, year?: number) => string, september: string) {
  const day = (month: (date: Date) => string, withYear: boolean) => (moment: Moment) => {
    const date = clockDate(moment);
    return show(date.getUTCDate(), month(date), withYear ? date.getUTCFullYear() : undefined);
  };
  const short = (date: Date): string => shortMonth(date, september);
  return {
    longDay: day(longMonth, true),
    shortDay: day(short, true),
    dayOfYear: day(short, false),
    year: (moment: Moment) => String(clockDate(moment).getUTCFullYear()),
    clock,
  };
}

function britishDay(day: number, month: string, year?: number): string {
  return year === undefined ? `${day} ${month}` : `${day} ${month} ${year}`;
}

function americanDay(day: number, month: string, year?: number): string {
  return year === undefined ? `${month} ${day}` : `${month} ${day}, ${year}`;
}

/** British or American English in the machine's zone, as Intl has them; `null` for the rest. */
export function englishDateWords(language: string): DateWords | null {
  if (language === 'en-GB') return { ...words(britishDay, 'Sept'), time: clock };
  if (language === 'en-US') return { ...words(americanDay, 'Sep'), time: halfDayTime };
  return null;
}
