// Captions known by the alternative text above them, which they repeat in whole or in part.
import { isCreditAlone } from '../lines/credits.ts';
import { isBeginning, isNearlySame } from '../lines/repeats.ts';
import { stemsOf } from '../story/story-words.ts';
import {
  type CaptionPlace,
  type FoundCaption,
  isTooHeavy,
  SHORTEST_CAPTION,
} from './caption-place.ts';
import { readCredit } from './credit-lines.ts';

const LONGEST_CREDIT = 60;
const LONGEST_BUTTON = 28;
/** Shorter copies are no names; a header says a name twice where it tells who wrote. */
const SHORTEST_NAME = 4;
/** Fewer words with which a paragraph begins are a subhead. */
const LIGHTEST_BEGINNING = 24;
/** The share of an alternative text's words that its caption says again. */
const SHARE_AGAIN = 0.4;

/** A copy of the line right below it, or its beginning, or the same with a word changed. */
export function copiedAbove(place: CaptionPlace): FoundCaption | null {
  const { lines, at, line, next } = place;
  if (next === undefined || isTooHeavy(next) || line.text.length < SHORTEST_NAME) return null;
  const isSame = next.key !== '' && next.key === line.key;
  const begins = isBeginning(line.key, next.key) && !isSubhead(line, next);
  if (!isSame && !begins && (next.gap || !isNearlySame(line.key, next.key))) return null;
  const below = readCredit(lines, at + 2);
  if (below !== null) {
    return { at: at + 1, caption: next.text, credit: below.credit, parts: [at, ...below.parts] };
  }
  if (next.caption !== null) return { at: at + 1, ...next.caption, parts: [at] };
  if (line.caption !== null) return { at: at + 1, ...line.caption, parts: [at] };
  const credit = restOf(line.text, next.text);
  return { at: at + 1, caption: credit === null ? next.text : line.text, credit, parts: [at] };
}

/** Whether few words stand over a paragraph that only begins with them. */
function isSubhead(line: CaptionPlace['line'], next: CaptionPlace['line']): boolean {
  return next.shape === 'paragraph' && line.weight < LIGHTEST_BEGINNING;
}

/** A copy with a button between the two: `The bridge`, `Enlarge`, `The bridge`. */
export function copiedAcross({ lines, at, line, next, third }: CaptionPlace): FoundCaption | null {
  if (next === undefined || third === undefined || third.gap) return null;
  if (line.text.length < SHORTEST_CAPTION || isTooHeavy(third)) return null;
  if (next.gap || next.weight > LONGEST_BUTTON) return null;
  const isCopy = third.key === line.key || isBeginning(line.key, third.key);
  if (!isCopy && !isNearlySame(line.key, third.key)) return null;
  const below = readCredit(lines, at + 3);
  const parts = [at, at + 1, ...(below?.parts ?? [])];
  if (below === null && third.caption !== null) return { at: at + 2, ...third.caption, parts };
  return { at: at + 2, caption: third.text, credit: below?.credit ?? null, parts };
}

/** What a caption says beyond its copy, where it is as short as a credit. */
function restOf(copy: string, caption: string): string | null {
  if (!caption.startsWith(copy)) return null;
  const rest = caption.slice(copy.length).trim();
  return rest !== '' && rest.length <= LONGEST_CREDIT && !/[.!?]$/.test(rest) ? rest : null;
}

/**
 * Words that begin a run of lines, over a line that says some of them again: `Ada Li`, `Ada Li on the
 * old pier`. Below the two the story goes on; a subhead over its paragraph is no alternative text.
 */
export function saidAgainBelow(place: CaptionPlace): FoundCaption | null {
  const { lines, at, line, next } = place;
  if (next === undefined || !beginsPicture(place) || next.gap) return null;
  if (isNoPicture(line) || isNoPicture(next) || isTooHeavy(next)) return null;
  const below = readCredit(lines, at + 2);
  if (!isEnd(place, lines[at + 2 + (below?.parts.length ?? 0)])) return null;
  if (!isSaidAgain(line, next)) return null;
  const caption = next.caption ?? { caption: next.text, credit: below?.credit ?? null };
  return { at: at + 1, ...caption, parts: [at, ...(below?.parts ?? [])] };
}

/** Whether a line can be the first of a picture's: not a deck, nor one of a list. */
function beginsPicture({ at, line, page, isInStory, isBelowHeadline }: CaptionPlace): boolean {
  if (page.lists.some(({ start, end }) => start <= at && at < end)) return false;
  return isInStory ? line.gap : !isBelowHeadline;
}

/** Whether a picture's lines can end above a line: a paragraph, or in the header a byline. */
function isEnd({ next, isInStory }: CaptionPlace, rest: CaptionPlace['line'] | undefined): boolean {
  if (rest === undefined || next === undefined) return false;
  if (!isInStory) return next.shape !== 'words' && rest.byline?.isMarked === true;
  return rest.gap ? next.shape === 'words' : rest.shape === 'paragraph';
}

/** Whether a line is an item, a question, or leads to what stands below it. */
function isNoPicture({ furniture, dates, bullet, text }: CaptionPlace['line']): boolean {
  if (furniture !== null || dates.length > 0 || bullet || isCreditAlone(text)) return true;
  return /[:?,;：？，]$/u.test(text) || /^\d/.test(text);
}

/** Of words some are enough; of a sentence everything must be there. */
function isSaidAgain(alternative: CaptionPlace['line'], caption: CaptionPlace['line']): boolean {
  const [some, all] = [stemsOf(alternative.text), stemsOf(caption.text)];
  const again = [...some].filter((stem) => all.has(stem)).length;
  return again > 0 && again >= some.size * (alternative.shape === 'words' ? SHARE_AGAIN : 1);
}
