// Pictures in the text: captions known by their credit, their copy, or the alternative text above.
import { isAgencyCaption, isInPicture } from '../../../facts/in-picture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { isCreditAlone, splitNamedCredit } from '../lines/credits.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import type { PageSurvey } from '../story/survey-page.ts';
import { copiedAbove, copiedAcross, saidAgainBelow } from './alternative-text.ts';
import { type CaptionPlace, type FoundCaption, isTooHeavy } from './caption-place.ts';
import { isTight } from './captions-set-apart.ts';
import { creditAbove, creditBelow, readCredit } from './credit-lines.ts';

const HEAVIEST_ALTERNATIVE = 400;
/** Lighter lines with a date in them are the story's date, not a caption. */
const LIGHTEST_DATED = 55;
/** Names said twice are a byline. */
const HEAVIEST_NAMES = 40;
const HEAVIEST_BYLINE = 120;
const HEAVIEST_PICTURED = 260;
/** Lines above a headline in which its picture may stand. */
const REACH_ABOVE = 8;

type Rule = readonly [evidence: string, find: (place: CaptionPlace) => FoundCaption | null];
type PlaceAt = (at: number) => CaptionPlace | null;

/** The rules that hold wherever a line stands, in the order they are tried. */
const EVERYWHERE: readonly Rule[] = [
  ['a copy above it, which it goes on from', copiedAbove],
  ['a copy above it, and a button between', copiedAcross],
  ['a credit alone on the line below', creditBelow],
  ['a credit alone on the line above', creditAbove],
  ['a credit at its end', ownCredit],
];
/** Rules for lines between headline and end of story. */
const WITHIN: readonly Rule[] = [
  ...EVERYWHERE,
  ['an alternative text above it, whose words it says again', saidAgainBelow],
  ['several copies on one line', doubledOnLine],
  ['what only captions say', pictured],
  ['its setting', offBeat],
];

/** Labels the captions of a page's story, and their copies. */
export function readCaptions(page: PageSurvey, roles: LineLabels): void {
  const { lines, lists, headline, story } = page;
  const setting = page.isSetApart ? page : null;
  const placeOf = (at: number): CaptionPlace | null => {
    const line = lines[at];
    const isInStory = at >= story.start && at < story.end;
    const isInHeader = at > (headline ?? story.start) && at < story.start;
    if (line === undefined || roles.has(at) || !canBePicture(lines, at, isInHeader)) return null;
    const [isLast, isBelowHeadline] = [at === story.end - 1, at - 1 === headline];
    const [next, third] = [lines[at + 1], lines[at + 2]];
    return { lines, at, line, next, third, isLast, isInStory, isBelowHeadline, page, setting };
  };
  for (let at = (headline ?? story.start - 1) + 1; at < story.end; at++) {
    const found = firstFound(placeOf(at), WITHIN);
    // In a list of other stories pictures have no credit.
    const isListed = lists.some(({ start, end }) => start <= at && at < end);
    if (found?.credit !== null || !isListed) take(found, roles);
  }
  readBelow(page, placeOf, roles);
  if (headline !== null) readAbove(headline, placeOf, roles);
}

/** Pictures right below the story's last paragraph. */
function readBelow({ story }: PageSurvey, placeOf: PlaceAt, roles: LineLabels): void {
  for (let at = story.end; ; at++) {
    if (roles.has(at)) continue;
    const found = creditedAt(at, placeOf);
    if (found === null) return;
    take(found, roles);
  }
}

/** What stands outside headline and story is the story's only where it has a credit. */
function creditedAt(at: number, placeOf: PlaceAt): FoundCaption | null {
  const place = placeOf(at);
  if (place === null || place.line.dates.length > 0 || isCreditAlone(place.line.text)) return null;
  const found = firstFound(place, EVERYWHERE);
  return found === null || found.credit === null ? null : found;
}

/** Pictures above the headline, the labels of sections between. */
function readAbove(headline: number, placeOf: PlaceAt, roles: LineLabels): void {
  for (let at = Math.max(0, headline - REACH_ABOVE); at < headline; at++) {
    const found = creditedAt(at, placeOf);
    if (found !== null && Math.max(found.at, ...found.parts) < headline) take(found, roles);
  }
}

function take(found: FoundCaption | null, roles: LineLabels): void {
  if (found === null) return;
  const { at, caption, credit, parts } = found;
  for (const part of parts) roles.drop(part, 'part of a picture');
  roles.set(at, { kind: 'caption', caption, credit });
}

function firstFound(place: CaptionPlace | null, rules: readonly Rule[]): FoundCaption | null {
  if (place === null) return null;
  for (const [, rule] of rules) {
    const found = rule(place);
    if (found !== null && place.lines[found.at]?.furniture === null) return found;
  }
  return null;
}

/** In a header a name is the author's, but for one with a full stop behind it. */
function canBePicture(lines: readonly SeenLine[], at: number, isInHeader: boolean): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const { furniture, weight, dates, byline, caption } = line;
  if (furniture !== null || isTooHeavy(line)) return false;
  if (dates.length > 1 || (dates.length > 0 && weight < LIGHTEST_DATED)) return false;
  if (byline === null || caption !== null) return true;
  if (weight > (byline.isMarked ? HEAVIEST_BYLINE : HEAVIEST_NAMES)) return true;
  return !byline.isMarked && !(isInHeader && isAuthorLike(lines, at));
}

/** Whether a name in a header is an author's: no full stop, and no copy with a credit below it. */
function isAuthorLike(lines: readonly SeenLine[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || isInPicture(line.text) || /\p{Ll}{3}\.$/u.test(line.text)) return false;
  return line.key !== next?.key || readCredit(lines, at + 2) === null;
}

/** An agency at the end of a story's last line signs the story. */
function ownCredit({ at, line, isLast }: CaptionPlace): FoundCaption | null {
  if (isLast && line.shape === 'paragraph') return null;
  const split = line.caption ?? splitNamedCredit(line.text);
  return split === null ? null : { at, ...split, parts: [] };
}

function doubledOnLine({ at, line }: CaptionPlace): FoundCaption | null {
  if (!line.doubled || line.weight > HEAVIEST_ALTERNATIVE) return null;
  return { at, caption: line.text, credit: null, parts: [] };
}

function pictured({ at, line }: CaptionPlace): FoundCaption | null {
  const isSaid = line.weight <= HEAVIEST_PICTURED && isInPicture(line.text);
  if (!isSaid && !isAgencyCaption(line.text)) return null;
  return { at, caption: line.text, credit: null, parts: [] };
}

function offBeat({ at, line, setting }: CaptionPlace): FoundCaption | null {
  if (setting === null || !isTight(setting.lines, at, setting.story)) return null;
  return { at, caption: line.text, credit: null, parts: [] };
}
