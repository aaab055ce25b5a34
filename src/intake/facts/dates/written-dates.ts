// Dates written out in a line of text, in a dozen languages, as ISO 8601.

import { countMatches } from '../../../core/count.ts';
import { pad, parseDate } from '../../../core/dates/dates.ts';
import { ENGLISH_MONTHS } from '../../../core/dates/format-dates.ts';
import { pattern, patternWith } from '../../words/pattern.ts';
import { monthNames, monthNumber, WEEKDAYS } from './calendar-names.ts';
import { timeAfter, timeBefore } from './clock-time.ts';
import { latestOf, type WrittenDate } from './found-date.ts';
import { findRelativeDate } from './relative-dates.ts';
import { zoneOffset } from './zones.ts';

/** What is known of a text whose dates are read. */
export interface DateContext {
  /** BCP 47; English without a region reads `7/8/2021` the American way. */
  readonly language?: string | undefined;
  /** What "3 hours ago" counts from; without it such a date is none. */
  readonly now?: Date | undefined;
}

const YEAR = /(?<year>(?:19|20)\d\d)/u;
const DAY = pattern`(?<day>[0-3]?\d)${'ordinal'}?\.?`;
/** Letters of other words may not touch a month's name; digits and the year may. */
const MONTH = pattern`(?<!\p{L})(?<month>${monthNames})(?!\p{L})\.?`;
const JOIN = pattern`[\s,./-]*(?:${'of the year'}\b)?\s*`;

/** How a day is written. */
const FORMS = [
  pattern`(?<!\d)${YEAR}-(?<month>[01]\d)-(?<day>[0-3]\d)(?!\d)`,
  pattern`(?<!\d)${YEAR}\s?${'eastern year'}\s?(?<month>\d{1,2})\s?${'eastern month'}\s?
    (?<day>\d{1,2})\s?${'eastern day'}?`,
  pattern`(?<!\d)${YEAR}[./]\s?(?<month>[01]?\d)[./]\s?(?<day>[0-3]?\d)(?!\d)`,
  // The Levant's name of a month may stand beside that of the Gulf: `3 أيار / مايو 2024`.
  pattern`(?<![\d:.])${DAY}${JOIN}${MONTH}(?:\s?/\s?${monthNames})?${JOIN}${YEAR}`,
  pattern`${MONTH}\s*${DAY}[\s,.]*(?:${'of the year'} )?${YEAR}`,
  // `Thu Nov 26 10:49:47 UTC 2026`, as computers write it
  pattern`${MONTH}\s+${DAY}\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{3,4}\s)?${YEAR}`,
  pattern`${YEAR}(?:\s${'behind year'})?[\s,.]*${MONTH}\s*${DAY}(?!\d)`,
  pattern`(?<![\d/.]|\d-)(?<first>[0-3]?\d)(?<mark>[/.-])\s?(?<second>[0-3]?\d)\k<mark>\s?
    (?<last>(?:19|20)?\d\d)(?!\d(?!\d?(?::|\.\s?\p{L})))`,
];

type Groups = Readonly<Record<string, string>>;

/** The day that a form's groups say, as ISO 8601 has it; no calendar may have it. */
function dayOf(groups: Groups, dayFirst: boolean, latest: string): string | null {
  const { year, month = '', day = '' } = groups;
  if (year === undefined) return numeric(groups, dayFirst, latest);
  const number = monthNumber(month);
  return number === null ? null : isoDay(year, number, day);
}

/**
 * `19/07/2021`, `07/19/2021` and `21-07-19`: the first that is a day not after the latest; a dot
 * means day first everywhere.
 */
function numeric(groups: Groups, dayFirst: boolean, latest: string): string | null {
  const { first = '', mark, second = '', last = '' } = groups;
  const year = last.length === 2 ? `20${last}` : last;
  const ways = [isoDay(year, second, first), isoDay(year, first, second)];
  if (!dayFirst && mark !== '.') ways.reverse();
  if (last.length === 2) ways.push(isoDay(`20${pad(first)}`, second, last));
  return ways.find((day) => parseDate(day) !== null && day <= latest) ?? null;
}

/** The zeros of Arabic, Persian, Hindi, Bengali and full-width digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const;
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯０-９]/gu;

/** Digits of other scripts as ASCII, each one unit as before. */
function asciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - Math.max(...ZEROS.filter((zero) => zero <= code)));
  });
}

function isoDay(year: string, month: string | number, day: string): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** A day with the time that stands beside it. */
function withTime(day: string, before: string, after: string): string {
  const time = timeAfter(after) ?? timeBefore(before);
  if (time === null) return day;
  return `${day}T${pad(time.hour)}:${pad(time.minute)}${zoneOffset(time.zone, day)}`;
}

