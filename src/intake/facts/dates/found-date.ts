// A date found in a text, and the latest that it may be.
import { DAY } from '../../../core/dates/dates.ts';

/** A date found in a text. */
export interface WrittenDate {
  /** A date, or a date-time with the offset the text names, if any. */
  readonly iso: string;
  /** Where its day, month and year stand, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** No page is older than its own stories: the day after it was read, where that is known. */
export function latestOf(now: Date | undefined): string {
  if (now === undefined) return '9999';
  return new Date(now.getTime() + DAY).toISOString().slice(0, 10);
}
