// Several line breaks in a row, as most pages write new paragraphs by hand.

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
const SEVERAL = /(?:<br\b[^<>]*>(?:\s|&nbsp;|\u00a0)*){2,}/;
const CLASS = /\sclass\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/i;
const PARTS = new RegExp(`<p(?=[\\s>])[^<>]*>|</p\\s*>|${SEVERAL.source}`, 'gi');

/** Writes several line breaks in a row as the paragraphs they stand for, of the class of the one they are in. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  return changedOutside(PREFORMATTED, html, (part) => {
    let name = '';
    return part.replace(PARTS, (found) => {
      if (/^<br/i.test(found)) return `<p${name}>`;
      name = CLASS.exec(found)?.[0] ?? '';
      return found;
    });
  });
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
