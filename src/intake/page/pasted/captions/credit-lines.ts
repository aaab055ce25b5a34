// Captions and their credits: what the rules find, and captions known by a credit on a line of its own.
import { isCreditAlone, isNameAlone } from '../../../facts/credits.ts';
import { isAgencyCaption } from '../../../facts/in-picture.ts';
import { isApart, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { isBelowHeadline, isInStory, type PageSurvey } from '../story/survey-page.ts';
import { isTight } from './tight-lines.ts';

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
  parts: Lines,
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

const HEAVIEST_SET_BELOW = 160;
/** A caption whose credit is set apart from it. */
const HEAVIEST_SET_APART = 320;
/** Words without an end that can be no label. */
const LIGHTEST_OPENING = 70;
/** Lighter paragraphs that open a story are captions, too. */
const LIGHTEST_LEAD = 120;

/** A caption over its credit. */
export function creditBelow(line: SeenLine, page: PageSurvey): FoundCaption | null {
  if (line.caption !== null || line.text.length < SHORTEST_CAPTION) return null;
  const below = creditIn(line.below) ?? nameBelow(line, page);
  if (below === null) return null;
  const isBelow = !below.gap || isSetApart(line, page) || isOpening(line, page);
  return isBelow ? captionAt(line, [], below) : null;
}

/** A name below words: `(Quillport Museum)`; in a header in brackets only. */
function nameBelow(line: SeenLine, page: PageSurvey): SeenLine | null {
  const name = line.below;
  if (name === undefined || name.gap || isBelowHeadline(line, page)) return null;
  if (!isNameAlone(name.text)) return null;
  const isEnd = isApart(name) || name.below?.shape === 'paragraph';
  const isSet = isInStory(line, page)
    ? isEnd && line.weight <= HEAVIEST_SET_BELOW
    : line.shape !== 'words' && name.text.startsWith('(');
  return isSet ? name : null;
}

/** A caption and its credit in paragraphs of their own, right below an alternative text. */
function isSetApart(line: SeenLine, page: PageSurvey): boolean {
  if (isBelowHeadline(line, page) || line.gap || line.shape === 'words') return false;
  const { above } = line;
  const isBelowPicture = above?.shape !== 'paragraph' || isTight(above, page);
  return isBelowPicture && line.weight <= HEAVIEST_SET_APART;
}

/** A caption between headline and first paragraph, which is neither a label nor the deck. */
function isOpening(line: SeenLine, page: PageSurvey): boolean {
  if (isBelowHeadline(line, page) || line.byline !== null || page.headline === undefined)
    return false;
  const above = page.lines.slice(page.headline.at + 1, line.at);
  const first = above.find(({ shape, weight }) => shape === 'paragraph' && weight > LIGHTEST_LEAD);
  if (line.at >= page.story.start && first !== undefined) return false;
  if (line.shape === 'words') return line.weight >= LIGHTEST_OPENING;
  const isOpen = /[\p{L}\p{N}]$/u.test(line.text) && line.weight <= HEAVIEST_SET_APART;
  return line.shape === 'sentence' || isOpen;
}

/** A credit over its caption, where no caption stands above it. */
export function creditAbove(credit: SeenLine): FoundCaption | null {
  const line = credit.below;
  if (!credit.gap || creditIn(credit) === null || line === undefined || line.gap) return null;
  if (line.dates.length > 0 || line.weight > HEAVIEST_SET_BELOW) return null;
  return line.text.length < SHORTEST_CAPTION ? null : captionAt(line, [], credit);
}
