// Mail and archives of pages (.eml, .mhtml) → the page in them (RFC 2045 to 2047, RFC 2557).

import { NewsprintError } from '../../core/errors.ts';
import { cleanUrl } from '../../core/url/clean-url.ts';
import { decodeText } from '../charset.ts';
import { parseFeedDate } from '../feed/feed-dates.ts';
import { withoutFromLine } from '../sniff.ts';

/** Parts inside one another. */
const DEEPEST = 8;
const PAGE = /^(?:text\/html|application\/xhtml)/i;
const TEXT = /^text\/plain/i;
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i;
const ENCODED_WORD = /=\?([\w.-]+)(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi;

/** Where another message of a box begins. */
const NEXT = /\n\r?\nFrom .*\d{4}\r?\n[!-9;-~]+: /;

interface Part {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * The first page in a message, else its first text, and what its fields say of that.
 * @returns as `part` `null` where neither is in it
 * @throws NewsprintError `unreadable` for a box of several
 */
export function openMessage(bytes: Uint8Array, name: string) {
  const text = withoutFromLine(Buffer.from(bytes).toString('latin1'));
  if (NEXT.test(text)) {
    throw new NewsprintError(`${name}: several letters, not an article`, { code: 'unreadable' });
  }
  const { head } = splitPart(text);
  // Who archives a page says when he did.
  const isMail = fieldIn(head, 'from').includes('@');
  return {
    part: partIn(text, 0),
    title: decodeWords(fieldIn(head, 'subject')),
    published: isMail ? parseFeedDate(fieldIn(head, 'date')) : null,
    url: cleanUrl(fieldIn(head, 'snapshot-content-location')),
  };
}

function partIn(text: string, depth: number): Part | null {
  const { head, body } = splitPart(text);
  const contentType = fieldIn(head, 'content-type') || 'text/plain';
  const [, quoted, bare = ''] = BOUNDARY.exec(contentType) ?? [];
  if (/^multipart\//i.test(contentType)) {
    const line = `^--${(quoted ?? bare).replace(/\W/g, '\\$&')}(?:--)?[ \\t]*\\r?$`;
    const inner = depth < DEEPEST ? body.split(new RegExp(line, 'm')).slice(1) : [];
    const parts = inner.flatMap((part) => partIn(part.replace(/^\r?\n/, ''), depth + 1) ?? []);
    return parts.find((part) => PAGE.test(part.contentType)) ?? parts[0] ?? null;
  }
  const isAttached = /^attachment/i.test(fieldIn(head, 'content-disposition'));
  if (isAttached || body.trim() === '' || !(PAGE.test(contentType) || TEXT.test(contentType)))
    return null;
  return { contentType, bytes: decodeBody(body, fieldIn(head, 'content-transfer-encoding')) };
}

function splitPart(text: string) {
  const end = /^\r?\n|\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index).replace(/\r?\n(?=[ \t])/g, '');
  return { head, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function fieldIn(head: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (/^base64/i.test(encoding)) return Buffer.from(body, 'base64');
  return Buffer.from(/^quoted/i.test(encoding) ? unquoted(body) : body, 'latin1');
}

function unquoted(text: string): string {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  return joined.replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

function decodeWords(field: string): string {
  return decodeText(Buffer.from(field, 'latin1')).replace(
    ENCODED_WORD,
    (_, charset: string, how: string, word: string) => {
      const bytes = decodeBody(word.replaceAll('_', ' '), /b/i.test(how) ? 'base64' : 'quoted');
      return decodeText(bytes, `text/plain; charset=${charset}`);
    },
  );
}
