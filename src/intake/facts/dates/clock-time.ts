// Times of the day as newspapers write them beside a date.
import { lazy } from '../../../core/lazy.ts';
import { anyOf } from '../../words/phrases.ts';
import { ZONE } from './zones.ts';

/** A time of the day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** As written: `EDT`; empty where none is named. */
  readonly zone: string;
}

/** `9:14 AM`, `11.00pm`, `14h30`, `14:30:05`, with its zone. */
const WESTERN = `(\\d{1,2})(?:[:.h]|\\s?h\\s?)([0-5]\\d)(?::[0-5]\\d)?(?:\\s?([ap])\\.?\\s?m\\b\\.?)?(?:\\s?(?:Uhr|uur|hrs|h\\b|ч))?(?:\\s?\\(?(${ZONE}))?`;
/** `9 PM`: without minutes only where the half of the day is named. */
const WHOLE_HOUR = `(\\d{1,2})\\s?([ap])\\.?\\s?m\\b\\.?(?:\\s?(${ZONE}))?`;
/** `14時30分`, `오후 2:30`, `下午2点30分`. */
const EASTERN = lazy(
  () =>
    new RegExp(
      `^(${anyOf('forenoon', 'afternoon')})?\\s?(\\d{1,2})\\s?(?:[:：]|时|時|点|點|시)\\s?(\\d{1,2})?(?:分|분)?`,
      'u',
    ),
);
/** The half of the day that is named `PM`, or otherwise. */
const AFTERNOON = lazy(() => new RegExp(`^(?:p|${anyOf('afternoon')})$`, 'iu'));

const AFTER = new RegExp(`^${WESTERN}`, 'iu');
const AFTER_HOUR = new RegExp(`^${WHOLE_HOUR}`, 'iu');
const BEFORE = new RegExp(`(?<!\\d)${WESTERN}$`, 'iu');

/** What may stand between a date and its time: `, at`, `um`, `à`, `•`, a weekday in brackets. */
const BETWEEN = lazy(() => {
  const words = `${anyOf('at', 'eastern weekday')}|в \\d{1,2}`;
  return new RegExp(
    `^(?:[\\s,;.|•·–—@/-]|T(?=\\d)|[(（].{1,4}[)）]|(?:${words})(?![\\p{L}]))*`,
    'iu',
  );
});
const BETWEEN_BEFORE = lazy(
  () =>
    new RegExp(
      `[\\s,;|•·–—-]*(?:(?:${anyOf('on date', 'short weekday')}|[a-zà-ÿ]{2,9}day)[\\s,.]*){0,2}$`,
      'iu',
    ),
);

function toTime(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  zone: string | undefined,
): ClockTime | null {
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
  const western = AFTER.exec(rest);
  if (western) return toTime(western[1], western[2], western[3], western[4]);
  const hour = AFTER_HOUR.exec(rest);
  if (hour) return toTime(hour[1], undefined, hour[2], hour[3]);
  const eastern = EASTERN().exec(rest);
  return eastern ? toTime(eastern[2], eastern[3], eastern[1], undefined) : null;
}

/** The time that stands before a date: `11:00pm, 19 Jul, 2021`. */
export function timeBefore(text: string): ClockTime | null {
  const match = BEFORE.exec(text.slice(-40).replace(BETWEEN_BEFORE(), ''));
  return match ? toTime(match[1], match[2], match[3], match[4]) : null;
}
