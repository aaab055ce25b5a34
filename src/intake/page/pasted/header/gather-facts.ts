// Author, date, place and length: from the lines around the headline, else below the story.
import { parseBareCount } from '../../../facts/counts.ts';
import { parseSourceHint } from '../../../facts/source.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { isUpdateDate } from '../lines/date-lines.ts';
import type { PageSurvey } from '../story/survey-page.ts';
import { gatherAuthors } from './gather-authors.ts';

/** What the lines around a story say of it. */
export interface Facts {
  readonly authors: readonly string[];
  readonly place: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly readingMinutes: number | null;
  readonly comments: string | null;
  readonly source: string | null;
}

/** Lines above the headline and into the story in which its facts may stand. */
const ABOVE = 4;
const INTO = 3;
/** Lines below the story in which they may stand where there are none above. */
const BELOW = 6;

/** Gathers the facts; what the page does not say is `null`. */
export function gatherFacts(page: PageSurvey): Facts {
  const near = nearLines(page);
  return {
    ...gatherAuthors(page),
    ...gatherDates(page, near),
    readingMinutes: first(near, ({ minutes }) => minutes),
    comments:
      first(near, ({ comments }) => comments) ?? first(near, ({ text }) => parseBareCount(text)),
    source: first(page.lines, ({ text }) => parseSourceHint(text)),
  };
}

function first<T>(lines: readonly SeenLine[], read: (line: SeenLine) => T | null): T | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}

/** From the headline down into the story, then the lines above the headline. */
function nearLines({ lines, headline, story }: PageSurvey): readonly SeenLine[] {
  const top = headline ?? story.start;
  const above = lines.slice(Math.max(0, top - ABOVE), top).reverse();
  return [...headerLines({ lines, headline, story }), ...above];
}

function headerLines({ lines, headline, story }: Pick<PageSurvey, 'lines' | 'headline' | 'story'>) {
  return lines.slice(headline ?? story.start, story.start + INTO);
}

function belowLines({ lines, story }: PageSurvey): readonly SeenLine[] {
  return lines.slice(Math.max(story.start, story.end - INTO), story.end + BELOW);
}

/** The dates beside the headline; else the one the story opens with; else those below the story. */
function gatherDates(page: PageSurvey, near: readonly SeenLine[]) {
  const found = datesOf(near);
  const opening = first(headerLines(page), ({ opening }) => opening);
  if (found.length === 0 && opening !== null) return { published: opening, updated: null };
  if (found.length === 0) found.push(...datesOf(belowLines(page)));
  if (found.length === 0) return { published: dateBelow(page), updated: null };
  const published = found.find(({ isUpdate }) => !isUpdate)?.iso ?? null;
  const updated = found.find(({ isUpdate }) => isUpdate)?.iso ?? null;
  // A page that shows only its last change has no other date to be found by.
  return { published: published ?? updated, updated };
}

/** The first date below the headline, however far. */
function dateBelow({ lines, headline, story }: PageSurvey): string | null {
  return first(lines.slice(headline ?? story.start), ({ dates }) => dates[0]?.iso ?? null);
}

function datesOf(lines: readonly SeenLine[]): { iso: string; isUpdate: boolean }[] {
  return lines
    .filter(({ caption }) => caption === null)
    .flatMap(({ text, dates }) =>
      dates.map((date) => ({ iso: date.iso, isUpdate: isUpdateDate(text, date) })),
    );
}
