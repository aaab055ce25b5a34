// The bytes of an OPML file: its text and back again, losing nothing.
import { NewsprintError } from '../../core/errors.ts';
import { decodeText } from '../charset.ts';

/** The text of a file, without a byte order mark. */
export function opmlText(bytes: Uint8Array): string {
  return decodeText(bytes).replace(/^\ufeff/, '');
}

const DECLARED = /^(<\?xml[^>]*?\sencoding\s*=\s*)(?!["']utf-8["'])(?:"[^"]*"|'[^']*')/i;

/**
 * A changed text as bytes, UTF-8 with a mark where the file had one; a file that says it is in
 * another encoding then says so.
 * @param before the bytes it was read from
 * @throws NewsprintError `failed` where some of those bytes are no text: they would be lost
 */
export function opmlBytes(text: string, before: Uint8Array): Uint8Array {
  const read = opmlText(before);
  const mark = ['', '\ufeff'].find((start) => Buffer.from(start + read).equals(before));
  if (mark !== undefined) return Buffer.from(mark + text);
  const isUtf16 = before.subarray(0, 4).includes(0) || before[0] === 0xff || before[0] === 0xfe;
  // Without a word it is UTF-8 (XML 1.0, 4.3.3).
  const isKnown = (isUtf16 || DECLARED.test(read)) && !read.includes('\ufffd');
  if (isKnown) return Buffer.from(declareUtf8(text));
  throw new NewsprintError('some of its bytes are no text');
}

/** The text with a declaration that it is UTF-8, where it declares anything else. */
export function declareUtf8(text: string): string {
  return text.replace(DECLARED, '$1"UTF-8"');
}
