// What the rules for captions look at, and what they find.
import { isAgencyCaption } from '../../../facts/in-picture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { PageSurvey } from '../story/survey-page.ts';

/** The shortest text that is a caption for its copy or its credit. */
export const SHORTEST_CAPTION = 12;
/** The heaviest caption that is known by a copy, an alternative text or a credit. */
const HEAVIEST_CAPTION = 450;
const HEAVIEST_BY_AGENCY = 1000;

/** A caption found, and the lines above or below that were parts of the same picture. */
export interface FoundCaption {
  readonly at: number;
  readonly caption: string;
  readonly credit: string | null;
  readonly parts: readonly number[];
}

/** A line, and the two below it. */
export interface CaptionPlace {
  readonly lines: readonly SeenLine[];
  readonly at: number;
  readonly line: SeenLine;
  readonly next: SeenLine | undefined;
  readonly third: SeenLine | undefined;
  /** Whether the line is the story's last. */
  readonly isLast: boolean;
  readonly isInStory: boolean;
  /** Whether the line stands right below the headline, where a deck does. */
  readonly isBelowHeadline: boolean;
  readonly page: PageSurvey;
  /** The page, where captions can be known by blank lines. */
  readonly setting: PageSurvey | null;
}

/** Whether a line says more than captions do. */
export function isTooHeavy({ weight, text }: SeenLine): boolean {
  if (weight <= HEAVIEST_CAPTION) return false;
  return weight > HEAVIEST_BY_AGENCY || !isAgencyCaption(text);
}
