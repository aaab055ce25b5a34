// A caret under a place in a line of text.
import { cleanText } from '../clean.ts';

/** Characters of two columns, near enough for a caret: CJK, full-width forms and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/gu;
/** Characters of none: combining marks and format characters. */
const EMPTY = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** Units of text shown on either side of the place. */
const CONTEXT = 60;

/**
 * The text on one line and, below it, a caret under the character at an offset.
 * A long text is cut on both sides. The caret stands right by display columns.
 * @param offset in UTF-16 units
 */
export function caretLine(text: string, offset: number): string {
  const before = oneLine(text.slice(Math.max(0, offset - CONTEXT), offset));
  const after = oneLine(text.slice(offset, offset + CONTEXT));
  const lead = offset > CONTEXT ? `…${before}` : before;
  const tail = offset + CONTEXT < text.length ? `${after}…` : after;
  const columns = lead.replace(EMPTY, '').replace(WIDE, '  ').replace(/\S/gu, ' ');
  return `${lead}${tail}\n${columns}^`;
}

/** Cleaned, with every white space a space of its own: the caret stays in its place. */
function oneLine(text: string): string {
  return cleanText(text).replace(/\s/g, ' ');
}
