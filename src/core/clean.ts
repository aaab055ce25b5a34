// Cleans text of what must not reach a screen, a pipe or a file.
import { rareUnit } from './unit-table.ts';

/** Line ends that are not `\n`: CR, CRLF and Unicode's line and paragraph separators. */
const LINE_END = '\\r\\n?|[\\u2028\\u2029]';
/** C0 but tab and newline, DEL, C1, the bidi embeddings, overrides and isolates, the BOM. */
const DROPPED = '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]';
/** Half a character: with the `u` flag a surrogate matches only when it is unpaired. */
const LONE_SURROGATE = '[\\ud800-\\udfff]';

/** A flag of a region, as of Wales: a black flag, its letters and digits, the end (UTS #51, C.1). */
const FLAG = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}';
/** Invisible tag characters outside of flags, and Kitty's picture placeholders. */
const TAG = '[\\u{e0000}-\\u{e007f}\\u{10eeee}]';

const UNCLEAN = new RegExp(`${LINE_END}|${DROPPED}|${LONE_SURROGATE}|${FLAG}|${TAG}`, 'gu');

/** A quick test: most text has none of these units, nor rare ones beside them. */
const RARE_UNITS =
  '\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff';
const RARE = `[${RARE_UNITS}]`;
const MAY_BE_UNCLEAN = rareUnit(RARE_UNITS);
const MAY_BE_UNEVEN = new RegExp(`${RARE}|[^\\S ]|  `);
const MAY_BREAK_LINE = rareUnit(`\\t\\n${RARE_UNITS}`);

function cleanMatch(match: string): string {
  const unit = match.charCodeAt(0);
  if (unit === 0x0d || unit === 0x2028 || unit === 0x2029) return '\n';
  if (match.length > 2) return match;
  return match.length === 1 && unit >= 0xd800 && unit <= 0xdfff ? '\ufffd' : '';
}

/**
 * Makes text safe to print on several lines: every line end becomes `\n`; C0 but newline and tab,
 * DEL, C1, bidi embeddings, overrides and isolates (Unicode UAX #9), the BOM and tag characters that
 * spell no flag are dropped, and what Kitty takes for parts of a picture; half a surrogate pair
 * becomes U+FFFD. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return MAY_BE_UNCLEAN.test(text) ? text.replace(UNCLEAN, cleanMatch) : text;
}

/** A quick test whether text may hold anything that is no part of a line. */
export function mayBreakLine(text: string): boolean {
  return MAY_BREAK_LINE.test(text);
}

/** `cleanText` on one line: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  const inner = text.trim();
  return MAY_BE_UNEVEN.test(inner) ? cleanText(inner).replace(/\s+/g, ' ').trim() : inner;
}
