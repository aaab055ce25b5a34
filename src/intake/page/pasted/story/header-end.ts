// Where the header of a story ends: below its byline and date.
import type { StorySpan } from '../../../label/measures.ts';
import { isDated, isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';

/** How far below the headline a byline or a date may close the header, in lines. */
const HEADER = 16;
/** Paragraphs that may stand above a byline: a deck, and one more. */
const MOST_ABOVE = 2;
/** Lighter words between headline and story are labels of buttons and sections. */
export const LIGHTEST_DECK = 28;

/** Whether a line names an author, a date or a reading time. */
export function isFact(line: SeenLine | undefined): boolean {
  if (line === undefined) return false;
  return isDated(line) || (line.minutes ?? line.comments ?? line.byline) !== null;
}

/** The line after the last one that is surely above the story: a byline's, a date's. */
export function findHeaderEnd(lines: Lines, headline: SeenLine, story: StorySpan): number {
  let paragraphs = 0;
  let end = headline.at + 1;
  for (const line of lines.slice(headline.at + 1, headline.at + HEADER)) {
    if (paragraphs > MOST_ABOVE) break;
    if (line.shape === 'paragraph' && line.caption === null) paragraphs++;
    // Names below a paragraph may be anybody's; a date or a marked byline is the header's.
    else if (isFact(line) && (paragraphs === 0 || isDated(line) || isSigned(line)))
      end = line.at + 1;
  }
  if (end > headline.at + 1) return end;
  // Without a byline what stands between headline and story is a deck.
  return story.start > headline.at + 2 ? headline.at + 2 : headline.at + 1;
}
