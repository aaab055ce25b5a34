// What bytes are: a page, Markdown, plain text, a feed, or nothing to read.
import { countMatches } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import { decodeText } from './charset.ts';

export type SourceKind = 'html' | 'markdown' | 'text' | 'feed' | 'binary';

/** What others say of the bytes; what they are themselves counts more. */
export interface SniffHints {
  /** A file's name or the last part of an address. */
  readonly name?: string;
  /** The HTTP header's value. */
  readonly contentType?: string;
}

const NO_TEXT = /^\s*(?:audio|video|image|font)\/|^\s*application\/(?:pdf|zip|epub\+zip)\b/i;

/** Whether a type that a server declares may be that of an article. */
export function mayBeArticle(contentType: string): boolean {
  return !NO_TEXT.test(contentType);
}

/** Bytes at the start that are looked at. */
const START = 8192;

/** How files that are no text begin: PDF, PNG, JPEG, GIF, ZIP, gzip, RIFF, ELF, Ogg, bzip2, xz. */
const SIGNATURES = [
  ...['%PDF-', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'PK\x03\x04', '\x1f\x8b', 'RIFF', '\x7fELF'],
  ...['OggS', 'BZh9', '\xfd7zXZ', 'ID3', 'SQLite format 3'],
];

/** Tells what bytes are by themselves, then by their name and declared type. */
export function sniffKind(
  bytes: Uint8Array,
  { name = '', contentType = '' }: SniffHints = {},
): SourceKind {
  const start = bytes.subarray(0, START);
  const own = decodeText(start);
  if (isBinary(start, own)) return 'binary';
  const said = contentType === '' ? own : decodeText(start, contentType);
  const text = said.replace(/^\ufeff/, '').trimStart();
  if (isFeed(text)) return 'feed';
  if (looksLikeHtml(text)) return 'html';
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name) || /^text\/(?:x-)?markdown/i.test(contentType))
    return 'markdown';
  if (/\.te?xt$/i.test(name)) return 'text';
  if (/\.x?html?$/i.test(name) || /^(?:text\/html|application\/xhtml\+xml)/i.test(contentType))
    return 'html';
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}

const FIELD = /^(?:[!-9;-~]+:|[ \t])/;
/** What stands before each message of a box (RFC 4155). */
const FROM_LINE = /^From .*\r?\n/;

/** A message without the line before it. */
export function withoutFromLine(message: string): string {
  return message.replace(FROM_LINE, '');
}

/** Whether bytes begin with the fields of a MIME message: mail, or a page with its pictures. */
export function isMessage(bytes: Uint8Array): boolean {
  const start = withoutFromLine(Buffer.from(bytes.subarray(0, START)).toString('latin1'));
  const [head = ''] = start.split(/\r?\n\r?\n/, 1);
  const isFields = head.split(/\r?\n/).every((line) => FIELD.test(line));
  return isFields && /^mime-version:/im.test(head) && /^content-type:/im.test(head);
}

function isBinary(start: Uint8Array, text: string): boolean {
  const head = Array.from(start.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  if (SIGNATURES.some((signature) => head.startsWith(signature)) || head.slice(4, 8) === 'ftyp')
    return true;
  const controls = countMatches(text, /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g);
  return controls > 8 && controls > text.length * 0.05;
}

const FEED_ROOT =
  /^(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:[\w-]+:)?(?:rss|feed|RDF|channel|entry)[\s>]/i;
/** What a program that failed prints before the feed it makes. */
const COMPLAINT =
  /^(?:<br\b[^>]*>\s*|<b>)*(?:PHP )?(?:warning|notice|deprecated|strict standards)\b/i;
const FEED_TAG = /<(?:rss\s[^>]*version|feed\s[^>]*xmlns|rdf:RDF\s[^>]*xmlns)/i;
const JSON_FEED = /^\{[\s\S]*?"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/;

/** RSS, Atom, RDF, CDF and JSON Feed, by the root element or the version. */
function isFeed(text: string): boolean {
  if (FEED_ROOT.test(text) || JSON_FEED.test(text)) return true;
  return COMPLAINT.test(text) && FEED_TAG.test(text);
}

const TAG =
  /<\/?(?:html|head|body|title|meta|link|script|div|article|section|main|header|h[1-6]|p|ul|ol|li|table|br|span|a|img|figure|blockquote)(?=[\s>/])[^<>]*>/gi;

/** Whether a text begins with a tag of a page, or holds many. */
function looksLikeHtml(text: string): boolean {
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(text))
    return true;
  const count = countMatches(text, TAG);
  return count >= 2 && (text.startsWith('<') || count > text.split('\n').length);
}

/** Front matter, a heading, a fence or links: what people do not write in plain text. */
function looksLikeMarkdown(text: string): boolean {
  if (/^---[ \t]*\r?\n[\w-]+[ \t]*:/.test(text)) return true;
  if (/^#{1,6} \S/m.test(text) || /^(?:```|~~~)/m.test(text)) return true;
  return /\[[^\]\n]*\]\((?:https?:|[\w./-])[^)\n]*\)/.test(text);
}

/**
 * Refuses what is no article, in a line that says what it is.
 * @param name where it is from, for the message
 */
export function assertReadable(kind: SourceKind, name: string): void {
  if (kind === 'feed') {
    throw new NewsprintError(`${name}: a feed, not an article`, {
      code: 'feed',
      hint: `to follow it: newsprint feeds add ${/^https?:/i.test(name) ? name : 'URL'}`,
    });
  }
  if (kind === 'binary') {
    throw new NewsprintError(`${name}: not an article: neither text nor a page`, {
      code: 'unreadable',
    });
  }
}
