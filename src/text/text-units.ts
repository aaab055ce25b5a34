// The pieces of a text that no line may break: words, or single characters where CJK is set solid.
import { unitTable } from '../core/unit-table.ts';
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

const SPACE = 0x20;
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
