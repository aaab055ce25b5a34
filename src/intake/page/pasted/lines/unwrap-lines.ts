// Paragraphs cut to a width by a mail program or an editor, put together again.
import { isWide, type PastedLine } from './pasted-line.ts';

/** Widths at which programs wrap text; wider lines are a browser's whole paragraphs. */
const NARROWEST = 40;
const WIDEST = 132;
/** A text is wrapped where this share of its letters stands in lines that could take no more. */
const SHARE = 0.6;
/** Breaks that make a width; one before a small letter, inside a sentence, counts for two. */
const FEWEST_BREAKS = 4;

/** Lines cut to one width joined to paragraphs again; a text that was not cut stays as it is. */
export function unwrapLines(lines: readonly PastedLine[]): readonly PastedLine[] {
  const width = wrapWidth(lines);
  if (width === null) return lines;
  const joined: PastedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]?.text ?? '';
    const last = isContinued(before.length, line, width) ? joined.pop() : undefined;
    const start = last === undefined ? '' : last.text + glueBetween(before, line.text);
    joined.push({ ...(last ?? line), text: start + line.text });
  }
  return joined;
}

/** The width a text was cut to: its longest line, if most lines before a break are full. */
function wrapWidth(lines: readonly PastedLine[]): number | null {
  const width = lines.reduce(
    (most, { text, block }) => Math.max(most, block === null ? text.length : 0),
    0,
  );
  if (width < NARROWEST || width > WIDEST) return null;
  let letters = 0;
  let inFull = 0;
  let breaks = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    // The last line before a blank one is never full, and tells nothing.
    if (next === undefined || next.gap) continue;
    letters += line.text.length;
    if (!isContinued(line.text.length, next, width)) continue;
    inFull += line.text.length;
    breaks += /^\p{Ll}/u.test(next.text) ? 2 : 1;
  }
  return breaks >= FEWEST_BREAKS && inFull >= SHARE * letters ? width : null;
}

/** Whether a line of `length` had no room for the next one's first word: it was cut there. */
function isContinued(length: number, next: PastedLine, width: number): boolean {
  if (next.gap || next.bullet || next.block !== null || length < width * 0.6) return false;
  const space = next.text.indexOf(' ');
  const word = isWide(next.text.charAt(0)) ? 1 : space < 0 ? next.text.length : space;
  return length + 1 + word > width;
}

/** Chinese and Japanese have no space at a line's end; a hyphen keeps its word together. */
function glueBetween(left: string, right: string): string {
  const isGlued = isWide(left.slice(-1)) && isWide(right.charAt(0));
  const isHyphen = /\p{L}-$/u.test(left.slice(-3)) && /^\p{Ll}/u.test(right);
  return isGlued || isHyphen ? '' : ' ';
}
