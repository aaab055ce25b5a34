// A page as the passes share it: its lines, its lists, where the headline and the story are.

import type { ListKind } from '../../../facts/find-furniture.ts';
import type { StorySpan } from '../../../label/measures.ts';
import { isApart, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { findHeaderEnd } from './header-end.ts';
import { findHeadlineLine } from './headline-line.ts';
import { type LineFeatures, lineFeatures } from './line-features.ts';
import { findStory, LIKELY, storyChances } from './story-chances.ts';

/** What is known of a page before its lines get their parts. */
export interface PageSurvey {
  readonly lines: Lines;
  /** Of each line to be a part of the story: 0 to 1. */
  readonly chances: readonly number[];
  readonly features: LineFeatures;
  readonly headline: SeenLine | undefined;
  /** Where the headline stands, or the story begins. */
  readonly top: number;
  /** The line after the last that is surely the header's: a byline, a date, a deck. */
  readonly headerEnd: number;
  /** From the first line of the body, the line after the headline at the earliest. */
  readonly story: StorySpan;
  /**
   * Whether the story's paragraphs are each followed by a blank line, as browsers copy them; in an
   * interview only answers are.
   */
  readonly isSetApart: boolean;
}

/** The share of a story's paragraphs that blank lines must follow. */
const SHARE_APART = 0.6;
/** Questions right above what answers them that are an interview. */
const FEWEST_QUESTIONS = 4;

/** Finds headline and story; a paste without a paragraph is a story as a whole. */
export function surveyLines(lines: Lines): PageSurvey {
  const features = lineFeatures(lines);
  const judged = storyChances(lines, features);
  const found = findStory(lines, judged);
  const story = found ?? { start: 0, end: lines.length };
  const chances = found === null ? lines.map(() => 1) : judged;
  const headline = findHeadlineLine(lines, story, features);
  const headerEnd = headline === undefined ? story.start : findHeaderEnd(lines, headline, story);
  const start = Math.max(story.start, headerEnd);
  const end = Math.max(start, story.end);
  return {
    lines,
    chances,
    features,
    headline,
    top: headline?.at ?? start,
    headerEnd,
    story: { start, end },
    isSetApart: isSetApart(lines, { start, end }),
  };
}

function isSetApart(lines: Lines, { start, end }: StorySpan): boolean {
  const story = lines.slice(start, end);
  const questions = story.filter((line) => !isApart(line) && /[?？]["”»]?$/u.test(line.text));
  if (questions.length >= FEWEST_QUESTIONS) return false;
  // Of the last line of a paste nobody knows what follows it.
  const paragraphs = story.filter(
    ({ shape, below }) => shape === 'paragraph' && below !== undefined,
  );
  const apart = paragraphs.filter(isApart);
  return apart.length >= Math.max(1, paragraphs.length * SHARE_APART);
}

/** Whether a line stands in the story's range. */
export function isInStory({ at }: SeenLine, { story }: PageSurvey): boolean {
  return at >= story.start && at < story.end;
}

/** Whether a line stands right below the headline, where a deck does. */
export function isBelowHeadline({ at }: SeenLine, { headline }: PageSurvey): boolean {
  return at - 1 === headline?.at;
}

/** Lines without one of the story after which a list is sure to have ended. */
const LONGEST_LIST = 60;

/** What the list holds that a line stands in or heads; `null` where it stands in none. */
export function listAround(line: SeenLine, { chances, headline }: PageSurvey): ListKind | null {
  const first = line.at - LONGEST_LIST;
  for (let one: SeenLine | undefined = line; one && one.at > first; one = one.above) {
    if (one.head !== null) return one.head;
    if (one === headline || (chances[one.at] ?? 0) >= LIKELY) return null;
  }
  return null;
}
