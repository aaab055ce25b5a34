// Mends what people get wrong in XML by hand: an ampersand that stands for itself, HTML's entities.
import { decodeHTMLStrict } from 'entities/decode';

/** For the source of a pattern: an `&` that begins no entity of XML. */
export const LOOSE_AMPERSAND =
  '&(?!(?:amp|lt|gt|quot|apos|#\\d{1,6}|#x(?:10[\\da-fA-F]{4}|[\\da-fA-F]{1,5}));)';
const LOOSE = new RegExp(`${LOOSE_AMPERSAND}(?:[a-zA-Z]\\w{1,31};)?`, 'g');

/** Escapes each `&` that begins no entity of XML; HTML's entities become their characters. */
export function mendAmpersands(text: string): string {
  return text.replace(LOOSE, (found) => {
    const decoded = found === '&' ? found : decodeHTMLStrict(found);
    const isMarkup = decoded === found || /[<>&"']/.test(decoded);
    return isMarkup ? found.replace('&', '&amp;') : decoded;
  });
}

const OPENING = /\s[\w:.-]+\s*=\s*"/g;
const CLOSING = /"(?=\s+[\w:.-]+\s*=\s*["']|\s*\/?>\s*(?:<|$))/g;

/** Escapes quotes and tags inside the attributes of outlines: `title="In "X", <b>y</b>"`. */
export function mendAttributes(text: string): string {
  const pieces = text.split(/(?=<outline\b)/);
  return pieces.map((piece) => (piece.startsWith('<outline') ? mendPiece(piece) : piece)).join('');
}

/** A quote ends a value only where another attribute follows it, or the end of the tag. */
function mendPiece(piece: string): string {
  const [opening, closing] = [new RegExp(OPENING), new RegExp(CLOSING)];
  let mended = '';
  let at = 0;
  while (opening.exec(piece) !== null) {
    const start = opening.lastIndex;
    closing.lastIndex = start;
    const end = closing.exec(piece)?.index;
    if (end === undefined) break;
    mended += piece.slice(at, start) + piece.slice(start, end).replace(/[<>"]/g, escapeSign);
    at = end;
    opening.lastIndex = end + 1;
  }
  return mended + piece.slice(at);
}

function escapeSign(sign: string): string {
  if (sign === '"') return '&quot;';
  return sign === '<' ? '&lt;' : '&gt;';
}
