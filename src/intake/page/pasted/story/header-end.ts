// Where the header of a story ends: below its byline and date.
import { parseBareCount } from '../../../facts/counts.ts';
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
  const facts = [line.minutes, line.comments, line.byline, parseBareCount(line.text)];
  return isDated(line) || facts.some((fact) => fact !== null);
}

/** The line after the last one that is surely above the story: a byline's, a date's. */
export function findHeaderEnd(lines: Lines, headline: number, story: StorySpan): number {
  let paragraphs = 0;
  let end = headline + 1;
  for (const line of lines.slice(headline + 1, headline + HEADER)) {
    if (paragraphs > MOST_ABOVE) break;
    if (line.shape === 'paragraph' && line.caption === null) paragraphs++;
    else if (isFact(line) && (paragraphs === 0 || isSure(line))) end = line.at + 1;
  }
  return end > headline + 1 ? end : deckEnd(lines, headline, story.start);
}

/** Names below a paragraph may be anybody's; a date or a marked byline is the header's. */
function isSure(line: SeenLine): boolean {
  return line.caption === null && (isDated(line) || isSigned(line));
}

/** Without a byline a deck is the words right under the headline that end as no sentence does. */
function deckEnd(lines: Lines, headline: number, start: number): number {
  const line = lines[headline + 1];
  const isDeckLike = line !== undefined && line.weight >= LIGHTEST_DECK && line.shape === 'words';
  return isDeckLike || headline + 1 < start - 1 ? headline + 2 : headline + 1;
}
