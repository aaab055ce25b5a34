// Plain lines as Markdown that reads the same: what would be markup is escaped.

/** Characters that are markup wherever they stand in a line (CommonMark 0.31 §2.4). */
const INLINE = /[\\`*[\]<]|(?<![\p{L}\d])_|_(?![\p{L}\d])|&(?=#?\w+;)|~(?=~)/gu;
/** What makes a block of a line it begins. */
const BLOCK = /^(?:#{1,6}(?=\s|$)|>|[+-](?=\s|$)|(?:=+|-{2,}|~{3,})\s*$|\|)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/** One line of text as a paragraph's Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(INLINE, '\\$&').replace(BLOCK, '\\$&').replace(NUMBER, '$1\\$2');
}

/** A caption without its picture: an image with an empty target. */
export function figureMarkdown(caption: string, credit: string | null): string {
  const words = credit === null ? caption : `${caption} ${credit}`;
  return `![${escapeMarkdown(words.trim())}]()`;
}
