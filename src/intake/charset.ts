// From bytes to text: which encoding a file or a page is really in.

import iconv from 'iconv-lite';
import { countMatches, countOf } from '../core/count.ts';
import { lazy } from '../core/lazy.ts';
import { tryOr } from '../core/try-or.ts';
import LETTERS from './charset-letters.json' with { type: 'json' };

/** Bytes at the start in which a page may declare its encoding (HTML, 13.2.3.2, says 1024). */
const DECLARED_WITHIN = 4096;
const SAMPLE = 65_536;

/**
 * Decodes text. In this order: a byte order mark; UTF-8, where the bytes are valid in it, whatever
 * is declared; UTF-16 or UTF-32 without a mark, told by its zeros; the encoding the header or the page
 * declares; the one whose letters make a text; Windows-1252, which the web takes for Latin-1.
 * @param contentType the HTTP header's value: `text/html; charset=windows-1252`
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const wide = markedEncoding(bytes) ?? unmarkedWide(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  const declared = declaredEncoding(bytes, contentType);
  // It is 7-bit: its bytes are valid UTF-8 and mean something else. iconv-lite does not know it.
  if (declared === 'iso-2022-jp') return new TextDecoder(declared).decode(bytes);
  return decodeUtf8(bytes) ?? decodeAs(bytes, declared === 'utf-8' ? mostlyUtf8(bytes) : declared);
}

/** Byte order marks in Latin-1; the longer of two that begin alike comes first. */
const MARKS = [
  ['\xff\xfe\0\0', 'utf-32le'],
  ['\0\0\xfe\xff', 'utf-32be'],
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
] as const;

function markedEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return MARKS.find(([mark]) => start.startsWith(mark))?.[1] ?? null;
}

/** Which of four bytes are zero in most of a text, and which in none: UTF-16 has Latin letters. */
const ZEROS = [
  [/^-.00$/, 'utf-32le'],
  [/^00.-$/, 'utf-32be'],
  [/^-0-0$/, 'utf-16le'],
  [/^0-0-$/, 'utf-16be'],
] as const;

function unmarkedWide(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 1024) & ~3;
  if (length < 8) return null;
  const zeros = [0, 0, 0, 0].map((_, place) => {
    let count = 0;
    for (let at = place; at < length; at += 4) if (bytes[at] === 0) count += 4;
    if (count > length * 0.7) return '0';
    return count < length * 0.1 ? '-' : '?';
  });
  return ZEROS.find(([pattern]) => pattern.test(zeros.join('')))?.[1] ?? null;
}

/** `null` for bytes that are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return tryOr(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes), null);
}

/** A few broken characters leave a text UTF-8; where every other one is, it never was. */
function mostlyUtf8(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.filter((byte) => byte > 0x7f).length;
  const broken = countOf(new TextDecoder().decode(sample), '\ufffd');
  return broken > high / 4 ? (guessCharset(bytes) ?? 'windows-1252') : 'utf-8';
}

/** What the header or the page says; `utf-8` where neither does: its broken bytes decide. */
function declaredEncoding(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const said =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1];
  // A name means what it does on the web, often a larger set (WHATWG Encoding, 4.2).
  const meant = tryOr(() => new TextDecoder(said).encoding, said ?? 'utf-8');
  // A page that could be read so far is in no UTF-16, whatever it says (HTML, 13.2.3.3).
  return /^utf/i.test(meant) ? 'utf-8' : meant.replace(/^gbk$/, 'gb18030');
}

function decodeAs(bytes: Uint8Array, name: string): string {
  const encoding = iconv.encodingExists(name) ? name : 'windows-1252';
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** Ways of writing: their encodings, their common letters, and the share of text those are. */
const SCRIPTS = lazy(() =>
  LETTERS.map(({ letters, ...script }) => ({ ...script, common: new RegExp(`[${letters}]`, 'g') })),
);

const GUESSED_FROM = 32_768;
/** Bytes above ASCII in a row, on average: in Latin letters they stand alone. */
const SHORTEST_RUN = 2.2;
const FEWEST_BYTES = 8;
/** Of the share that is usual: how much of it makes a guess. */
const ENOUGH = 0.6;

/** A name for TextDecoder and iconv-lite; `null` for Latin letters, or where none is certain. */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, GUESSED_FROM);
  const latin1 = Buffer.from(sample).toString('latin1');
  const runs = latin1.match(/[\x80-\xff]+(?:[@-~][\x80-\xff]+)*/g) ?? [];
  const high = runs.reduce((sum, run) => sum + run.length, 0);
  if (high < FEWEST_BYTES || high / runs.length < SHORTEST_RUN) return null;
  const scored = SCRIPTS().flatMap(({ encodings, common, share }) =>
    encodings.map((name) => ({ name, score: shareOf(sample, name, common) / share })),
  );
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= ENOUGH ? best.name : null;
}

/** The share of these letters above ASCII; 0 where the bytes are not in the encoding. */
function shareOf(sample: Uint8Array, encoding: string, common: RegExp): number {
  const decode = () => new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  const text = tryOr(decode, '');
  const high = countMatches(text, /[^\0-\x7f]/gu);
  return high === 0 ? 0 : countMatches(text, common) / high;
}
