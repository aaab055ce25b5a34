// Pictures in the text: captions told by their credit, their copy, or the alternative text above.

import type { SeenLine } from './classify.ts';
import { isCreditAlone, isFramedByHouse, isLabelAlone, splitBracketedCredit } from './credits.ts';
import { isInPicture } from './in-picture.ts';
import { isBareCredit, isOffBeat, isStorySetApart } from './off-beat.ts';
import type { Page } from './page.ts';
import { isBeginning, isNearlySame } from './repeats.ts';
import type { Roles } from './roles.ts';

const HEAVIEST_CAPTION = 450;
const HEAVIEST_ALTERNATIVE = 400;
/** Lighter lines with a date in them tell when the story came out. */
const LIGHTEST_DATED = 55;
/** Names said twice are a byline. */
const HEAVIEST_NAMES = 40;
const SHORTEST = 12;
const LONGEST_CREDIT = 60;
const LONGEST_LABEL = 14;
const LONGEST_BUTTON = 28;
const HEAVIEST_SET_BELOW = 160;
const HEAVIEST_PICTURED = 260;

/** A caption found, and the lines above or below that were parts of the same picture. */
interface Found {
  readonly at: number;
  readonly caption: string;
  readonly credit: string | null;
  readonly parts: readonly number[];
}

/** What a rule looks at: a line, and the two below it. */
interface Place {
  readonly lines: readonly SeenLine[];
  readonly at: number;
  readonly line: SeenLine;
  readonly next: SeenLine | undefined;
  readonly third: SeenLine | undefined;
  readonly isLast: boolean;
  /** The page, where its setting tells captions. */
  readonly setting: Page | null;
}

/** The rules in the order they are tried. */
const RULES: readonly (readonly [evidence: string, (place: Place) => Found | null])[] = [
  ['a copy above it, which it goes on from', copiedAbove],
  ['a copy above it, and a button between', copiedAcross],
  ['a house framing the alternative text above it', framedAbove],
  ['a bracket that it opens and the lines below close', bracketBelow],
  ['a credit alone on the line below', creditBelow],
  ['a credit alone on the line above', creditAbove],
  ['a credit at its end', ownCredit],
  ['several copies on one line', doubledOnLine],
  ['what only captions say', pictured],
  ['its setting', offBeat],
];

/** Gives the captions between headline and end of story their part, and their copies theirs. */
export function readCaptions(page: Page, roles: Roles): void {
  const { lines, headline, story } = page;
  const setting = isStorySetApart(lines, story) ? page : null;
  for (let at = (headline ?? story.start - 1) + 1; at < story.end; at++) {
    const line = lines[at];
    if (line === undefined || roles.has(at) || !canBePicture(line)) continue;
    const [next, third] = [lines[at + 1], lines[at + 2]];
    const place = { lines, at, line, next, third, isLast: at >= story.end - 1, setting };
    const found = firstFound(place);
    if (found === null) continue;
    for (const part of found.parts) roles.drop(part, 'part of a picture');
    const { caption, credit } = found;
    roles.set(found.at, { kind: 'caption', caption, credit });
  }
}

function firstFound(place: Place): Found | null {
  for (const [, rule] of RULES) {
    const found = rule(place);
    if (found !== null) return found;
  }
  return null;
}

function canBePicture({ furniture, weight, dates, byline, caption }: SeenLine): boolean {
  if (furniture !== null || weight > HEAVIEST_CAPTION) return false;
  if (dates.length > 0 && weight < LIGHTEST_DATED) return false;
  return byline === null || caption !== null || weight > HEAVIEST_NAMES;
}

function copiedAbove({ lines, at, line, next }: Place): Found | null {
  if (next === undefined || line.text.length < SHORTEST || next.weight > HEAVIEST_CAPTION)
    return null;
  const isSame = next.key !== '' && next.key === line.key;
  const isCopy = isSame || isBeginning(line.key, next.key) || isLabelled(line.text, next.text);
  if (!isCopy && (next.gap || !isNearlySame(line.key, next.key))) return null;
  const below = readCredit(lines, at + 2);
  if (below !== null) {
    return { at: at + 1, caption: next.text, credit: below.credit, parts: [at, ...below.parts] };
  }
  if (next.caption !== null) return { at: at + 1, ...next.caption, parts: [at] };
  const credit = restOf(line.text, next.text);
  return { at: at + 1, caption: credit === null ? next.text : line.text, credit, parts: [at] };
}

/** A copy with a button between the two: `The bridge`, `Enlarge`, `The bridge`. */
function copiedAcross({ lines, at, line, next, third }: Place): Found | null {
  if (next === undefined || third === undefined || third.gap || line.text.length < SHORTEST)
    return null;
  if (next.gap || next.weight > LONGEST_BUTTON || third.weight > HEAVIEST_CAPTION) return null;
  const isCopy = third.key === line.key || isBeginning(line.key, third.key);
  if (!isCopy && !isNearlySame(line.key, third.key)) return null;
  const below = readCredit(lines, at + 3);
  const parts = [at, at + 1, ...(below?.parts ?? [])];
  if (below === null && third.caption !== null) return { at: at + 2, ...third.caption, parts };
  return { at: at + 2, caption: third.text, credit: below?.credit ?? null, parts };
}

