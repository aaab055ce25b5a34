// Numbers that a page states with a story: minutes of reading, comments.
import { lazy } from '../../core/lazy.ts';
import { anyOf } from '../words/phrases.ts';

/** `Reading Time:5 minutes`, `5 min read`, `Lesezeit: 5 Min.`, `約5分で読めます`. */
const READING = lazy(() => [
  new RegExp(`(?:${anyOf('reading time')})\\s*[:：]?\\s*(?:ca\\.|約|约|~)?\\s*(\\d{1,3})`, 'iu'),
  new RegExp(
    `(\\d{1,3})\\s?[- ]?(?:${anyOf('reading minutes')})\\s?(?:${anyOf('of reading')})`,
    'iu',
  ),
]);

/** `99+`, `1,204`. */
const COUNT = '(\\d{1,3}(?:[.,\\s]\\d{3})*\\+?|\\d+\\+?|\\d+(?:\\.\\d)?[kK])';
const COMMENTS = lazy(() => [
  new RegExp(`^${COUNT}\\s?(?:${anyOf('comment')})$`, 'iu'),
  new RegExp(
    `^(?:(?:view|read|see|show) )?(?:all )?(?:${anyOf('comment')})\\s?[:(]?\\s?${COUNT}\\)?(?:件|개)?$`,
    'iu',
  ),
]);

/** Minutes of reading as the line states them, 1 to 240; `null` where it states none. */
export function parseReadingMinutes(line: string): number | null {
  if (line.length > 80) return null;
  for (const pattern of READING()) {
    const minutes = Number(pattern.exec(line)?.[1] ?? 0);
    if (minutes >= 1 && minutes <= 240) return minutes;
  }
  return null;
}

/** The count of comments as the line writes it; `null` where it states none. */
export function parseCommentCount(line: string): string | null {
  if (line.length > 40) return null;
  for (const pattern of COMMENTS()) {
    const count = pattern.exec(line)?.[1];
    if (count !== undefined) return count;
  }
  return null;
}

/** `99+` alone on its line: what a button for comments copies as. */
export function parseBareCount(line: string): string | null {
  return /^\d{1,4}\+$/.test(line) ? line : null;
}
