// Raw HTML inside Markdown: its words are kept, its tags are not.
import { decodeHTMLStrict } from 'entities/decode';
import { cleanLine, cleanText } from '../../core/clean.ts';

/** Comments, elements whose content is no text, and tags; each alternative runs once, forwards. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?][^>]*>?|<\/?([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>?/gi;

/** Tags that stand inside a line of text. */
const PHRASING = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The paragraphs of a block of HTML: text only, one line each, a break being a newline. */
export function htmlParagraphs(html: string): string[] {
  const text = html.replace(/\s+/g, ' ').replace(MARKUP, (markup, _skipped, name) => {
    return typeof name === 'string' ? tagText(markup, '\n\n') : '';
  });
  return text
    .split(/\n{2,}/)
    .map((part) => {
      const lines = part.split('\n').map((line) => cleanLine(decodeHTMLStrict(cleanText(line))));
      return lines.join('\n').trim();
    })
    .filter((part) => part !== '');
}

const ALT = /[\s"']alt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The words that stand for a picture. */
function altText(tag: string): string {
  const [, double, single, bare] = ALT.exec(tag) ?? [];
  return double ?? single ?? bare ?? '';
}

/** What a tag in a line of text leaves: a newline, a space between blocks, a picture's words. */
export function htmlInlineText(tag: string): string {
  return tagText(tag, ' ');
}

function tagText(tag: string, between: string): string {
  const name = tagName(tag);
  if (name === 'img') return altText(tag);
  if (name === null || PHRASING.has(name)) return '';
  return name === 'br' ? '\n' : between;
}

/**
 * Follows elements whose content is dropped through a line's tags.
 * @param skipping the element being dropped before this tag
 * @returns the element being dropped after it, `null` for none
 */
export function skippedElement(tag: string, skipping: string | null): string | null {
  const name = tagName(tag);
  if (skipping !== null) return name === skipping && tag.startsWith('</') ? null : skipping;
  const dropped = name === 'script' || name === 'style' || name === 'template';
  return dropped && !tag.startsWith('</') && !tag.endsWith('/>') ? name : null;
}

function tagName(tag: string): string | null {
  return /^<\/?([a-z][a-z0-9-]*)/i.exec(tag)?.[1]?.toLowerCase() ?? null;
}
