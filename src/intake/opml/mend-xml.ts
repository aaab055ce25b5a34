// Mends what people get wrong in XML by hand: an ampersand that stands for itself, HTML's entities.

import { decodeHTMLStrict } from 'entities/decode';

const LOOSE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(?:[a-zA-Z]\w{1,31};)?/g;

/** Where the first `&` stands that begins no entity of XML; −1 where there is none. */
export function looseAmpersand(text: string): number {
  return text.search(LOOSE);
}

/** Escapes each `&` that begins no entity of XML; HTML's entities become their characters. */
export function mendXml(text: string): string {
  return text.replace(LOOSE, (found) => {
    const decoded = found === '&' ? found : decodeHTMLStrict(found);
    const isMarkup = decoded === found || /[<>&"']/.test(decoded);
    return isMarkup ? found.replace('&', '&amp;') : decoded;
  });
}