/** An ISO 8601 date-time keeps its own zone. */
const ISO_TIME = /^T([0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?/;

/** What every form has: a year, or numbers with a mark between them. */
const MAY_BE_DATE = /(?:19|20)\d\d|\d[/.-]\s?\d/;

/** The first day in a text, and where it stands; of numbers none is read as a day to come. */
function findDay(text: string, { language = 'en', now }: DateContext) {
  if (!MAY_BE_DATE.test(text)) return undefined;
  const isDayFirst = !/^en(?:-US)?$/i.test(language);
  const found = FORMS.flatMap((form) => {
    const match = form().exec(text);
    const day = match?.groups && dayOf(match.groups, isDayFirst, latestOf(now ?? new Date()));
    return match && day ? { day, start: match.index, end: match.index + match[0].length } : [];
  });
  return found.sort((one, other) => one.start - other.start)[0];
}

function readForm(text: string, context: DateContext, from: number): WrittenDate | null {
  const found = findDay(text.slice(from), context);
  if (found === undefined || parseDate(found.day) === null) return null;
  const { day } = found;
  const start = from + found.start;
  const end = from + found.end;
  const after = text.slice(end);
  const [exact = '', time, zone = ''] = ISO_TIME.exec(after) ?? [];
  const iso = time ? `${day}T${time}${zone}` : withTime(day, text.slice(0, start), after);
  return parseDate(iso) === null ? null : { iso, start, end: end + exact.length };
}

const SHORT_MONTHS = ENGLISH_MONTHS.map((name) => name.slice(0, 3)).join('|');
/** `GearApr 28, 2024`: a label run into an English month is blotted out, letter for letter. */
const GLUED = patternWith('gu')`
  \p{Ll}(?=${() => SHORT_MONTHS}[a-z]{0,6}\.? \d{1,2},? \d{4})`;

/** Longest text that is searched, in UTF-16 units; dates stand in short lines. */
const LONGEST = 400;

/**
 * The dates of a line in their order, none after the day that follows `now`; in a line longer than
 * 400 units none is looked for.
 */
export function findWrittenDates(text: string, context: DateContext = {}): readonly WrittenDate[] {
  if (text.length > LONGEST) return [];
  const line = /\p{Nd}/u.test(text) ? asciiDigits(text).replace(GLUED(), ' ') : text;
  const found: WrittenDate[] = [];
  for (let from = 0; found.length < 4; ) {
    const next = readForm(line, context, from);
    if (next === null) break;
    found.push(next);
    from = next.end;
  }
  const relative = found.length === 0 ? findRelativeDate(line, context.now) : null;
  if (relative) return [relative];
  return found.filter(({ iso }) => iso.slice(0, 10) <= latestOf(context.now));
}

/** Longest line of a date and little else, in UTF-16 units, and what else it may say. */
const LONGEST_LINE = 160;
const MOST_WORDS = 6;

/** The first date of a line that says little else; `null` for every other line. */
export function findLoneDate(line: string, context: DateContext): WrittenDate | null {
  const [date] = line.length <= LONGEST_LINE ? findWrittenDates(line, context) : [];
  if (date === undefined) return null;
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`;
  return countMatches(rest, /\p{L}{3,}/gu) <= MOST_WORDS ? date : null;
}

/** The first date of a text as ISO 8601; `null` where none is written. */
export function parseWrittenDate(text: string, context: DateContext = {}): string | null {
  return findWrittenDates(text, context)[0]?.iso ?? null;
}

/** How far into a paragraph the date may reach that it opens with, in UTF-16 units. */
const OPENING = 60;
/** Nothing, or the place, or a short sign: `BERLIN, `, `QUILLPORT (`, `Red. / `, `北京`. */
const BEFORE_OPENING =
  /^(?:.{0,24}[/|(（]\s?|(?:\d\d\.\s)?\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+)?,\s|\p{Script=Han}{1,8})?$/u;
const AFTER_OPENING = /^\s*(?:[–—:)）|(-]|[电電])|^\s*\.?\s\p{Lu}/u;

/** What is no place: `Correction, 4 May 2022: An earlier version …`. */
const CORRECTION = pattern`^${'correction'}\W`;

/** The date that a paragraph opens with: `BERLIN, 8. November 2023 – …`; `null` for most. */
export function openingDate(paragraph: string, context: DateContext): string | null {
  const opening = paragraph.slice(0, OPENING);
  if (!/\p{Nd}{2}/u.test(opening)) return null;
  const date = findWrittenDates(opening, { ...context, now: undefined })[0];
  if (date === undefined) return null;
  const before = opening.slice(0, date.start);
  if (!BEFORE_OPENING.test(before) || before.search(WEEKDAYS()) >= 0) return null;
  if (CORRECTION().test(before)) return null;
  return AFTER_OPENING.test(paragraph.slice(date.end, date.end + 8)) ? date.iso : null;
}
