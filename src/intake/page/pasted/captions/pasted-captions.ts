// Pictures in the text: captions known by their credit, their copy, or the alternative text above.
import { firstValue } from '../../../../core/first-value.ts';
import { isCreditAlone, splitNamedCredit } from '../../../facts/credits.ts';
import { isAgencyCaption, isInPicture } from '../../../facts/in-picture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { linesBelowHeadline, listAround, type PageSurvey } from '../story/survey-page.ts';
import { copiedAbove, saidAgainBelow } from './alternative-text.ts';
import {
  captionAt,
  creditAbove,
  creditBelow,
  creditIn,
  type FoundCaption,
  isTooHeavy,
} from './credit-lines.ts';
import { isTight } from './tight-lines.ts';

/** Lighter lines with a date in them are the story's date, not a caption. */
const LIGHTEST_DATED = 55;
/** Names said twice are a byline. */
const HEAVIEST_NAMES = 40;
const HEAVIEST_BYLINE = 120;
const HEAVIEST_PICTURED = 260;
/** Lines above a headline in which its picture may stand. */
const REACH_ABOVE = 8;

type Rule = (line: SeenLine, page: PageSurvey) => FoundCaption | null;

/** The rules that hold wherever a line stands, in the order they are tried. */
const EVERYWHERE: readonly Rule[] = [copiedAbove, creditBelow, creditAbove, ownCredit];
/** Rules for lines between headline and end of story. */
const WITHIN: readonly Rule[] = [
  ...EVERYWHERE,
  saidAgainBelow,
  // Several copies on one line are an alternative text's.
  whole(({ doubled }) => doubled),
  whole(isPictured),
  whole(isTight),
];

/** Labels the captions of a page's story, and their copies. */
export function readCaptions(page: PageSurvey, labels: LineLabels): void {
  for (const line of linesBelowHeadline(page)) {
    const found = findCaption(line, page, labels, WITHIN);
    // In a list of other stories pictures have no credit.
    if (found?.credit !== null || listAround(line, page) === null) take(found, labels);
  }
  readBelow(page, labels);
  readAbove(page, labels);
}

/** Pictures right below the story's last paragraph. */
function readBelow(page: PageSurvey, labels: LineLabels): void {
  for (let line = page.lines[page.story.end]; line !== undefined; line = line.below) {
    if (labels.has(line)) continue;
    const found = findCredited(line, page, labels);
    if (found === null) return;
    take(found, labels);
  }
}

/** Pictures above the headline, the labels of sections between. */
function readAbove(page: PageSurvey, labels: LineLabels): void {
  const headline = page.headline?.at ?? 0;
  for (const line of page.lines.slice(Math.max(0, headline - REACH_ABOVE), headline)) {
    const found = findCredited(line, page, labels);
    if (found !== null && found.line.at < headline) take(found, labels);
  }
}

/** What stands outside headline and story is the story's only where it has a credit. */
function findCredited(line: SeenLine, page: PageSurvey, labels: LineLabels): FoundCaption | null {
  if (line.dates.length > 0 || isCreditAlone(line.text)) return null;
  const found = findCaption(line, page, labels, EVERYWHERE);
  return found?.credit === null ? null : found;
}

function take(found: FoundCaption | null, labels: LineLabels): void {
  if (found === null) return;
  const { line, caption, credit, parts } = found;
  for (const part of parts) labels.drop(part, 'part of a picture');
  labels.set(line, { kind: 'caption', caption, credit });
}

function findCaption(
  line: SeenLine,
  page: PageSurvey,
  labels: LineLabels,
  rules: readonly Rule[],
): FoundCaption | null {
  if (labels.has(line) || !canBePicture(line, page)) return null;
  return firstValue(rules, (rule) => {
    const found = rule(line, page);
    return found !== null && canBeCaption(found.line) ? found : null;
  });
}

function canBeCaption(line: SeenLine): boolean {
  return line.furniture === null && !isTooHeavy(line);
}

function canBePicture(line: SeenLine, page: PageSurvey): boolean {
  const { weight, dates, caption } = line;
  if (!canBeCaption(line)) return false;
  if (dates.length > 1 || (dates.length > 0 && weight < LIGHTEST_DATED)) return false;
  return caption !== null || !isAuthors(line, page);
}

/**
 * Whether a line is a byline: marked as one, or a name in a header without a full stop behind it or
 * a copy with a credit below it.
 */
function isAuthors(line: SeenLine, { top, story }: PageSurvey): boolean {
  const { at, text, weight, byline, key, below } = line;
  if (byline === null) return false;
  if (byline.isMarked) return weight <= HEAVIEST_BYLINE;
  if (weight > HEAVIEST_NAMES || at <= top || at >= story.start) return false;
  if (isInPicture(text) || /\p{Ll}{3}\.$/u.test(text)) return false;
  return key !== below?.key || creditIn(below.below) === null;
}

/** An agency at the end of a story's last line signs the story. */
function ownCredit(line: SeenLine, { story }: PageSurvey): FoundCaption | null {
  if (line.at === story.end - 1 && line.shape === 'paragraph') return null;
  // Most paragraphs end in a full stop, which hardly a name does.
  const isEnded = /\p{L}\.$/u.test(line.text);
  const split = line.caption ?? (isEnded ? null : splitNamedCredit(line.text));
  return split === null ? null : { line, ...split, parts: [] };
}

/** A rule for lines that are a caption as a whole. */
function whole(isCaption: (line: SeenLine, page: PageSurvey) => boolean): Rule {
  return (line, page) => (isCaption(line, page) ? captionAt(line, [], null) : null);
}

function isPictured({ weight, text }: SeenLine): boolean {
  return (weight <= HEAVIEST_PICTURED && isInPicture(text)) || isAgencyCaption(text);
}
