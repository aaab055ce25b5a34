// Dates in every spelling feeds use, as ISO 8601.

import { cleanLine } from '../../core/clean.ts';
import { DAY, pad, parseDate } from '../../core/dates/dates.ts';
import { firstValue } from '../../core/first-value.ts';
import { monthNumber, WEEKDAYS } from '../facts/dates/calendar-names.ts';
import { parseWrittenDate } from '../facts/dates/written-dates.ts';
import { zoneOffset } from '../facts/dates/zones.ts';

const LONGEST = 100;
/** The surest spelling first. */
const READERS = [isoDate, englishDate, secondsDate, parseWrittenDate] as const;

/**
 * A date as a feed writes it: RFC 822 and ISO 8601 as they are meant and as they are mangled, the
 * C library's, days of the year, seconds since 1970, and dates written out in a dozen languages.
 * @returns a date, or a date-time with the offset that the feed names, if any; `null` for none
 */
export function parseFeedDate(text: string): string | null {
  const line = cleanLine(text.slice(0, 500));
  if (line === '' || line.length > LONGEST || !/\d/.test(line)) return null;
  return firstValue(READERS, (read) => {
    const iso = read(line);
    return iso === null || parseDate(iso) === null || iso.startsWith('0000') ? null : iso;
  });
}

const ISO =
  /^(\d{4})[-/.]?(\d\d?)[-/.]?(\d\d?)(?:[Tt_\s,]+(\d\d?)[:.](\d\d?)(?:[:.](\d\d?)(?:[.,]\d*)?)?\s*(.*))?$/;
/** A year and the day in it. */
const ORDINAL = /^(\d{4})-?(?!000)([0-2]\d\d|3[0-5]\d|36[0-6])(?=T|$)/i;
const COMPACT_TIME = /(?<=T)(\d\d)(\d\d)(\d\d)?(?![\d:])/;

/** `2021-07-19T23:00:00.5+0800`, `20210719`, `2021-7-9 8:05`, `2003-365`; a bad zone is none. */
function isoDate(line: string): string | null {
  const spaced = line.replace(COMPACT_TIME, (_time, hour, minute, second = '00') =>
    [hour, minute, second].join(':'),
  );
  // `20-04-10T05:00`: a year of two digits.
  const whole = spaced.replace(/^(?=\d\d-\d\d-\d\dT)/, '20').replace(ORDINAL, (_, year, day) => {
    return new Date(Date.UTC(Number(year), 0, Number(day))).toISOString().slice(0, 10);
  });
  const match = ISO.exec(whole);
  if (match === null) return null;
  const [, year, month = '', day = '', hour, minute = '00', second = '00', zone = ''] = match;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const start = parseDate(date);
  if (start === null || hour === undefined) return start && date;
  // `24:00` is the next day's first minute; a leap second stays in its minute.
  const isMidnight = Number(hour) === 24 && Number(minute) === 0;
  const from = isMidnight ? new Date(start.ms + DAY).toISOString().slice(0, 10) : date;
  const clock = [isMidnight ? '0' : hour, minute, second === '60' ? '59' : second];
  return `${from}T${clock.map(pad).join(':')}${offsetOf(zone, date)}`;
}

/** `Z`, `+0800`, `GMT+1`, `EDT`; empty where none is named that is known. */
function offsetOf(zone: string, date: string): string {
  const text = zone.trim().replace(/^\((.*)\)$/, '$1');
  if (/^(?:Z|UT|UTC|GMT|Etc\/(?:GMT|UTC))$/i.test(text)) return 'Z';
  const name = /^(?:(?:GMT|UTC)?\s*[+-]\d\d?(?::?\d\d)?|[a-z]{2,5})\b/i.exec(text)?.[0] ?? '';
  const offset = zoneOffset(name, date);
  return Number(offset.slice(1, 3)) > 15 || Number(offset.slice(4)) > 59 ? '' : offset;
}

const TIME = /(?<![\d+-])(\d\d?):(\d\d)(?::(\d\d?)(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?)?/i;
const NUMERIC_ZONE = /(?:\b(?:GMT|UTC)\s*)?[+-]\d\d?:?\d\d\b/i;

/** RFC 822's and the C library's dates: a month's name, day, year and time in any order. */
function englishDate(line: string): string | null {
  const month = firstValue(line.match(/\p{L}+/gu) ?? [], monthNumber);
  if (month === null) return null;
  const time = TIME.exec(line);
  if (time === null) return dayIn(line, month);
  const [clock, hour = '', minute, second = '00', half] = time;
  const after = line.slice(time.index + clock.length);
  const zone = NUMERIC_ZONE.exec(after)?.[0] ?? zoneName(after);
  const day = dayIn(`${line.slice(0, time.index)} ${after.replace(NUMERIC_ZONE, '')}`, month);
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : hour;
  return day && isoDate(`${day} ${hours}:${minute}:${second} ${zone}`);
}

function zoneName(after: string): string {
  const names = after.match(/\b[A-Z][A-Za-z]{0,4}\b/g) ?? [];
  return names.find((name) => monthNumber(name) === null && name.search(WEEKDAYS()) < 0) ?? '';
}

/** Of two numbers beside the month the one that can be no day is the year. */
function dayIn(text: string, month: number): string | null {
  const [first, second] = text.match(/\d+/g) ?? [];
  if (first === undefined || second === undefined) return null;
  const [year, day] = first.length > 2 || Number(first) > 31 ? [first, second] : [second, first];
  return isoDate(`${fullYear(year)}-${month}-${day}`);
}

/** RFC 822 writes two digits, some programs three: 1900 + n. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 3) return year;
  return year + (text.length < 3 && year < 70 ? 2000 : 1900);
}

/** Seconds or milliseconds since 1970, from 2001 on. */
function secondsDate(line: string): string | null {
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(line)) return null;
  const number = Number.parseInt(line, 10);
  const ms = number > 99_999_999_999 ? number : number * 1000;
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
