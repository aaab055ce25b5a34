// Where the rows of a text begin and end.
import { unitTable } from '../core/unit-table.ts';
import { mayBreak } from './kinsoku.ts';
import { displayWidth, graphemes, graphemeWidth, isNarrow, unitWidth } from './width.ts';

/** UTF-16 offsets of a row into its text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units that are taken apart at once, for the memory's sake. */
const PART = 65_536;

/** Breaks text into rows of at most `width` columns (1 and up), as full as they can be. */
export function textRanges(text: string, width: number, cache: WordCache): Range[] {
  const simple = simpleRanges(text, width);
  if (simple !== null) return simple;
  const size = Math.max(PART, 4 * longestRow(width));
  const ranges: Range[] = [];
  // Part by part: each begins with the last row of the one before.
  for (let at = 0; at < text.length; ) {
    const rows = unitRanges(text.slice(at, at + size), width, cache);
    const isLast = at + size >= text.length || rows.length < 2;
    const next = isLast ? undefined : rows.pop();
    for (const { start, end } of rows) ranges.push({ start: start + at, end: end + at });
    at += next?.start ?? size;
  }
  return ranges;
}

const SPACE = 0x20;
/** What separates the parts of a URL. */
const CUT_MARKS = new Set('/?&#=_-');

/**
 * Text of one unit a grapheme: jumps to where the row is full and looks back for a break.
 * @returns `null` for other text
 */
function simpleRanges(text: string, width: number): Range[] | null {
  const ranges: Range[] = [];
  const narrow = isNarrow(text);
  let start = skipSpaces(text, 0);
  while (start < text.length) {
    const full = narrow ? Math.min(start + width, text.length) : fullAt(text, start, width);
    if (full < 0) return null;
    const next = full === text.length ? full : breakBefore(text, start, full);
    let end = next;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
    ranges.push({ start, end });
    start = skipSpaces(text, next);
  }
  return ranges;
}

/** The first unit that no longer fits, at least one after `start`; −1 at one that is not simple. */
function fullAt(text: string, start: number, width: number): number {
  let used = 0;
  for (let index = start; index < text.length; index += 1) {
    const columns = unitWidth(text.charCodeAt(index));
    if (columns === 0) return -1;
    used += columns;
    if (used > width) return Math.max(index, start + 1);
  }
  return text.length;
}

/** The last place up to `full` where the next row may begin; a cut where there is none. */
function breakBefore(text: string, start: number, full: number): number {
  let right = text.charCodeAt(full);
  if (right === SPACE) return full;
  for (let at = full; at > start; at -= 1) {
    const left = text.charCodeAt(at - 1);
    if (left === SPACE) return at;
    const inWord = isWordUnit(left) && isWordUnit(right);
    if (!inWord && mayBreak(text.charAt(at - 2), text.charAt(at - 1), text.charAt(at))) return at;
    right = left;
  }
  return cutBefore(text, start, full);
}

/** Where a word too long for a row is cut: behind a mark of its second half, else where it ends. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > (start + end) / 2; at -= 1) {
    if (CUT_MARKS.has(text.charAt(at - 1))) return at;
  }
  return end;
}

/** ASCII letters and digits, between which no line breaks. */
function isWordUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** UTF-16 units a column: more than marks and joined emoji need, less than a flood of them. */
const UNITS_A_COLUMN = 32;
const FEWEST_UNITS = 256;

/** The UTF-16 units a row may have: what takes no columns ends rows as well. */
export function longestRow(width: number): number {
  return UNITS_A_COLUMN * width + FEWEST_UNITS;
}

/** Any text: fills the rows unit by unit. */
export function unitRanges(text: string, width: number, cache: WordCache): Range[] {
  const ranges: Range[] = [];
  const longest = longestRow(width);
  const units = textUnits(text, cache);
  let start = units[0]?.start ?? 0;
  let end = start;
  let used = 0;
  for (const unit of units) {
    used += unit.start - end + unit.width;
    if (end > start && (used > width || unit.end - start > longest)) {
      ranges.push({ start, end });
      start = unit.start;
      used = unit.width;
    }
    end = unit.end;
    if (used > width || end - start > longest) {
      ({ start, used } = cutUnit(text, unit, width, ranges));
    }
  }
  if (end > start) ranges.push({ start, end });
  return ranges;
}

/** Cuts a unit wider than a row between graphemes; what is left opens the next row. */
function cutUnit(text: string, unit: Unit, width: number, ranges: Range[]) {
  const longest = longestRow(width);
  let start = unit.start;
  let end = start;
  let used = 0;
  for (const grapheme of graphemes(text.slice(unit.start, unit.end))) {
    const columns = graphemeWidth(grapheme);
    const isFull = used + columns > width || end + grapheme.length - start > longest;
    if (isFull && end > start) {
      const cut = cutBefore(text, start, end);
      ranges.push({ start, end: cut });
      start = cut;
      used = displayWidth(text.slice(cut, end));
    }
    end += grapheme.length;
    used += columns;
  }
  return { start, used };
}

/** A piece of a text that stays on one line if it fits one. */
interface Unit {
  /** UTF-16 offsets, without the space around it. */
  readonly start: number;
  readonly end: number;
  /** In columns. */
  readonly width: number;
}

/** The pieces of words already measured; one for a page, so that it cannot grow without end. */
export type WordCache = Map<string, readonly Unit[]>;

/** UTF-16 units of a word that may well come again. */
const LONGEST_REMEMBERED = 256;

/** Words of these alone are one unit of as many columns as characters. */
const IN_WHOLE_WORDS = unitTable('21-2c 2e-7e a1-ac ae-2ff 2018-201d');

/** The text's units in order; what lies between two of them is spaces or nothing. */
export function textUnits(text: string, cache: WordCache): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const from = at;
    while (IN_WHOLE_WORDS[text.charCodeAt(at)] === 1) at += 1;
    if (at === text.length || text.charCodeAt(at) === SPACE) {
      if (at > from) units.push({ start: from, end: at, width: at - from });
      continue;
    }
    const space = text.indexOf(' ', at);
    at = space < 0 ? text.length : space;
    for (const { start, end, width } of wordUnits(text.slice(from, at), cache)) {
      units.push({ start: start + from, end: end + from, width });
    }
  }
  return units;
}

function wordUnits(word: string, cache: WordCache): readonly Unit[] {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const units = measureWord(word);
  if (word.length <= LONGEST_REMEMBERED) cache.set(word, units);
  return units;
}

/** Cuts a word where a line may break inside it. */
function measureWord(word: string): Unit[] {
  const units: Unit[] = [];
  const parts = graphemes(word);
  let start = 0;
  let end = 0;
  let width = 0;
  parts.forEach((grapheme, index) => {
    const left = parts[index - 1];
    if (left !== undefined && mayBreak(parts[index - 2] ?? '', left, grapheme)) {
      units.push({ start, end, width });
      start = end;
      width = 0;
    }
    end += grapheme.length;
    width += graphemeWidth(grapheme);
  });
  return [...units, { start, end, width }];
}
