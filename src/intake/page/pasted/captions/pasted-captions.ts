// Pictures in the text: captions known by their credit, their copy, or the alternative text above.
import { firstValue } from '../../../../core/first-value.ts';
import { isCreditAlone, splitNamedCredit } from '../../../facts/credits.ts';
import { isAgencyCaption, isInPicture } from '../../../facts/in-picture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { listAround, type PageSurvey } from '../story/survey-page.ts';
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

/** Labels the captions in a story, above its headline and right below its end, and their copies. */
export function readCaptions(page: PageSurvey, labels: LineLabels): void {
  for (const line of page.lines.slice(Math.max(0, page.top - REACH_ABOVE))) {
    if (labels.has(line)) continue;
    const found = findCaption(line, page);
    if (found === null && line.at >= page.story.end) return;
    for (const part of found?.parts ?? []) labels.drop(part, 'part of a picture');
    if (found !== null) labels.set(found.line, { ...found, kind: 'caption' });
  }
}

/** What stands outside headline and story, or in a list, is the story's only where it has a credit. */
function findCaption(line: SeenLine, page: PageSurvey): FoundCaption | null {
  const isOutside = line.at < page.top || line.at >= page.story.end;
  if (!canBePicture(line, page)) return null;
  if (isOutside && (line.dates.length > 0 || isCreditAlone(line.text))) return null;
  const found = firstValue(isOutside ? EVERYWHERE : WITHIN, (rule) => {
    const caption = rule(line, page);
    return caption !== null && canBeCaption(caption.line, page) ? caption : null;
  });
  const isCredited = found?.credit !== null;
  return isCredited || (!isOutside && listAround(line, page) === null) ? found : null;
}

function canBeCaption(line: SeenLine, { headline }: PageSurvey): boolean {
  if (line === headline || line.furniture !== null || line.block !== null) return false;
  return !isTooHeavy(line);
}

function canBePicture(line: SeenLine, page: PageSurvey): boolean {
  const { weight, dates, caption } = line;
  if (dates.length > 1 || (dates.length > 0 && weight < LIGHTEST_DATED)) return false;
  return canBeCaption(line, page) && (caption !== null || !isAuthors(line, page));
}

/**
 * Whether a line is a byline: marked as one, or a name in a header without a full stop behind it or
 * a copy with a credit below it.
 */
function isAuthors(line: SeenLine, { top, story }: PageSurvey): boolean {
  const { at, text, weight, byline, key, below } = line;
  if (byline === null) return false;
  if (byline.isMarked) return true;
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
