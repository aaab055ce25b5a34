// The pieces of a text that no line may break: words, or single characters where CJK is set solid.
import { mayBreak } from './kinsoku.ts';
import { graphemes, graphemeWidth } from './width.ts';

/** A piece of a text that stays on one line if it fits one. */
export interface Unit {
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

/** Words that are one unit of as many columns as characters. */
const WHOLE = /^[!-,.-~\u00a1-\u00ac\u00ae-\u02ff\u2018-\u201d]*$/;

/** The text's units in order; what lies between two of them is spaces or nothing. */
export function textUnits(text: string, cache: WordCache): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    if (to > from) pushUnits(text.slice(from, to), from, cache, units);
    from = to + 1;
  }
  return units;
}

/** Pushes the units of the word at an offset. */
function pushUnits(word: string, at: number, cache: WordCache, units: Unit[]): void {
  if (WHOLE.test(word)) {
    units.push({ start: at, end: at + word.length, width: word.length });
    return;
  }
  for (const { start, end, width } of wordUnits(word, cache)) {
    units.push({ start: start + at, end: end + at, width });
  }
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
