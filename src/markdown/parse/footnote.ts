// Where the text of a footnote ends in a Markdown source.

const NOTE = /^ {0,3}\[\^[^\]\n]{1,200}\]:/;
const NEXT_NOTE = /\n {0,3}\[\^[^\]\n]{1,200}\]:|\n[ \t]*\n/;

/** UTF-16 units of the note a source begins with, up to the next or a blank line; else `null`. */
export function noteLength(src: string): number | null {
  if (!NOTE.test(src)) return null;
  const next = NEXT_NOTE.exec(src);
  return next === null ? src.length : next.index;
}
