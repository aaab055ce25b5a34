// Times of the day as newspapers write them beside a date.
import { firstValue } from '../../../core/first-value.ts';
import { casedPattern, pattern } from '../../words/pattern.ts';
import { ZONE } from './zones.ts';

/** `9:14 AM`, `11.00pm`, `14h30`, `14:30:05`, with its zone. */
const WESTERN = pattern`
  (?<hour>\d{1,2})(?:[:.h]|\s?h\s?)(?<minute>[0-5]\d)(?::[0-5]\d)?
  (?:\s?(?<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:${'after hour'}|h\b))?(?:\s?\(?(?<zone>${ZONE}))?`;
/** The half of the day that is named `PM`, or otherwise. */
const AFTERNOON = pattern`^(?:p|${'afternoon'})$`;

const AFTER = [
  pattern`^${WESTERN}`,
  // `9 PM`: without minutes only where the half of the day is named
  pattern`^(?<hour>\d{1,2})\s?(?<half>[ap])\.?\s?m\b\.?(?:\s?(?<zone>${ZONE}))?`,
  // `14時30分`, `오후 2:30`, `下午2点30分`
  casedPattern`
    ^(?<half>${['forenoon', 'afternoon']})?\s?(?<hour>\d{1,2})\s?(?:[:：]|${'eastern hour'})\s?
    (?<minute>\d{1,2})?${'eastern minute'}?`,
];
const BEFORE = pattern`(?<!\d)${WESTERN}$`;

/** What may stand between a date and its time: `, at`, `um`, `à`, `•`, a weekday in brackets. */
const BETWEEN = pattern`
  ^(?:[\s,;.|•·–—@/-]|T(?=\d)|[(（].{1,4}[)）]
  |(?:${['at', 'eastern weekday']}|в \d{1,2})(?![\p{L}]))*`;
const BETWEEN_BEFORE = pattern`
  [\s,;|•·–—-]*(?:(?:${['on date', 'short weekday']}|[a-zà-ÿ]{2,9}day)[\s,.]*){0,2}$`;

/** The time that a pattern found, its zone as written: `EDT`, or empty where none is named. */
function timeOf(match: RegExpExecArray | null) {
  const { hour, minute = 0, half, zone = '' } = match?.groups ?? {};
  if (hour === undefined) return null;
  const isLater = half !== undefined && AFTERNOON().test(half);
  let hours = Number(hour);
  if (isLater && hours < 12) hours += 12;
  if (half !== undefined && !isLater && hours === 12) hours = 0;
  const minutes = Number(minute);
  return hours > 23 || minutes > 59 ? null : { hour: hours, minute: minutes, zone };
}

/** The time that follows a date, at the start of what comes after it. */
export function timeAfter(text: string) {
  const rest = text.slice(0, 60).replace(BETWEEN(), '');
  return timeOf(firstValue(AFTER, (form) => form().exec(rest)));
}

/** The time that stands before a date: `11:00pm, 19 Jul, 2021`. */
export function timeBefore(text: string) {
  return timeOf(BEFORE().exec(text.slice(-40).replace(BETWEEN_BEFORE(), '')));
}
