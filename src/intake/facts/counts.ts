// Numbers that a page states with a story: minutes of reading, comments.
import { pattern } from '../words/pattern.ts';

/** `Reading Time:5 minutes`, `5 min read`, `Lesezeit: 5 Min.`, `約5分で読めます`. */
const READING = pattern`
  ${'reading time'}\s*[:：]?\s*(?:${'roughly'}|~)?\s*(\d{1,3})
  |(\d{1,3})\s?[- ]?${'reading minutes'}\s?${'of reading'}`;

/** `99+`, `1,204`. */
const COUNT = /(\d{1,3}(?:[.,\s]\d{3})*\+?|\d+\+?|\d+(?:\.\d)?[kK])/u;
/** A count alone has its plus: what a button for comments copies as. */
const COMMENTS = pattern`
  ^(?:${COUNT}\s?${'comment'}|(\d{1,4}\+)
  |(?:${'show comments'} )?${'comment'}\s?[:(]?\s?${COUNT}\)?${'comments counted'}?)$`;

/** Minutes of reading as the line states them, 1 to 240; `null` where it states none. */
export function parseReadingMinutes(line: string): number | null {
  const [, behind, before] = (line.length <= 80 && READING().exec(line)) || [];
  const minutes = Number(behind ?? before ?? 0);
  return minutes >= 1 && minutes <= 240 ? minutes : null;
}

/** The count of comments as the line writes it; `null` where it states none. */
export function parseCommentCount(line: string): string | null {
  const [, ...counts] = (line.length <= 40 && COMMENTS().exec(line)) || [];
  return counts.find((count) => count !== undefined) ?? null;
}
