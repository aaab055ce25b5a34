// Text as Markdown in which nothing is markup.

/** Signs that mean something anywhere in a line; at its start others do. */
const SIGNS = /[\\`*_[\]<>#&~|]|=(?==)|(?<=\])\(|^[-+=]|(?<=^\d{1,9})[.)]/g;

/** A line of text as Markdown shows it. */
export function escapeMarkdown(line: string): string {
  return line.replace(SIGNS, '\\$&');
}
