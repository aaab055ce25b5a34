// Pins text to its columns on terminals that draw some emoji wider or narrower than they are.

import { graphemes, graphemeWidth } from '../../text/width.ts';

/** Joiner, emoji variation selector, flags and skin tones: terminals disagree on their width. */
const CONTESTED = /[\u200d\ufe0f]|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
/** The sequences of a painted row, and the text between them. */
const PIECE = /\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\|[^\x1b]+/g;

function pinText(text: string, from: number): { readonly pinned: string; readonly column: number } {
  let column = from;
  let pinned = '';
  for (const grapheme of graphemes(text)) {
    column += graphemeWidth(grapheme);
    pinned += CONTESTED.test(grapheme) ? `${grapheme}\x1b[${column + 1}G` : grapheme;
  }
  return { pinned, column };
}

/**
 * After each grapheme whose width terminals disagree on, moves the cursor to the column it should
 * be at (CHA, ECMA-48 §8.3.9), so that what follows stays in place.
 * @param row painted, from the first column on
 */
export function pinColumns(row: string): string {
  if (!CONTESTED.test(row)) return row;
  let column = 0;
  return row.replace(PIECE, (piece) => {
    if (piece.startsWith('\x1b')) return piece;
    const text = pinText(piece, column);
    column = text.column;
    return text.pinned;
  });
}
