// The pieces of a text that no line may break: words, or single characters where CJK is set solid.

import { mayBreak } from './kinsoku.ts';
import { graphemes, graphemeWidth, isNarrow } from './width.ts';

/** A piece of the text that stays on one line if it fits one. */
export interface Unit {
  /** UTF-16 offsets into the text, without the space around it. */
  readonly start: number;
  readonly end: number;
  /** In columns. */
  readonly width: number;
}

const WORDS = /[^ ]+/g;
const DASH = /[-\u2010\u2013\u2014\u200b]/;

/** The text's units in order; what lies between two of them is a space or nothing. */
export function textUnits(text: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (isNarrow(word) && !DASH.test(word)) {
      units.push({ start: index, end: index + word.length, width: word.length });
    } else {
      pushPieces(word, index, units);
    }
  }
  return units;
}

/** Cuts a word where a line may break inside it. */
function pushPieces(word: string, offset: number, units: Unit[]): void {
  const parts = graphemes(word);
  let start = offset;
  let end = offset;
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
  units.push({ start, end, width });
}
