// Dates in queries: a day, a month or a year, a date-time, or so long ago.
import { clockDate, lastDay, parseDate, utcDay } from '../dates/dates.ts';
import type { DateBound } from './query.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AGO = /^(\d{1,4})([hdwmy])$/i;
/** ISO 8601's dates of reduced precision, too. */
const CALENDAR = /^(\d{4})(?:-(\d\d))?$/;

/**
 * `2021`, `2021-07`, `2021-07-19`: the start of it on the local clock; a date-time: itself;
 * `7d`, `2w`, `3m`, `1y`: the start of the day so long ago, `12h`: that moment.
 * @returns `null` for anything else
 */
export function parseBound(value: string, now: Date): DateBound | null {
  const ago = AGO.exec(value);
  if (ago !== null) return agoBound(Number(ago[1]), (ago[2] ?? '').toLowerCase(), now);
  const [, year, month = '01'] = CALENDAR.exec(value) ?? [];
  const date = parseDate(year === undefined ? value : `${year}-${month}-01`);
  if (date === null) return null;
  return date.zoned ? momentBound(date.ms) : dayBound(date.ms);
}

function agoBound(count: number, unit: string, now: Date): DateBound {
  if (unit === 'h') return momentBound(now.getTime() - count * HOUR);
  const today = clockDate({ ms: now.getTime(), zoned: true });
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  if (unit === 'd') return dayBound(utcDay(year, month, day - count));
  if (unit === 'w') return dayBound(utcDay(year, month, day - count * 7));
  if (unit === 'm') return dayBound(monthDay(year, month - count, day));
  return dayBound(monthDay(year - count, month, day));
}

/** Three months before 31 May is the last of February. */
function monthDay(year: number, month: number, day: number): number {
  return utcDay(year, month, Math.min(day, lastDay(year, month)));
}

/** A date without a time or a zone is measured by whole days. */
function momentBound(instant: number): DateBound {
  const clock = clockDate({ ms: instant, zoned: true }).getTime();
  return { instant, wall: clock - timeOfDay(clock) };
}

function dayBound(wall: number): DateBound {
  return { instant: localInstant(wall), wall };
}

/** When the local clock shows what UTC's would at `wall`. */
function localInstant(wall: number): number {
  const shown = new Date(wall);
  const local = new Date(0);
  local.setFullYear(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
  return local.setHours(0, 0, 0, timeOfDay(wall));
}

function timeOfDay(ms: number): number {
  return ((ms % DAY) + DAY) % DAY;
}