/** The credit that a line is, or that a label and the name below it are. */
function readCredit(
  lines: readonly SeenLine[],
  at: number,
): { credit: string; parts: readonly number[] } | null {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined) return null;
  if (isLabelAlone(line.text) && next !== undefined && !next.gap && next.shape === 'words') {
    const isName = next.weight <= LONGEST_CREDIT;
    return isName ? { credit: `${line.text} ${next.text}`, parts: [at, at + 1] } : null;
  }
  return isCreditAlone(line.text) ? { credit: line.text, parts: [at] } : null;
}

/** Whether a line is the next one with a button's word behind it: `The bridge 拡大`. */
function isLabelled(line: string, next: string): boolean {
  const rest = line.startsWith(next) ? line.slice(next.length).trim() : '';
  return next.length >= SHORTEST && rest !== '' && rest.length <= LONGEST_LABEL;
}

/** What a caption says beyond its copy, where it is as short as a credit. */
function restOf(copy: string, caption: string): string | null {
  if (!caption.startsWith(copy)) return null;
  const rest = caption.slice(copy.length).trim();
  return rest !== '' && rest.length <= LONGEST_CREDIT && !/[.!?]$/.test(rest) ? rest : null;
}

function framedAbove({ at, line, next }: Place): Found | null {
  if (!isFramedByHouse(line.text) || line.caption === null) return null;
  if (next === undefined || next.gap || next.shape !== 'words' || next.weight > 250) return null;
  return { at: at + 1, caption: next.text, credit: line.caption.credit, parts: [at] };
}

function creditBelow({ lines, at, line, next }: Place): Found | null {
  if (next === undefined || line.caption !== null || line.text.length < SHORTEST) return null;
  const below = readCredit(lines, at + 1);
  if (below === null || (next.gap && !isSetBelow(line, next))) return null;
  return { at, caption: line.text, ...below };
}

/** A credit in brackets closes its caption; one without may open the next. */
function isSetBelow(line: SeenLine, { text }: SeenLine): boolean {
  if (line.shape === 'paragraph' || line.weight > HEAVIEST_SET_BELOW) return false;
  return /^[([（].*[)\]）]$/u.test(text) && !/^\p{Ll}/u.test(line.text);
}

/** `The bridge (` with `Image:` and `Getty Images)` on the lines below. */
function bracketBelow({ at, line, next, third }: Place): Found | null {
  if (!line.text.endsWith(' (') || next === undefined) return null;
  const below = [next, third].filter((one) => one !== undefined && !one.gap);
  const closing = below.findIndex((one) => one?.text.endsWith(')'));
  if (closing < 0) return null;
  const said = below.slice(0, closing + 1).map((one) => one?.text ?? '');
  const parts = said.map((_, below) => at + 1 + below);
  return { at, caption: line.text.slice(0, -2), credit: `(${said.join(' ')}`, parts };
}

/** A credit over its caption, where no caption stands above it. */
function creditAbove({ at, line, next, third }: Place): Found | null {
  if (!line.gap || !isCreditAlone(line.text) || next === undefined || next.gap) return null;
  const isCaption = next.shape === 'sentence' || (next.shape === 'words' && next.byline === null);
  if (!isCaption || next.furniture !== null || next.caption !== null) return null;
  if (next.weight > HEAVIEST_SET_BELOW || next.text.length < SHORTEST || third === undefined)
    return null;
  return { at: at + 1, caption: next.text, credit: line.text, parts: [at] };
}

/** An agency at the end of a story's last line signs the story. */
function ownCredit({ at, line, isLast }: Place): Found | null {
  if (isLast && line.shape === 'paragraph') return null;
  const split = line.caption ?? splitBracketedCredit(line.text);
  return split === null ? null : { at, ...split, parts: [] };
}

function doubledOnLine({ at, line }: Place): Found | null {
  if (!line.doubled || line.weight > HEAVIEST_ALTERNATIVE) return null;
  return { at, caption: line.text, credit: null, parts: [] };
}

function pictured({ at, line }: Place): Found | null {
  if (line.weight > HEAVIEST_PICTURED || !isInPicture(line.text)) return null;
  return { at, caption: line.text, credit: null, parts: [] };
}

function offBeat({ at, line, setting }: Place): Found | null {
  if (setting === null || !isOffBeat(setting.lines, at, setting.story)) return null;
  const hasCredit = isBareCredit(setting.lines, at + 1);
  const credit = hasCredit ? (setting.lines[at + 1]?.text ?? null) : null;
  return { at, caption: line.text, credit, parts: hasCredit ? [at + 1] : [] };
}
