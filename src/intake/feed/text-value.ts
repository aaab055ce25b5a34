// The text and the HTML in an element of a feed, whichever way its format says which it is.
import { decodeHTML } from 'entities/decode';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { htmlParagraphs } from '../../markdown/source/html-text.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { decodeUtf8 } from '../charset.ts';
import names from './feed-names.json' with { type: 'json' };
import type { XmlElement } from './xml-element.ts';

/** The start of anything but text. */
const TAG = /<[a-z!/]/i;
/** Tags that writers put into lines of text, and references. */
const MARKUP = new RegExp(
  `</?(?:${names.elements.markup.join('|')})(?:\\s[^<>]*)?/?>|<!--|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]\\w{1,30});`,
  'i',
);
const ESCAPED_MARKUP =
  /&lt;(?:p|div|a|br|img|span|strong|em|ul|ol|h[1-6]|figure|blockquote|table)\b/i;
const LONGEST_LINE = 1000;
/** Markup of a line that is looked at. */
const LONGEST_SOURCE = 20_000;

/** Elements that no one writes about: one that text begins with and that is closed, a link, a picture. */
const ELEMENT = /^\s*<([a-z]\w*)\b[^<>]*>[\s\S]*<\/\1\s*>|<(?:a|img)\s[^<>]*(?:href|src)\s*=/i;

/** How `<p>` begins as `<xhtml:p>`. */
const PREFIX = /<(\/?)(?:xhtml|html|xh|h|x|div):(?=[a-z])/gi;
const MARKUP_TYPE = /^(?:xhtml|application\/xhtml\+xml)$/;
const TEXT_TYPE = /^(?:text|text\/plain|plain)$/;
/** In Atom 1.0 every other type is in base64 (RFC 4287 §4.1.3.3). */
const READABLE_TYPE = /^[^/]*$|^text\/|[+/]xml$|json/;

/**
 * What an element holds, as Atom's `type` and the older `mode` say it (RFC 4287 §3.1), and whether tags
 * in it are words (§3.1.1.1). Feeds call HTML text as well: elements tell it, and references where no
 * tag stands beside them.
 * @param longest of what is looked at, in UTF-16 units
 */
function contentOf(element: XmlElement, longest?: number) {
  const type = element.attribute('type').trim().toLowerCase();
  const mode = element.attribute('mode').trim().toLowerCase();
  const isXml = mode === 'xml' && type !== '' && type !== 'text/plain';
  if (element.hasMarkup || isXml || MARKUP_TYPE.test(type)) {
    return { value: element.markup().replace(PREFIX, '<$1').slice(0, longest), isPlain: false };
  }
  const isBase64 = mode === 'base64' || !READABLE_TYPE.test(type);
  const value = (isBase64 ? decodeBase64(element.text()) : element.text()).slice(0, longest);
  if (!TEXT_TYPE.test(type)) return { value, isPlain: false };
  return { value, isPlain: TAG.test(value) ? !ELEMENT.test(value) : !MARKUP.test(value) };
}

/** Text that says it is in base64 and is not stays as it is. */
function decodeBase64(text: string): string {
  const bare = text.replace(/\s+/g, '');
  if (bare === '' || bare.length % 4 !== 0 || !/^[a-z\d+/]+={0,2}$/i.test(bare)) return text;
  return decodeUtf8(Buffer.from(bare, 'base64')) || text;
}

/** An element's text as one line, cut at a length in units; `null` where there is none. */
export function lineValue(element: XmlElement | null, longest = LONGEST_LINE): string | null {
  if (element === null) return null;
  const { value, isPlain } = contentOf(element, LONGEST_SOURCE);
  return isPlain ? cut(value, longest) : htmlLine(value, longest);
}

/** HTML, or text with markup in it, as one line of text, cut at a length in units. */
export function htmlLine(value: string, longest = LONGEST_LINE): string | null {
  if (!MARKUP.test(value)) return cut(value, longest);
  return cut(htmlParagraphs(value.slice(0, LONGEST_SOURCE)).join(' '), longest);
}

function cut(text: string, longest: number): string | null {
  const line = cleanLine(text.slice(0, LONGEST_SOURCE));
  if (line === '') return null;
  return line.length <= longest ? line : `${cleanLine(line.slice(0, longest - 1))}…`;
}

/** An element's content as HTML, without controls; `null` where there is none. */
export function htmlValue(element: XmlElement): string | null {
  const type = element.attribute('type').trim().toLowerCase();
  if (/^(?:image|audio|video|application\/(?!xhtml|octet))/.test(type)) return null;
  const { value, isPlain } = contentOf(element);
  return (isPlain ? plainHtml(value) : toHtml(value)) || null;
}

/** Text that may hold markup, as HTML. */
function toHtml(value: string): string {
  const clean = cleanText(value);
  const isEscaped = !TAG.test(clean) && ESCAPED_MARKUP.test(clean);
  // References may stand for controls.
  return paragraphsOf(isEscaped ? cleanText(decodeHTML(clean)) : clean);
}

/** HTML as it is, where it has tags; else its paragraphs. */
export function paragraphsOf(html: string): string {
  return TAG.test(html) ? html.trim() : textToHtml(html);
}

/** A sentence that goes on below a long line: a program broke the lines. */
const BROKEN = /[^\n]{50}\n[^\S\n]*\p{Ll}/u;

/** Paragraphs of text, its references resolved later, as those of HTML; lines that writers end stay. */
function textToHtml(text: string): string {
  const paragraphs = cleanText(text)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return paragraphs
    .map((part) => (BROKEN.test(part) ? part : part.replace(/(?<!\s)\s*\n/g, '<br>\n')))
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}

/** The same of a text without references. */
export function plainHtml(text: string): string {
  return textToHtml(escapeHtml(text));
}
