// Captions known by the alternative text above them, which they repeat in whole or in part.

import { isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { areNearlySame, countIn, isBeginning } from '../lines/repeats.ts';
import { isBelowHeadline, isInStory, listAround, type PageSurvey } from '../story/survey-page.ts';
import { type FoundCaption, isTooHeavy, SHORTEST_CAPTION } from './caption-place.ts';
import { creditIn } from './credit-lines.ts';

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
  const { below } = copy;
  if (below === undefined || copy.text.length < SHORTEST_NAME) return null;
  const found = captionOf(copy, below, []);
  if (found !== null || copy.text.length < SHORTEST_CAPTION) return found;
  // A button may stand between the two: `The bridge`, `Enlarge`, `The bridge`.
  const isButton = !below.gap && below.weight <= LONGEST_BUTTON && !below.below?.gap;
  return isButton ? captionOf(copy, below.below, [below]) : null;
}

function captionOf(
  copy: SeenLine,
  line: SeenLine | undefined,
  between: Lines,
): FoundCaption | null {
  if (line === undefined) return null;
  const isSame = line.key !== '' && line.key === copy.key;
  const begins = isBeginning(copy.key, line.key) && (between.length > 0 || !isSubhead(copy, line));
  if (!isSame && !begins && (line.gap || !areNearlySame(copy.stems(), line.stems()))) return null;
  if (isTooHeavy(line)) return null;
  const parts = [copy, ...between];
  const below = creditIn(line.below);
  if (below !== null)
    return { line, caption: line.text, credit: below.text, parts: [...parts, below] };
  return { line, ...(line.caption ?? copy.caption ?? splitBehind(copy.text, line.text)), parts };
}

/** Whether few words stand over a paragraph that only begins with them. */
function isSubhead(line: SeenLine, next: SeenLine): boolean {
  return next.shape === 'paragraph' && line.weight < LIGHTEST_BEGINNING;
}

/** What a caption says beyond its copy is a credit where it is as short. */
function splitBehind(copy: string, caption: string) {
  const rest = caption.startsWith(copy) ? caption.slice(copy.length).trim() : '';
  const isCredit = rest !== '' && rest.length <= LONGEST_CREDIT && !/[.!?]$/.test(rest);
  return isCredit ? { caption: copy, credit: rest } : { caption, credit: null };
}

/**
 * Words that begin a run of lines, over a line that says some of them again: `Ada Li`, `Ada Li on the
 * old pier`. Below the two the story goes on; a subhead over its paragraph is no alternative text.
 */
export function saidAgainBelow(copy: SeenLine, page: PageSurvey): FoundCaption | null {
  const line = copy.below;
  if (line === undefined || !beginsPicture(copy, page) || line.gap) return null;
  const isItem = [copy, line].some(({ bullet, text }) => bullet || NO_PICTURE.test(text));
  if (isItem || isTooHeavy(line)) return null;
  const below = creditIn(line.below);
  if (!isEnd(line, (below ?? line).below, isInStory(copy, page))) return null;
  if (!isSaidAgain(copy, line)) return null;
  const told = line.caption ?? { caption: line.text, credit: below?.text ?? null };
  return { line, ...told, parts: below === null ? [copy] : [copy, below] };
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
