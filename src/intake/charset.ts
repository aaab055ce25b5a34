// From bytes to text: which encoding a file or a page is really in.
import iconv from 'iconv-lite';
import { guessCharset } from './guess-charset.ts';

/** What others say of the encoding: a header, a file's name. */
export interface CharsetHints {
  /** The HTTP header's value: `text/html; charset=windows-1252`. */
  readonly contentType?: string;
}

/** Bytes at the start in which a page may declare its encoding (HTML, 13.2.3.2, says 1024). */
const DECLARED_WITHIN = 4096;
const SAMPLE = 65_536;

/**
 * Decodes text. In this order: a byte order mark; UTF-8, where the bytes are valid in it, whatever
 * is declared; UTF-16 without a mark, told by its zeros; the encoding the header or the page
 * declares; the one whose letters make a text; Windows-1252, which the web takes for Latin-1.
 */
export function decodeText(bytes: Uint8Array, { contentType }: CharsetHints = {}): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return decodeAs(bytes, utf16);
  const declared = declaredEncoding(bytes, contentType ?? '');
  // It is 7-bit: its bytes are valid UTF-8 and mean something else. iconv-lite does not know it.
  if (/^iso-2022-jp$/i.test(declared)) return new TextDecoder('iso-2022-jp').decode(bytes);
  return decodeUtf8(bytes) ?? decodeAs(bytes, isUtf8(declared) ? mostlyUtf8(bytes) : declared);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Text in Latin letters has every other byte zero in UTF-16. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 1024) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (length / 2));
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isUtf8(name: string): boolean {
  return /^(?:utf-?8|unicode-1-1-utf-8)$/i.test(name);
}

/** A few broken characters leave a text UTF-8; where every other one is, it never was. */
function mostlyUtf8(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.filter((byte) => byte > 0x7f).length;
  const broken = new TextDecoder().decode(sample).split('\ufffd').length - 1;
  return broken > high / 4 ? (guessCharset(bytes) ?? 'windows-1252') : 'utf-8';
}

/** What the header or the page says; `utf-8` where neither does: its broken bytes decide. */
function declaredEncoding(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const said =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1];
  // A page that could be read so far is in no UTF-16, whatever it says (HTML, 13.2.3.3).
  return said === undefined || /^utf-?16|^ucs/i.test(said) ? 'utf-8' : said;
}

/** Names that mean a larger set on the web (WHATWG Encoding, 4.2). */
const MEANT: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  'x-mac-roman': 'macintosh',
};

function decodeAs(bytes: Uint8Array, name: string): string {
  const meant = MEANT[name.toLowerCase()] ?? name;
  const encoding = iconv.encodingExists(meant) ? meant : 'windows-1252';
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
