// Dates given by their distance, as "3 hours ago" or "gestern", from a known reference time.

import { pad } from '../../../core/dates/dates.ts';
import { firstValue } from '../../../core/first-value.ts';
import { lazy } from '../../../core/lazy.ts';
import { pattern } from '../../words/pattern.ts';
import { anyOf } from '../../words/phrases.ts';
import { monthNames, monthNumber } from './calendar-names.ts';
import { timeAfter } from './clock-time.ts';
import { latestOf, type WrittenDate } from './found-date.ts';

const MINUTES = { second: 0, minute: 1, hour: 60, day: 1440, week: 10_080 } as const;
const KINDS = ['second', 'minute', 'hour', 'day', 'week'] as const;

const UNIT = lazy(() => KINDS.map((kind) => `(?<${kind}>${anyOf(kind)})`).join('|'));
const AMOUNT = pattern`(?:(\d{1,3}|${'one'})\s?)?`;
const AGO = [
  pattern`(?<![\p{L}\d])${AMOUNT}${UNIT}\.?\s${'ago'}(?!\p{L})`,
  pattern`(?<![\p{L}\d])(\d{1,3})\s?${UNIT}\s?${'ago glued'}`,
  pattern`(?<![\p{L}\d])${'before now'}\s${AMOUNT}${UNIT}(?!\p{L})`,
];
/** What each of them has beside its unit; few lines have any. */
const SAYS_AGO = pattern`(?<!\p{L})${['ago', 'before now']}(?!\p{L})|${'ago glued'}`;

/** Lines that are a day, with a time or without, and nothing else, as in no sentence of a story. */
const WITH_TIME = /(?:[\s,|·–-]+(?:[\p{L}]{1,4}\.?\s){0,2}\d{1,2}.{0,12})?$/u;
const DAYS = [
  { form: pattern`^${'yesterday'}${WITH_TIME}`, minutes: MINUTES.day },
  { form: pattern`^${'today'}${WITH_TIME}`, minutes: 0 },
];

/** To the minute for minutes and hours, to the day for days and weeks: no more is known. */
function before(now: Date, minutes: number): string {
  const iso = new Date(now.getTime() - minutes * 60_000).toISOString();
  return minutes < 1440 ? `${iso.slice(0, 16)}Z` : iso.slice(0, 10);
}

/** "3 hours ago" and kin against `now`; `null` without it or where nothing of the kind is said. */
export function findRelativeDate(text: string, now: Date | undefined): WrittenDate | null {
  if (now === undefined) return null;
  const day = DAYS.find(({ form }) => form().test(text));
  if (day) return { iso: before(now, day.minutes).slice(0, 10), start: 0, end: text.length };
  for (const form of SAYS_AGO().test(text) ? AGO : []) {
    const match = form().exec(text);
    const kind = KINDS.find((name) => match?.groups?.[name] !== undefined);
    if (match === null || kind === undefined) continue;
    const amount = /^\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
    const end = match.index + match[0].length;
    return { iso: before(now, amount * MINUTES[kind]), start: match.index, end };
  }
  return findYearless(text, now);
}

/** A day without its year: `Nov 19`, `19. November`, `11月19日`. */
const YEARLESS = [
  pattern`(?<!\p{L})(?<month>${monthNames})(?!\p{L})\.?\s(?<day>\d{1,2})(?!\d)`,
  pattern`(?<!\d)(?<day>\d{1,2})\.?\s(?:${'of the year'} )?(?<month>${monthNames})(?!\p{L})\.?`,
  pattern`(?<!\d)(?<month>\d{1,2})${'eastern month'}\s?(?<day>\d{1,2})${'eastern day'}`,
];

/** `Updated Nov 19, 9:41 AM`: of a day with its time the year is the last one that has been. */
function findYearless(text: string, now: Date): WrittenDate | null {
  // The day and the time are two numbers.
  const forms = /\d\D+\d/.test(text) ? YEARLESS : [];
  const match = firstValue(forms, (form) => form().exec(text));
  if (match === null) return null;
  const end = match.index + match[0].length;
  const time = timeAfter(text.slice(end));
  const { month = '', day = '' } = match.groups ?? {};
  const number = monthNumber(month);
  if (time === null || number === null) return null;
  const date = `${pad(number)}-${pad(day)}T${pad(time.hour)}:${pad(time.minute)}`;
  const year = now.getUTCFullYear();
  const hasBeen = `${year}-${date}` <= `${latestOf(now)}T24`;
  return { iso: `${hasBeen ? year : year - 1}-${date}`, start: match.index, end };
}

/** A distance without a number stands in few words. */
const LONGEST_WORDS = 25;
/** What may stand before a distance without a number, in UTF-16 units: `Published an hour ago`. */
const LONGEST_LABEL = 12;

/** Whether a line gives its date by a distance or without a year: only a reference completes it. */
export function isRelativeDate(text: string): boolean {
  if (text.length >= (/\p{Nd}/u.test(text) ? 70 : LONGEST_WORDS)) return false;
  const found = findRelativeDate(text, new Date(0));
  return found !== null && (found.start <= LONGEST_LABEL || /\p{Nd}/u.test(text));
}
