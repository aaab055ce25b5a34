// Author, date, place and length: from the lines around the headline, else below the story.
import { firstValue } from '../../../../core/first-value.ts';
import { parseSourceHint } from '../../../facts/source.ts';
import type { Lines } from '../lines/classify-lines.ts';
import { isUpdateDate } from '../lines/date-lines.ts';
import type { PageSurvey } from '../story/survey-page.ts';
import { BELOW, gatherAuthors, INTO, linesAbove } from './gather-authors.ts';

/** What the lines around a story say of it. */
export type Facts = ReturnType<typeof gatherFacts>;

/** Gathers the facts; what the page does not say is `null`. */
export function gatherFacts(page: PageSurvey) {
  // From the headline down into the story, then the lines above the headline.
  const near = [...headerLines(page), ...linesAbove(page).toReversed()];
  return {
    ...gatherAuthors(page),
    ...gatherDates(page, near),
    readingMinutes: firstValue(near, ({ minutes }) => minutes),
    // A count alone is that of a button.
    comments:
      firstValue(near, ({ comments, text }) => (comments === text ? null : comments)) ??
      firstValue(near, ({ comments }) => comments),
    source: firstValue(page.lines, ({ text }) => parseSourceHint(text)),
  };
}

function headerLines({ lines, top, story }: PageSurvey): Lines {
  return lines.slice(top, story.start + INTO);
}

/** The dates beside the headline; else the one the story opens with; else those below; else any. */
function gatherDates(page: PageSurvey, near: Lines) {
  const { lines, top, story } = page;
  const beside = datesOf(near);
  const opening = firstValue(headerLines(page), ({ opening }) => opening);
  if (beside.length === 0 && opening !== null) return { published: opening, updated: null };
  const end = lines.slice(Math.max(story.start, story.end - INTO), story.end + BELOW);
  const places = [beside, datesOf(end), datesOf(lines.slice(top))];
  const found = places.find(({ length }) => length > 0) ?? [];
  const published = found.find(({ isUpdate }) => !isUpdate)?.iso ?? null;
  const updated = found.find(({ isUpdate }) => isUpdate)?.iso ?? null;
  // A page that shows only its last change has no other date to be found by.
  return { published: published ?? updated, updated };
}

function datesOf(lines: Lines) {
  return lines.flatMap(({ text, dates }) =>
    dates.map((date) => ({ iso: date.iso, isUpdate: isUpdateDate(text, date) })),
  );
}
