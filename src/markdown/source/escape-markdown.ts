// Text as Markdown in which nothing is markup.

/** An address, which is a link as it stands and takes no escapes (GFM 0.29 §6.9). */
const ADDRESS = /((?:https?:\/\/|(?<![^\s*_~([\]`<\\])www\.)[a-z\d-][^\s<]*)/iu;
/** Characters that are markup wherever they stand in a line (CommonMark 0.31 §2.4), and `==marks==`. */
const INLINE = /[\\`*[\]<~]|(?<![\p{L}\d])_|_(?![\p{L}\d])|&(?=#?\w+;)|=(?==)|(?<=\])\(/gu;
/** Of a line without any of these neither pattern need be tried, which most are. */
const MAY_BE_ADDRESS = /:\/\/|www\./i;
const MAY_BE_INLINE = /[\\`*[\]<~_&=(]/;
/** What makes a block of a line it begins. */
const BLOCK = /^(?:#{1,6}(?=\s|$)|>|[+-](?=[\s|:]|$)|(?:=+\s*|-[-\s]*)$|\|)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/** A text as a link's or a picture's label, in which no address is a link. */
export function escapeLabel(text: string): string {
  return MAY_BE_INLINE.test(text) ? text.replace(INLINE, '\\$&') : text;
}

/** A line of text as Markdown shows it. */
export function escapeMarkdown(line: string): string {
  const parts = MAY_BE_ADDRESS.test(line) ? line.split(ADDRESS) : [line];
  const inline = parts.map((part, at) => (at % 2 === 1 ? part : escapeLabel(part)));
  return inline.join('').replace(BLOCK, '\\$&').replace(NUMBER, '$1\\$2');
}
