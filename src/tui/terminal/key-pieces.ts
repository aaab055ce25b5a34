// What can stand at a place of a terminal's bytes, one a character: keys, and beginnings of more.
import { characterInputs, escapedInputs, sequenceInputs } from './key-sequences.ts';
import type { Input } from './keys.ts';
import { textOfBytes } from './pasted-text.ts';

/** C1 controls (ECMA-48 §5.3) are one byte, or two in UTF-8. */
const CSI = '\\x1b?(?:\\x1b\\[|\\xc2?\\x9b)';
const SS3 = '\\x1b?(?:\\x1bO|\\xc2?\\x8f)';
/** OSC, DCS, APC, PM and SOS strings (§5.6). */
const STRING = '\\x1b[\\]P_^X]|\\xc2?[\\x90\\x98\\x9d-\\x9f]';
const WIDE =
  '\\xc2[\\xa0-\\xbf]|[\\xc3-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3}';
export const WIDE_CUT_OFF =
  '[\\xc2-\\xdf]|[\\xe0-\\xef][\\x80-\\xbf]?|[\\xf0-\\xf4][\\x80-\\xbf]{0,2}';

/** What can stand at a place, the first that fits; bytes that are nothing are left over. */
export const PIECE = new RegExp(
  [
    // With Shift rxvt sends sequences that have no final byte.
    `${CSI}(?<shifted>\\d{1,2}\\$)`,
    `(?<cut>(?:\\x1b+|${CSI}(?:[ -?]*|\\[5?|M[^\\0-\\x1f]{0,2})|${SS3}[\\d;]{0,4}|\\x1b?(?:${WIDE_CUT_OFF}))$)`,
    `(?<string>${STRING})`,
    // The Linux console's F1, and X10's reports of the mouse, go on after their final byte.
    `${CSI}(?<body>\\[(?:[A-E]|[56]~)|M[^\\0-\\x1f]{0,3}|[ -?]*[@-~])`,
    `${SS3}(?<letter>[\\d;]{0,4}[@-~])`,
    `${CSI}[ -?]+`,
    `\\x1b(?<escaped>${WIDE}|[^\\x1b\\x80-\\xff])`,
    `(?<typed>(?:[ -~]|${WIDE})+|[\\0-\\x1f\\x7f])`,
    `\\xc2?[\\x80-\\x9f]|[^]`,
  ].join('|'),
  'y',
);

/** What a whole piece comes to, by the names of what it holds. */
export function pieceInputs(groups: Readonly<Record<string, string>>): readonly Input[] {
  const { shifted, body = shifted, letter = body, escaped, typed } = groups;
  if (letter !== undefined) return sequenceInputs(letter);
  if (escaped !== undefined) return escapedInputs(textOfBytes(escaped));
  return typed === undefined ? [] : characterInputs(textOfBytes(typed));
}
