// What the rules for captions find, how long captions are, and how blank lines tell them.
// A browser copies a blank line after each paragraph, and none after captions.
import { isCreditAlone } from '../../../facts/credits.ts';
import { isAgencyCaption } from '../../../facts/in-picture.ts';
import { isApart, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { hasSentences } from '../lines/pasted-line.ts';
import { isInStory, type PageSurvey } from '../story/survey-page.ts';

/** The shortest text that is a caption for its copy or its credit. */
export const SHORTEST_CAPTION = 12;
/** The heaviest caption that is known by a copy, an alternative text or a credit. */
const HEAVIEST_CAPTION = 450;
const HEAVIEST_BY_AGENCY = 1000;

/** A caption found, and the lines above or below that were parts of the same picture. */
export interface FoundCaption {
  readonly line: SeenLine;
  readonly caption: string;
  readonly credit: string | null;
  readonly parts: Lines;
}

/** A line that is a credit and nothing else; `null` for every other. */
export function creditIn(line: SeenLine | undefined): SeenLine | null {
  return line !== undefined && isCreditAlone(line.text) ? line : null;
}

/**
 * A caption with the credit on a line of its own, which is the one below it unless it is told, or with
 * the one that it ends in, or its copy, the first of its parts.
 */
export function captionAt(
  line: SeenLine,
  parts: Lines = [],
  credit: SeenLine | null = creditIn(line.below),
): FoundCaption {
  const { text } = line;
  if (credit !== null)
    return { line, caption: text, credit: credit.text, parts: [...parts, credit] };
  const split = line.caption ?? parts[0]?.caption ?? { caption: text, credit: null };
  return { line, ...split, parts };
}

/** Whether a line says more than captions do. */
export function isTooHeavy({ weight, text }: SeenLine): boolean {
  if (weight <= HEAVIEST_CAPTION) return false;
  return weight > HEAVIEST_BY_AGENCY || !isAgencyCaption(text);
}

/** So many sentences in a run are a list, not a picture's caption and its description. */
const MOST_IN_RUN = 2;
/** Lines above and below within which the story's paragraphs stand. */
const REACH = 6;
/** Heavier lines are paragraphs. */
const HEAVIEST = 260;

/** Whether no blank line follows a line of a story whose paragraphs are followed by one. */
export function isTight(line: SeenLine, page: PageSurvey): boolean {
  if (!page.isSetApart || isApart(line) || !isCaptionLike(line)) return false;
  if (line.weight > HEAVIEST) return false;
  return isBetweenParagraphs(line, page) && sentencesInRun(line) <= MOST_IN_RUN;
}

function isCaptionLike({ text, shape, byline, bullet }: SeenLine): boolean {
  if (byline !== null || bullet) return false;
  if (/[?!:;,？！：]["”’»]?$/u.test(text) || /^(?:["“„«–—-]|\d{1,3}[.)]\s)/u.test(text))
    return false;
  return shape !== 'words' || hasSentences(text);
}

function isBetweenParagraphs({ at }: SeenLine, page: PageSurvey): boolean {
  const near = page.lines.slice(Math.max(0, at - REACH), at + REACH);
  const paragraphs = near.filter(
    (line) => line.shape === 'paragraph' && isApart(line) && isInStory(line, page),
  );
  return paragraphs.some((one) => one.at < at) && paragraphs.some((one) => one.at > at);
}

/** Sentences among the lines around one that are not set apart either. */
function sentencesInRun(line: SeenLine): number {
  let first = line;
  while (first.above !== undefined && !isApart(first.above)) first = first.above;
  let count = 0;
  for (let one: SeenLine | undefined = first; one && !isApart(one); one = one.below) {
    count += Number(one.shape !== 'words');
  }
  return count;
}
