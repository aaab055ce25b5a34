// A page as the passes share it: its lines, its lists, where the headline and the story are.
import type { SeenLine } from '../lines/classify-lines.ts';
import { findStory, type LineSpan } from './find-story.ts';
import { findHeaderEnd } from './header-end.ts';
import { findHeadline } from './headline-line.ts';
import { findLists, type ListSpan } from './story-lists.ts';

/** What is known of a page before its lines get their parts. */
export interface PageSurvey {
  readonly lines: readonly SeenLine[];
  readonly lists: readonly ListSpan[];
  readonly headline: number | null;
  /** The line after the last that is surely the header's: a byline, a date, a deck. */
  readonly headerEnd: number;
  /** From the first line of the body, the line after the headline at the earliest. */
  readonly story: LineSpan;
}

/** Finds headline and story; a paste without a paragraph is a story as a whole. */
export function surveyPage(lines: readonly SeenLine[]): PageSurvey {
  const lists = findLists(lines);
  const story = findStory(lines, lists) ?? { start: 0, end: lines.length };
  const headline = findHeadline(lines, story);
  const headerEnd = headline === null ? story.start : findHeaderEnd(lines, headline, story);
  const start = Math.max(story.start, headerEnd);
  return {
    lines,
    lists: cutLists(lines, lists, headline),
    headline,
    headerEnd,
    story: { start, end: Math.max(start, story.end) },
  };
}

/** Lists end where the headline stands; what a page lists above it is not what stands below. */
function cutLists(
  lines: readonly SeenLine[],
  lists: readonly ListSpan[],
  headline: number | null,
): readonly ListSpan[] {
  const cut = lists.find(({ start, end }) => start <= (headline ?? -1) && (headline ?? -1) < end);
  if (headline === null || cut === undefined) return lists;
  const below = findLists(lines.slice(headline + 1)).map((list) => ({
    ...list,
    start: list.start + headline + 1,
    end: list.end + headline + 1,
  }));
  const above = lists.filter(({ end }) => end <= headline);
  return [...above, { ...cut, end: headline, isResumed: true }, ...below];
}
