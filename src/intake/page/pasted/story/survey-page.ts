// A page as the passes share it: its lines, its lists, where the headline and the story are.
import type { SeenLine } from '../lines/classify-lines.ts';
import { findStory, type LineSpan } from './find-story.ts';
import { findHeaderEnd } from './header-end.ts';
import { findHeadline } from './headline-line.ts';
import { storyChances } from './story-chances.ts';
import { findLists, type ListSpan } from './story-lists.ts';

/** What is known of a page before its lines get their parts. */
export interface PageSurvey {
  readonly lines: readonly SeenLine[];
  /** Of each line to be a part of the story: 0 to 1. */
  readonly chances: readonly number[];
  readonly lists: readonly ListSpan[];
  readonly headline: number | null;
  /** The line after the last that is surely the header's: a byline, a date, a deck. */
  readonly headerEnd: number;
  /** From the first line of the body, the line after the headline at the earliest. */
  readonly story: LineSpan;
}

/** Finds headline and story; a paste without a paragraph is a story as a whole. */
export function surveyPage(lines: readonly SeenLine[]): PageSurvey {
  const judged = storyChances(lines);
  const found = findStory(lines, judged);
  const story = found ?? { start: 0, end: lines.length };
  const chances = found === null ? lines.map(() => 1) : judged;
  const headline = findHeadline(lines, story);
  const headerEnd = headline === null ? story.start : findHeaderEnd(lines, headline, story);
  const start = Math.max(story.start, headerEnd);
  return {
    lines,
    chances,
    lists: findLists(lines, chances, headline),
    headline,
    headerEnd,
    story: { start, end: Math.max(start, story.end) },
  };
}
