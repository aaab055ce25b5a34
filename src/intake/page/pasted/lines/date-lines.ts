// Lines that say when a story came out: what else they say, and which date is which.

import { countMatches } from '../../../../core/count.ts';
import { WEEKDAYS } from '../../../facts/dates/calendar-names.ts';
import type { WrittenDate } from '../../../facts/dates/found-date.ts';
import { ZONE_NAMES } from '../../../facts/dates/zones.ts';
import { anyCaseOf, pattern, patternWith } from '../../../words/pattern.ts';

const TIME = patternWith('giu')`
  (?<![\d])\d{1,2}\s?(?:[:.h]|${'eastern hour'})\s?\d{2}(?::\d\d)?(?:\s?${'eastern minute'})?
  \s?(?:[ap]\.?\s?m\b\.?)?|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?`;
const ZONES = patternWith('gu')`
  \b(?:[A-Z]{1,4}T|${() => ZONE_NAMES}|${anyCaseOf('after hour')}|[+-]\d\d:?\d\d)\b`;
/** What says that a date is a story's, or its last change's. */
const LABELS = patternWith('giu')`
  (?<!\p{L})${['published', 'updated']}(?: ${'on date'})?(?!\p{L})\.?\s?:?`;
/** What stands before a date or a time that was cut away. */
const PREPOSITIONS = patternWith('giu')`
  (?<!\p{L})${'on date'}(?!\p{L})\.?(?=[\s.,:;()]*(?:[|·•–—-]|$))`;

/** A line without its dates, times, zones, weekdays and the words that label them. */
export function withoutDates(text: string, dates: readonly WrittenDate[]): string {
  let rest = text;
  for (const { start, end } of dates.toReversed()) {
    rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  }
  return rest
    .replace(TIME(), ' ')
    .replace(ZONES(), ' ')
    .replace(WEEKDAYS(), ' ')
    .replace(LABELS(), ' ')
    .replace(PREPOSITIONS(), ' ')
    .replace(/^[\s|,;:•·–—-]+|[\s|,;:•·–—-]+$/gu, '')
    .replace(/ {2,}/g, ' ');
}

/** A letter of a script whose words stand apart. */
const ALPHABET = /[^\P{L}\p{Script=Han}\p{Script=Hangul}]/u;
/** A label, then a preposition, a time and a weekday at the most. */
const UPDATED = pattern`
  (?<!${ALPHABET})${'updated'}(?!${ALPHABET})[^\p{L}]{0,6}(?:${'on date'}\s)?
  [^\p{L}]{0,24}(?:[\p{L}]{2,10}[,.]?\s)?$`;

/** Whether a date is named as that of the last change by the words before it. */
export function isUpdateDate(text: string, date: WrittenDate): boolean {
  return UPDATED().test(text.slice(Math.max(0, date.start - 60), date.start));
}

/** Whether a line signs and dates a post that the story shows: `— Ada Li (@adali) May 4, 2022`. */
export function isPostSignature(text: string): boolean {
  return /^[—–-]\s?.{1,60}[(（]@\w+[)）]/u.test(text);
}

/** How many bars or dots part the facts of a line that is nothing but facts. */
const BARS = 2;

/** `City Post | 4 May 2022, 10:14 | By Ada Li | 3 min`: facts in a row, a date one of them. */
export function isRowOfFacts(text: string, dates: readonly WrittenDate[]): boolean {
  if (countMatches(text, /\s[|•·]\s/gu) < BARS) return false;
  return dates.some(
    ({ start, end }) =>
      /(?:^|\s[|•·]\s)[^|•·]{0,24}$/u.test(text.slice(0, start)) &&
      /^[^|•·]{0,24}\s[|•·]\s/u.test(text.slice(end)),
  );
}

/** What makes a date the beginning or the end of something: `ab 1. Januar 2024`, `until 3 May`. */
const PERIOD = pattern`(?<!\p{L})${'period'}(?:\s${'article before date'})?:?\s$`;

/** Whether something begins or ends on a date: it is not the story's. */
export function isOfPeriod(text: string, { start }: WrittenDate): boolean {
  return PERIOD().test(text.slice(Math.max(0, start - 24), start));
}
