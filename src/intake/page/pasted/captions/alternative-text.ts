// Captions known by the alternative text above them, which they repeat in whole or in part.

import { isSigned, type SeenLine } from '../lines/classify-lines.ts';
import { areNearlySame, countIn, isBeginning } from '../lines/repeats.ts';
import { isBelowHeadline, isInStory, listAround, type PageSurvey } from '../story/survey-page.ts';
import { captionAt, creditIn, type FoundCaption, SHORTEST_CAPTION } from './credit-lines.ts';

const LONGEST_CREDIT = 60;
const LONGEST_BUTTON = 28;
/** Shorter copies are no names; a header says a name twice where it tells who wrote. */
const SHORTEST_NAME = 4;
/** Fewer words with which a paragraph begins are a subhead. */
const LIGHTEST_BEGINNING = 24;
/** The share of an alternative text's words that its caption says again. */
const SHARE_AGAIN = 0.4;

/** An item, a question, or what leads to what stands below it. */
const NO_PICTURE = /^\d|[:?,;：？，]$/u;

/** A copy of a line right below it, or its beginning, or the same with a word changed. */
export function copiedAbove(copy: SeenLine): FoundCaption | null {
  const { below, text } = copy;
  if (below === undefined || text.length < SHORTEST_NAME) return null;
  const isSubhead = below.shape === 'paragraph' && copy.weight < LIGHTEST_BEGINNING;
  if (!isSubhead && isCopy(copy, below)) return withCopy(below, [copy]);
  // A button may stand between the two: `The bridge`, `Enlarge`, `The bridge`.
  const line = below.gap || below.weight > LONGEST_BUTTON ? undefined : below.below;
  if (line === undefined || line.gap || text.length < SHORTEST_CAPTION) return null;
  return isCopy(copy, line) ? withCopy(line, [copy, below]) : null;
}

function isCopy({ key, stems }: SeenLine, line: SeenLine): boolean {
  const isSame = key !== '' && (key === line.key || isBeginning(key, line.key));
  return isSame || (!line.gap && areNearlySame(stems(), line.stems()));
}

/** What a caption says beyond its copy is a credit where it is as short. */
function withCopy(line: SeenLine, parts: readonly [SeenLine, ...SeenLine[]]): FoundCaption {
  const found = captionAt(line, parts);
  const copy = parts[0].text;
  const rest = found.caption.startsWith(copy) ? found.caption.slice(copy.length).trim() : '';
  const isCredit = rest !== '' && rest.length <= LONGEST_CREDIT && !/[.!?]$/.test(rest);
  return found.credit === null && isCredit ? { ...found, caption: copy, credit: rest } : found;
}

/**
 * Words that begin a run of lines, over a line that says some of them again: `Ada Li`, `Ada Li on the
 * old pier`. Below the two the story goes on; a subhead over its paragraph is no alternative text.
 */
export function saidAgainBelow(copy: SeenLine, page: PageSurvey): FoundCaption | null {
  const line = copy.below;
  if (line === undefined || !beginsPicture(copy, page) || line.gap) return null;
  if ([copy, line].some(({ bullet, text }) => bullet || NO_PICTURE.test(text))) return null;
  // Where no blank lines part paragraphs a heading stands over one as a picture's name over its caption.
  if (line.shape === 'paragraph' && !page.isSetApart) return null;
  const { below } = creditIn(line.below) ?? line;
  const isPicture = isEnd(line, below, isInStory(copy, page)) && isSaidAgain(copy, line);
  return isPicture ? captionAt(line, [copy]) : null;
}

/** Whether a line can be the first of a picture's: not a deck, nor one of a list. */
function beginsPicture(line: SeenLine, page: PageSurvey): boolean {
  if (listAround(line, page) !== null) return false;
  return isInStory(line, page) ? line.gap : !isBelowHeadline(line, page);
}

/** Whether a picture's lines can end above a line: a paragraph, or in the header a byline. */
function isEnd(last: SeenLine, rest: SeenLine | undefined, isInStory: boolean): boolean {
  if (rest === undefined) return false;
  if (!isInStory) return last.shape !== 'words' && isSigned(rest);
  return rest.gap ? last.shape === 'words' : rest.shape === 'paragraph';
}

/** Of words some are enough; of a sentence everything must be there. */
function isSaidAgain(alternative: SeenLine, caption: SeenLine): boolean {
  const some = alternative.stems();
  const again = countIn(some, caption.stems());
  return again > 0 && again >= some.size * (alternative.shape === 'words' ? SHARE_AGAIN : 1);
}
