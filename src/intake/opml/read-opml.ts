// The text of an OPML file, read as far as it can be: what it follows, and what is wrong with it.
import { decodeHTMLStrict } from 'entities/decode';
import { escapeHtml } from '../../text/escape-html.ts';
import { parseOpml } from './outline-file.ts';
import { subscriptionsIn } from './read-subscriptions.ts';
import { LOOSE_AMPERSAND } from './xml-pieces.ts';

/**
 * Reads a text that may be broken, mended no more than is needed; `faults` is what cannot be read,
 * or is no feed.
 * @returns what was mended so that nothing is lost: the first of it; the file is what it came to
 */
export function readOpml(text: string) {
  const strict = parseOpml(text);
  const [broken = null] = strict.faults;
  const better = broken && [mendAmpersands(text), mendAmpersands(mendAttributes(text))];
  const sound = better?.map(parseOpml).find(({ faults }) => faults.length === 0);
  const file = sound ?? strict;
  const { subscriptions, faults } = subscriptionsIn(file);
  const mended = sound === undefined ? null : broken;
  return { file, subscriptions, mended, faults: [...file.faults, ...faults] };
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

/** An outline's tag, and what is behind it up to the next. */
const OUTLINE = /<outline\b[\s\S]*?(?=<outline\b|$)/g;
/** A value: a quote ends it only where another attribute follows, or the end of the tag. */
const VALUE = /(\s[\w:.-]+\s*=\s*")([\s\S]*?)("(?=\s+[\w:.-]+\s*=\s*["']|\s*\/?>\s*(?:<|$))|$)/g;

/** Escapes quotes and tags inside the attributes of outlines: `title="In "X", <b>y</b>"`. */
function mendAttributes(text: string): string {
  // A value without an end stays as it is.
  return text.replace(OUTLINE, (outline) =>
    outline.replace(VALUE, (whole: string, start: string, value: string, end: string) =>
      end === '' ? whole : start + value.replace(/[<>"]/g, escapeHtml) + end,
    ),
  );
}
