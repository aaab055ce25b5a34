// Several line breaks in a row, as most pages write new paragraphs by hand.

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
const SEVERAL = /(?:<br\b[^<>]*>(?:\s|&nbsp;|\u00a0)*){2,}/gi;

/** Writes several line breaks in a row as the paragraphs they stand for. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  return changedOutside(PREFORMATTED, html, (part) => part.replace(SEVERAL, '<p>'));
}

/** A text changed but for what a pattern with one group finds in it. */
export function changedOutside(
  kept: RegExp,
  text: string,
  change: (part: string) => string,
): string {
  const parts = text.split(kept);
  return parts.map((part, at) => (at % 2 === 0 ? change(part) : part)).join('');
}
