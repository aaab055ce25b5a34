// A query's pieces: bare words, quoted phrases and `key:value`, each with its place.
import { lazyFor } from '../lazy.ts';

export type QueryPiece = Readonly<ReturnType<typeof readPiece>>;

/**
 * A key is letters (hyphens inside) with one colon; `http://x`, `std::sort` and `10:30` are words.
 * A value may be quoted, also with the quotes of a typesetter; a quote that is not closed yet ends
 * with the text, for filters typed live.
 */
const KEY = String.raw`(?:(?<key>\p{L}(?:[\p{L}\p{M}_-]*[\p{L}\p{M}])?):(?!//|:))?`;
const VALUE = String.raw`(?:["\u201c\u201d\u201e](?<quoted>[^"\u201c\u201d]*)["\u201c\u201d]?|(?<bare>[^\s"\u201c-\u201e]+))?`;
/** Most queries have no key, and letters of all scripts take a millisecond to compile. */
const piecePattern = lazyFor(
  (hasKey: boolean) => new RegExp(`(?<minus>-(?=\\S))?${hasKey ? KEY : ''}${VALUE}`, 'dgu'),
);

/** Splits a query at white space outside quotes. */
export function splitQuery(text: string): readonly QueryPiece[] {
  // Every character but white space opens a piece; at white space the pattern matches nothing.
  const pieces = text.matchAll(piecePattern(text.includes(':')));
  return [...pieces].filter(([whole]) => whole !== '').map(readPiece);
}

function readPiece(match: RegExpExecArray) {
  const { minus, key, quoted, bare } = match.groups ?? {};
  const value = quoted ?? bare ?? '';
  const end = match.index + match[0].length;
  const places = match.indices?.groups ?? {};
  return {
    /** Offset of the whole piece in UTF-16 units. */
    start: match.index,
    negated: minus !== undefined,
    /** Lower case, without its colon; `null` for a word or a phrase. */
    key: key?.toLowerCase() ?? null,
    /** Without quotes. */
    value,
    isQuoted: quoted !== undefined,
    /** Offset of the value. */
    valueStart: places['quoted']?.[0] ?? places['bare']?.[0] ?? end,
  };
}
