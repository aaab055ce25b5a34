// Captions known by a credit on a line of its own.
import type { SeenLine } from '../lines/classify-lines.ts';
import { isCreditAlone, isNameAlone } from '../lines/credits.ts';
import { type CaptionPlace, type FoundCaption, SHORTEST_CAPTION } from './caption-place.ts';
import { isTight } from './captions-set-apart.ts';

const HEAVIEST_SET_BELOW = 160;
/** A caption whose credit is set apart from it. */
const HEAVIEST_SET_APART = 320;
/** Words without an end that can be no label. */
const LIGHTEST_OPENING = 70;
/** Lighter paragraphs that open a story are captions, too. */
const LIGHTEST_LEAD = 120;

/** A credit, and its line. */
interface FoundCredit {
  readonly credit: string;
  readonly parts: readonly number[];
}

/** The credit that a line is. */
export function readCredit(lines: readonly SeenLine[], at: number): FoundCredit | null {
  const line = lines[at];
  if (line === undefined || !isCreditAlone(line.text)) return null;
  return { credit: line.text, parts: [at] };
}

/** A caption over its credit. */
export function creditBelow(place: CaptionPlace): FoundCaption | null {
  const { lines, at, line, next } = place;
  if (next === undefined || line.caption !== null || line.text.length < SHORTEST_CAPTION)
    return null;
  const below = readCredit(lines, at + 1) ?? nameBelow(place);
  if (below === null) return null;
  const isBelow = !next.gap || isSetBelow(line, next) || isSetApart(place) || isOpening(place);
  return isBelow ? { at, caption: line.text, ...below } : null;
}

/** A name below words: `(Quillport Museum)`; in a header in brackets only. */
function nameBelow(place: CaptionPlace): FoundCredit | null {
  const { at, line, next, third, isInStory, isBelowHeadline } = place;
  if (next === undefined || next.gap || isBelowHeadline || !isNameAlone(next.text)) return null;
  const isEnd = third === undefined || third.gap || third.shape === 'paragraph';
  const isSet = isInStory
    ? isEnd && line.weight <= HEAVIEST_SET_BELOW
    : line.shape !== 'words' && next.text.startsWith('(');
  return isSet ? { credit: next.text, parts: [at + 1] } : null;
}

/** A credit in brackets closes its caption; one without may open the next. */
function isSetBelow(line: SeenLine, { text }: SeenLine): boolean {
  if (line.shape === 'paragraph' || line.weight > HEAVIEST_SET_BELOW) return false;
  return /^[([（].*[)\]）]$/u.test(text) && !/^\p{Ll}/u.test(line.text);
}

/** A caption and its credit in paragraphs of their own, right below an alternative text. */
function isSetApart({ lines, at, line, isBelowHeadline, setting }: CaptionPlace): boolean {
  if (isBelowHeadline || line.gap || line.shape === 'words') return false;
  const isBelowWords = lines[at - 1]?.shape !== 'paragraph';
  const isBelowPicture = setting !== null && isTight(lines, at - 1, setting.story);
  return (isBelowWords || isBelowPicture) && line.weight <= HEAVIEST_SET_APART;
}

/** A caption between headline and first paragraph, which is neither a label nor the deck. */
function isOpening({ line, isBelowHeadline, page, at }: CaptionPlace): boolean {
  if (isBelowHeadline || line.byline !== null || page.headline === null) return false;
  const above = page.lines.slice(page.headline + 1, at);
  const first = above.find(({ shape, weight }) => shape === 'paragraph' && weight > LIGHTEST_LEAD);
  if (at >= page.story.start && first !== undefined) return false;
  return line.shape === 'sentence' || (line.shape === 'words' && line.weight >= LIGHTEST_OPENING);
}

/** A credit over its caption, where no caption stands above it. */
export function creditAbove({ at, line, next, third }: CaptionPlace): FoundCaption | null {
  if (!line.gap || !isCreditAlone(line.text) || next === undefined || next.gap) return null;
  if (next.dates.length > 0 || third === undefined) return null;
  if (next.weight > HEAVIEST_SET_BELOW || next.text.length < SHORTEST_CAPTION) return null;
  return { at: at + 1, caption: next.text, credit: line.text, parts: [at] };
}
