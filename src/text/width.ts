// How many columns a text takes on a terminal, grapheme by grapheme.

import stringWidth from 'string-width';

/**
 * Characters of one column and one UTF-16 unit that form a grapheme of their own beside each other:
 * Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, currencies, box drawing.
 */
const NARROW =
  ' -~\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u05be\\u05d0-\\u05f4' +
  '\\u060c\\u061b\\u061f\\u0620-\\u064a\\u0660-\\u066f\\u06f0-\\u06f9\\u1e00-\\u1fff' +
  '\\u2002-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u20a0-\\u20bf\\u2500-\\u25a9';
/** The same for two columns: kana, Han, Hangul syllables, full-width forms and CJK punctuation. */
const WIDE =
  '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3' +
  '\\uff01-\\uff60';

const ALL_NARROW = new RegExp(`^[${NARROW}]*$`);
const ALL_SIMPLE = new RegExp(`^[${NARROW}${WIDE}]*$`);
/** Where `WIDE` begins; `NARROW` lies below. */
const FIRST_WIDE = 0x3000;
const ONE_WIDE = new RegExp(`^[${WIDE}]$`);
/** A simple character that the next one, being simple too or absent, cannot change. */
const SIMPLE_RUN = new RegExp(`[${NARROW}${WIDE}]+(?=[${NARROW}${WIDE}]|$)`, 'y');

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Units segmented at once: the segmenter is quadratic in the length of its text. */
const WINDOW = 64;
/** A longer cluster is a flood of combining marks and is cut (UAX #15 thinks 30 are plenty). */
const LONGEST_GRAPHEME = 1024;

/** Whether each UTF-16 unit of the text is one column and one grapheme. */
export function isNarrow(text: string): boolean {
  return ALL_NARROW.test(text);
}

/** Whether each UTF-16 unit of the text is a grapheme, of `unitWidth` columns. */
export function isSimple(text: string): boolean {
  return ALL_SIMPLE.test(text);
}

/** The columns of a UTF-16 unit of simple text. */
export function unitWidth(unit: number): 1 | 2 {
  return unit < FIRST_WIDE ? 1 : 2;
}

/** The columns of one grapheme: 0, 1, 2 or, for sequences no terminal joins, more. */
export function graphemeWidth(grapheme: string): number {
  if (isNarrow(grapheme)) return grapheme.length;
  return ONE_WIDE.test(grapheme) ? 2 : stringWidth(grapheme);
}

/** The columns of a text without newlines, tabs and controls. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** The text's user-perceived characters (UAX #29), in linear time. */
export function graphemes(text: string): string[] {
  if (isNarrow(text)) return text.split('');
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    SIMPLE_RUN.lastIndex = at;
    const simple = SIMPLE_RUN.exec(text)?.[0];
    if (simple) for (const character of simple) parts.push(character);
    at += simple?.length ?? pushClusters(text, at, parts);
  }
  return parts;
}

/** Pushes the clusters of one window from `at` on; returns how many units they took. */
function pushClusters(text: string, at: number, parts: string[]): number {
  for (let size = WINDOW; ; size *= 2) {
    const window = text.slice(at, at + size);
    const clusters = Array.from(segmenter.segment(window), ({ segment }) => segment);
    const last = at + size < text.length && size < LONGEST_GRAPHEME ? clusters.pop() : undefined;
    if (clusters.length === 0) continue;
    parts.push(...clusters);
    return window.length - (last?.length ?? 0);
  }
}

/** Cuts to at most `width` columns, the cut shown by `…`; a text that fits is left as it is. */
export function truncate(text: string, width: number): string {
  if (text.length <= width && isNarrow(text)) return text;
  let used = 0;
  let end = 0;
  let room = 0;
  for (const grapheme of graphemes(text.slice(0, width * 16 + LONGEST_GRAPHEME))) {
    used += graphemeWidth(grapheme);
    if (used > width) return width < 1 ? '' : `${text.slice(0, room)}…`;
    end += grapheme.length;
    if (used < width) room = end;
  }
  return end < text.length && width > 0 ? `${text.slice(0, room)}…` : text.slice(0, end);
}

/** Exactly `width` columns: cut with `…` or filled with spaces at the end. */
export function padTo(text: string, width: number): string {
  const cut = truncate(text, width);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
}
