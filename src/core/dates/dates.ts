// Dates: ISO 8601 as sources write it, read and ordered.

/** A point in time, and whether a zone may shift it. */
export interface Moment {
  /** Milliseconds since 1970 UTC; what names no zone is read as if it were UTC. */
  readonly ms: number;
  /** Whether the source names a zone: what names none is never shifted by one. */
  readonly zoned: boolean;
}

/** A date as the source says it. */
export interface ParsedDate extends Moment {
  readonly kind: 'date' | 'date-time';
}

const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

const MINUTE = 60_000;
/** In ms. */
export const DAY = 24 * 60 * MINUTE;

/**
 * Reads an ISO 8601 date or date-time (`2021-07-19`, `2021-07-19T23:00:00Z`, `+08:00`; a space may
 * stand for the `T`) and holds it against the calendar.
 * @returns `null` where it is none: `2021-13-45`, `2021-02-29`, `yesterday`
 */
export function parseDate(value: string): ParsedDate | null {
  const match = ISO_8601.exec(value.trim());
  if (match === null) return null;
  const number = (group: number): number => Number(match[group] ?? 0);
  const year = number(1);
  const month = number(2);
  const day = number(3);
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > 28 && day > lastDay(year, month - 1)) return null;
  // RFC 3339 §5.7: a leap second is a 60th.
  if (number(4) > 23 || number(5) > 59 || number(6) > 60) return null;
  if (number(10) > 23 || number(11) > 59) return null;
  const fraction = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  const offset = (number(10) * 60 + number(11)) * (match[9] === '-' ? -MINUTE : MINUTE);
  const time = (number(4) * 60 + number(5)) * MINUTE + number(6) * 1000 + fraction;
  return {
    kind: match[4] === undefined ? 'date' : 'date-time',
    ms: utcDay(year, month - 1, day) + time - offset,
    zoned: match[8] !== undefined || match[9] !== undefined,
  };
}

/** Midnight UTC in ms; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. @param month from 0 */
export function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** The day a month ends on; months count from 0. */
export function lastDay(year: number, month: number): number {
  return new Date(utcDay(year, month + 1, 0)).getUTCDate();
}

/** In two digits or more. */
export function pad(value: number | string): string {
  return String(value).padStart(2, '0');
}

/** Milliseconds to sort by; what is no date comes before every date. */
export function dateOrder(value: string | null): number {
  const date = value === null ? null : parseDate(value);
  return date === null ? Number.NEGATIVE_INFINITY : date.ms;
}

/** `2021-07-19T21:00:00Z`, as feeds, mails and books have it (RFC 3339); `null` for what is no date. */
export function formatInstant(value: string): string | null {
  const date = parseDate(value);
  return date === null ? null : `${new Date(date.ms).toISOString().slice(0, 19)}Z`;
}

/** `2021-07-19`: the day where the machine is; empty for what is no date. Costs no Intl. */
export function formatIsoDay(value: string): string {
  const date = parseDate(value);
  if (date === null) return '';
  if (!date.zoned) return value.trim().slice(0, 10);
  return clockDate(date).toISOString().split('T')[0] ?? '';
}

/**
 * A date whose UTC fields are those of the machine's clock at that moment, or of the source's own
 * where it names no zone. Costs no Intl.
 */
export function clockDate({ ms, zoned }: Moment): Date {
  return new Date(zoned ? ms - new Date(ms).getTimezoneOffset() * MINUTE : ms);
}
