// The text of an OPML file, read as far as it can be: what it follows, and what is wrong with it.
import { decodeHTMLStrict } from 'entities/decode';
import type { Fault } from '../../core/errors.ts';
import { type OpmlFile, parseOpml } from './outline-file.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { LOOSE_AMPERSAND } from './xml-pieces.ts';

/** Reads a text that may be broken; `faults` is what cannot be read, or is no feed. */
export function readOpml(text: string) {
  const { file, mended } = parseMended(text);
  const { subscriptions, faults } = readSubscriptions(file);
  return { file, subscriptions, mended, faults: [...file.faults, ...faults] };
}

/**
 * Mends no more than is needed.
 * @returns what was mended so that nothing is lost: the first of it; the file is what it came to
 */
function parseMended(text: string): { file: OpmlFile; mended: Fault | null } {
  const strict = parseOpml(text);
  const [mended = null] = strict.faults;
  if (mended === null) return { file: strict, mended };
  const better = [mendAmpersands(text), mendAmpersands(mendAttributes(text))];
  const sound = better.map(parseOpml).find(({ faults }) => faults.length === 0);
  return sound === undefined ? { file: strict, mended: null } : { file: sound, mended };
}

const LOOSE = new RegExp(`${LOOSE_AMPERSAND}(?:[a-zA-Z]\\w{1,31};)?`, 'g');

/** Escapes each `&` that begins no entity of XML; HTML's entities become their characters. */
function mendAmpersands(text: string): string {
  return text.replace(LOOSE, (found) => {
    const decoded = found === '&' ? found : decodeHTMLStrict(found);
    const isMarkup = decoded === found || /[<>&"']/.test(decoded);
    return isMarkup ? found.replace('&', '&amp;') : decoded;
  });
}

const OPENING = /\s[\w:.-]+\s*=\s*"/g;
const CLOSING = /"(?=\s+[\w:.-]+\s*=\s*["']|\s*\/?>\s*(?:<|$))/g;

/** Escapes quotes and tags inside the attributes of outlines: `title="In "X", <b>y</b>"`. */
function mendAttributes(text: string): string {
  const pieces = text.split(/(?=<outline\b)/);
  return pieces.map((piece) => (piece.startsWith('<outline') ? mendPiece(piece) : piece)).join('');
}

const SIGNS: Readonly<Record<string, string>> = { '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** A quote ends a value only where another attribute follows it, or the end of the tag. */
function mendPiece(piece: string): string {
  const opening = new RegExp(OPENING);
  const closing = new RegExp(CLOSING);
  let mended = '';
  let at = 0;
  while (opening.exec(piece) !== null) {
    const start = opening.lastIndex;
    closing.lastIndex = start;
    const end = closing.exec(piece)?.index;
    if (end === undefined) break;
    mended +=
      piece.slice(at, start) +
      piece.slice(start, end).replace(/[<>"]/g, (sign) => SIGNS[sign] ?? '');
    at = end;
    opening.lastIndex = end + 1;
  }
  return mended + piece.slice(at);
}
