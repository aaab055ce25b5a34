// Several line breaks in a row, as most pages write new paragraphs by hand.

import { patternWith } from '../../../words/pattern.ts';
import { isCaptionName, isDeckName } from './markup-names.ts';

const PREFORMATTED = /(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i;
/** A paragraph's start; what ends it, be its own end tag there or not; several breaks. */
const PARTS = patternWith('gi')`
  <p(?=[\s>])[^<>]*>
  |</p\b|<!--|</?(?:address|article|aside|blockquote|center|div|[dou]l|li|footer|form|h[1-6r]|header
  |main|section|t[dhr]|table|script)\b
  |(?:<br\b[^<>]*>(?:\s|&nbsp;)*){2,}`;
/** A longer one would be copied to each part. */
const CLASS = /\sclass\s*=\s*["']([^"'<>]{1,200})["']/i;

/** Writes several line breaks in a row as the paragraphs they stand for, of the class of the one they are in. */
export function breaksToParagraphs(html: string): string {
  if (!/<br\b/i.test(html)) return html;
  return changedOutside(PREFORMATTED, html, (part) => {
    let name = '';
    return part.replace(PARTS(), (found) => {
      if (/^<br/i.test(found)) return `<p${name}>`;
      const own = /^<p/i.test(found) ? CLASS.exec(found)?.[1] : undefined;
      // The deck or caption that a story's first part may be its others are not.
      const isKind = own !== undefined && !isDeckName(own) && !isCaptionName(own);
      name = isKind ? ` class="${own}"` : '';
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
