// Authors that only a date on their line shows to be some: a lone word behind a `By`.
import { firstValue } from '../../../../core/first-value.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { parseHandle } from '../../../facts/names/handle.ts';
import { pattern } from '../../../words/pattern.ts';
import type { TitledPage } from '../document/page-data.ts';
import { isAuthor, isSubject, LEAD } from './author-names.ts';

const LONGEST = 200;
const TIME_BEHIND = /^(?:[\s,|•·–-]|\d{1,2}[:.h]\d\d(?!\d)(?:\s?(?:[ap]m|uhr))?)+/iu;
/** No name of a person is among these. */
const WEEKDAY = pattern`[\s,–-]*\b(?:(?:${'on date'}\s+)?${['weekday', 'short weekday']}|on)\.?[\s,]*$`;

/** What stands before the first date of a line and behind it; `null` where there is none. */
function besideDate(line: string, language: string) {
  const [date] = line.length <= LONGEST ? findWrittenDates(line, { language }) : [];
  if (date === undefined) return null;
  const before = line.slice(0, date.start).trim().replace(WEEKDAY(), '').trim();
  return { before, behind: line.slice(date.end).replace(TIME_BEHIND, '') };
}

/** A line without the date it ends in, or has before a `By`. */
export function beforeDate(line: string, language: string): string {
  const { before, behind } = besideDate(line, language) ?? {
    before: line.replace(WEEKDAY(), '').trim(),
    behind: '',
  };
  const isLed = LEAD.test(behind) && (before.length <= 4 || parseByline(before) === null);
  if (isLed) return behind;
  return before.length > 4 ? before : line;
}

/** The lone word behind a `By`. */
export function datedAuthors(page: TitledPage): readonly string[] {
  const handle = firstValue(page.topLines(), (line) => {
    const beside = besideDate(line, page.language);
    return beside && (parseHandle(beside.behind) ?? parseHandle(beside.before));
  });
  const isOne = handle !== null && isAuthor(handle, page) && !isSubject(handle, page);
  return isOne ? [handle] : [];
}
