// Authors that only a date beside them shows to be some: names on a line of their own, a lone word behind a `By`.
import { firstValue } from '../../../../core/first-value.ts';
import { findLoneDate, findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { parseHandle } from '../../../facts/names/handle.ts';
import { pattern } from '../../../words/pattern.ts';
import { type DomElement, isLonger, lineOf } from '../document/dom.ts';
import { standsIn } from '../document/main-part.ts';
import type { TitledPage } from '../document/page-data.ts';
import { closest, selectAll } from '../document/select.ts';
import { isAuthor, isSubject, LEAD } from './author-names.ts';
import { headingsOf } from './headings.ts';

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

/** The lone word behind a `By`, else the names of a line beside one that is a date. */
export function datedAuthors(page: TitledPage): readonly string[] {
  const handle = firstValue(page.topLines(), (line) => {
    const beside = besideDate(line, page.language);
    return beside && (parseHandle(beside.behind) ?? parseHandle(beside.before));
  });
  const names = handle === null ? namesBesideDate(page) : [handle];
  return names.filter((name) => isAuthor(name, page) && !isSubject(name, page));
}

/** Lines between names and their date, at the most. */
const BETWEEN = 1;

function namesBesideDate(page: TitledPage): readonly string[] {
  const lines = headerLines(page);
  const dates = lines.map((line) => findLoneDate(line, { language: page.language }));
  const bylines = lines.map((line, at) => {
    const near = dates.slice(Math.max(0, at - BETWEEN - 1), at + BETWEEN + 2);
    return near.some((date) => date !== null) ? parseByline(line) : null;
  });
  return firstValue(bylines, (byline) => byline?.authors ?? null) ?? [];
}

const ELSEWHERE = 'nav,footer,aside,figure,form';
const MOST_IN_HEADER = 40;
/** UTF-16 units from which a block is one of the story. */
const STORY_BLOCK = 120;
const LONGEST_LINE = 80;

/** Whether an element is a piece of a longer paragraph. */
function isProse(element: DomElement): boolean {
  const paragraph = closest(element, 'p');
  return paragraph !== null && isLonger(paragraph, LONGEST_LINE);
}

/** The lines between the headline and the story's first paragraph. */
function headerLines(page: TitledPage): readonly string[] {
  const [heading] = headingsOf(page, page.headline);
  const all = selectAll(page.document, 'h1,h2,h3,p,div,span,a,address,time,li');
  const start = heading === undefined ? all.length : all.indexOf(heading) + 1;
  const below = all.slice(start, start + MOST_IN_HEADER);
  const isStory = (block: DomElement): boolean =>
    /^(?:p|h2)$/.test(block.localName) && isLonger(block, STORY_BLOCK);
  const story = below.findIndex(isStory);
  return below
    .slice(0, story < 0 ? undefined : story)
    .filter((one) => one.firstElementChild === null && !standsIn(one, ELSEWHERE) && !isProse(one))
    .map(lineOf)
    .filter((line) => line !== '');
}
