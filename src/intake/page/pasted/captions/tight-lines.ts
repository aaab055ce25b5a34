// Captions known by blank lines: a browser copies one after each paragraph, and none after captions.
import { isApart, type SeenLine } from '../lines/classify-lines.ts';
import { hasSentences } from '../lines/pasted-line.ts';
import { isInStory, type PageSurvey } from '../story/survey-page.ts';

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
