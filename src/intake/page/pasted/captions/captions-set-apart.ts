// Captions known by blank lines: a browser copies one after each paragraph, and none after them.
import { isInPicture } from '../../../facts/in-picture.ts';
import type { StorySpan } from '../../../label/best-span.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { hasSentences } from '../lines/pasted-line.ts';
import { isApart } from '../story/survey-page.ts';

/** So many sentences in a run are a list, not a picture's caption and its description. */
const MOST_IN_RUN = 2;
/** Lines above and below within which the story's paragraphs stand. */
const REACH = 6;
/** Heavier lines are paragraphs. */
const HEAVIEST = 260;

/** Whether no blank line follows a line of a story whose paragraphs are followed by one. */
export function isTight(lines: readonly SeenLine[], at: number, story: StorySpan): boolean {
  const line = lines[at];
  if (line === undefined || isApart(lines, at) || !isCaptionLike(line)) return false;
  if (line.weight > HEAVIEST) return false;
  return isBetweenParagraphs(lines, at, story) && sentencesInRun(lines, at) <= MOST_IN_RUN;
}

function isCaptionLike({ text, shape, byline, bullet }: SeenLine): boolean {
  if (byline !== null || bullet) return false;
  if (/[?!:;,？！：]["”’»]?$/u.test(text) || /^(?:["“„«–—-]|\d{1,3}[.)]\s)/u.test(text))
    return false;
  return shape !== 'words' || hasSentences(text) || isInPicture(text);
}

function isBetweenParagraphs(lines: readonly SeenLine[], at: number, story: StorySpan): boolean {
  const isParagraph = (place: number): boolean =>
    lines[place]?.shape === 'paragraph' && isApart(lines, place);
  const near = Array.from({ length: 2 * REACH }, (_, step) => at - REACH + step);
  const places = near.filter((one) => one >= story.start && one < story.end && isParagraph(one));
  return places.some((one) => one < at) && places.some((one) => one > at);
}

/** Sentences among the lines around one that are not set apart either. */
function sentencesInRun(lines: readonly SeenLine[], at: number): number {
  let start = at;
  while (start > 0 && !isApart(lines, start - 1)) start--;
  let end = at + 1;
  while (end < lines.length && !isApart(lines, end)) end++;
  return lines.slice(start, end).filter(({ shape }) => shape !== 'words').length;
}
