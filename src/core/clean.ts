// Text cleaning: what may stand in a string before it reaches a screen, a pipe or a file.

/** Line ends that are not `\n`: CR, CRLF and Unicode's line and paragraph separators. */
const LINE_END = '\\r\\n?|[\\u2028\\u2029]';
/** C0 but tab and newline, DEL, C1, the bidi embeddings, overrides and isolates, the BOM. */
const DROPPED = '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]';
/** Half a character: under the `u` flag a surrogate matches only where it stands alone. */
const LONE_SURROGATE = '[\\ud800-\\udfff]';

const UNCLEAN = new RegExp(`${LINE_END}|${DROPPED}|${LONE_SURROGATE}`, 'gu');

/** Most text is clean, which these patterns find out sooner. */
const PLAIN_TEXT = /^[\t\n\x20-\x7e]*$/;
const PLAIN_LINE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

function cleanMatch(match: string): string {
  const unit = match.charCodeAt(0);
  if (unit === 0x0d || unit === 0x2028 || unit === 0x2029) return '\n';
  return unit >= 0xd800 && unit <= 0xdfff ? '\ufffd' : '';
}

/**
 * Makes text safe to print on several lines: every line end becomes `\n`; C0 but newline and tab,
 * DEL, C1, bidi embeddings, overrides and isolates (Unicode UAX #9) and the BOM are dropped; half
 * a surrogate pair becomes U+FFFD. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return PLAIN_TEXT.test(text) ? text : text.replace(UNCLEAN, cleanMatch);
}

/** `cleanText` on one line: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  return PLAIN_LINE.test(text) ? text : cleanText(text).replace(/\s+/g, ' ').trim();
}
