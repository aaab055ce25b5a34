// Captions known by a credit on a line of its own.

import { isNameAlone } from '../../../facts/credits.ts';
import { isApart, type SeenLine } from '../lines/classify-lines.ts';
import { isBelowHeadline, isInStory, type PageSurvey } from '../story/survey-page.ts';
import {
  captionAt,
  creditIn,
  type FoundCaption,
  isTight,
  SHORTEST_CAPTION,
} from './caption-place.ts';

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
