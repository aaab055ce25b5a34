// The date that a story opens with, where its dateline stands: `BERLIN, 8. November 2023 – …`.
import { WEEKDAYS } from './calendar-names.ts';
import { type DateContext, findWrittenDates } from './written-dates.ts';

/** How far into a paragraph the date may reach that it opens with, in UTF-16 units. */
const OPENING = 60;
/** Nothing, or the place, or a short sign: `BERLIN, `, `QUILLPORT (`, `Red. / `, `北京`. */
const BEFORE_OPENING =
  /^(?:.{0,24}[/|(（]\s?|(?:\d\d\.\s)?\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+)?,\s|\p{Script=Han}{1,8})?$/u;
const AFTER_OPENING = /^\s*(?:[–—:)）|(-]|[电電])|^\s*\.?\s\p{Lu}/u;

/** The date that a paragraph opens with: `BERLIN, 8. November 2023 – …`; `null` for most. */
export function openingDate(paragraph: string, context: DateContext): string | null {
  const opening = paragraph.slice(0, OPENING);
  if (!/\p{Nd}{2}/u.test(opening)) return null;
  const date = findWrittenDates(opening, { ...context, now: undefined })[0];
  if (date === undefined) return null;
  const before = opening.slice(0, date.start);
  if (!BEFORE_OPENING.test(before) || before.search(WEEKDAYS()) >= 0) return null;
  return AFTER_OPENING.test(paragraph.slice(date.end, date.end + 8)) ? date.iso : null;
}
