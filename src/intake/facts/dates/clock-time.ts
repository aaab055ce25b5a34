// Times of the day as newspapers write them beside a date.
import { casedPattern, pattern } from '../../words/pattern.ts';
import { ZONE } from './zones.ts';

/** A time of the day. */
interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** As written: `EDT`; empty where none is named. */
  readonly zone: string;
}

/** `9:14 AM`, `11.00pm`, `14h30`, `14:30:05`, with its zone. */
const WESTERN = pattern`
  (\d{1,2})(?:[:.h]|\s?h\s?)([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?\s?m\b\.?)?
  (?:\s?(?:Uhr|uur|hrs|h\b|ч))?(?:\s?\(?(${ZONE}))?`;
/** `14時30分`, `오후 2:30`, `下午2点30分`. */
const EASTERN = casedPattern`
  ^(${['forenoon', 'afternoon']})?\s?(\d{1,2})\s?(?:[:：]|时|時|点|點|시)\s?(\d{1,2})?(?:分|분)?`;
/** The half of the day that is named `PM`, or otherwise. */
const AFTERNOON = pattern`^(?:p|${'afternoon'})$`;

const AFTER = pattern`^${WESTERN}`;
/** `9 PM`: without minutes only where the half of the day is named. */
const AFTER_HOUR = pattern`^(\d{1,2})\s?([ap])\.?\s?m\b\.?(?:\s?(${ZONE}))?`;
const BEFORE = pattern`(?<!\d)${WESTERN}$`;

/** What may stand between a date and its time: `, at`, `um`, `à`, `•`, a weekday in brackets. */
const BETWEEN = pattern`
  ^(?:[\s,;.|•·–—@/-]|T(?=\d)|[(（].{1,4}[)）]
  |(?:${['at', 'eastern weekday']}|в \d{1,2})(?![\p{L}]))*`;
const BETWEEN_BEFORE = pattern`
  [\s,;|•·–—-]*(?:(?:${['on date', 'short weekday']}|[a-zà-ÿ]{2,9}day)[\s,.]*){0,2}$`;

function toTime(hour?: string, minute?: string, half?: string, zone?: string): ClockTime | null {
  let hours = Number(hour);
  const minutes = Number(minute ?? 0);
  const isLater = half !== undefined && AFTERNOON().test(half);
  if (isLater && hours < 12) hours += 12;
  if (half !== undefined && !isLater && hours === 12) hours = 0;
  return hours > 23 || minutes > 59 ? null : { hour: hours, minute: minutes, zone: zone ?? '' };
}

/** The time that follows a date, at the start of what comes after it. */
export function timeAfter(text: string): ClockTime | null {
  const rest = text.slice(0, 60).replace(BETWEEN(), '');
  const western = AFTER().exec(rest);
  if (western) return toTime(western[1], western[2], western[3], western[4]);
  const hour = AFTER_HOUR().exec(rest);
  if (hour) return toTime(hour[1], undefined, hour[2], hour[3]);
  const eastern = EASTERN().exec(rest);
  return eastern ? toTime(eastern[2], eastern[3], eastern[1], undefined) : null;
}

/** The time that stands before a date: `11:00pm, 19 Jul, 2021`. */
export function timeBefore(text: string): ClockTime | null {
  const match = BEFORE().exec(text.slice(-40).replace(BETWEEN_BEFORE(), ''));
  return match ? toTime(match[1], match[2], match[3], match[4]) : null;
}
