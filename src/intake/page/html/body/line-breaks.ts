// Line breaks in HTML: two of them are a new paragraph, one at a block's edge is nothing.

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
const SEVERAL = /(?:<br\b[^<>]*>(?:\s|&nbsp;|\u00a0)*){2,}/gi;

/** Writes several line breaks in a row as the paragraphs they stand for. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  return changedOutside(PREFORMATTED, html, (part) => part.replace(SEVERAL, '<p>'));
}

/** A text changed but for what a pattern with one group finds in it. */
function changedOutside(kept: RegExp, text: string, change: (part: string) => string): string {
  const parts = text.split(kept);
  return parts.map((part, at) => (at % 2 === 0 ? change(part) : part)).join('');
}

/** Code, which stays as it is. */
const FENCED = /(^`{3,}[^`]*?\n[\s\S]*?^`{3,}$)/m;

/** Breaks in a row that stood in several elements are a new paragraph too; at its edges they go. */
export function withoutEmptyLines(markdown: string): string {
  if (!markdown.includes('\\\n')) return withoutBreaks(markdown);
  return changedOutside(FENCED, markdown, withoutBreaks);
}

function withoutBreaks(text: string): string {
  return text
    .replace(/\\\n(?:[ \t]*\\\n)+/g, '\n\n')
    .replace(/(^|\n\n)(?:\\\n)+/g, '$1')
    .replace(/(?<!\\)\\\s*(?=\n\n|$)/g, '')
    .replace(/^((?:> ?)+)\\$/gm, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
