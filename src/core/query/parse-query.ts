// The query language: text → terms, or where the text is wrong.
import { cleanText } from '../clean.ts';
import { NewsprintError, quoteValue } from '../errors.ts';
import { lazy } from '../lazy.ts';
import type { Alternative, Query } from './query.ts';
import { QUERY_KEYS, wordsCondition } from './query-keys.ts';
import { type QueryPiece, splitQuery } from './split-query.ts';

/**
 * Reads a query: words, `"exact phrase"`, `pre*`, `-term`, `a OR b` and `key:value`; all terms must
 * hold, OR binds its neighbours. Words are whole words, in any case and with any accents. A key is
 * letters before a single colon; in quotes it is a phrase. What has no letter, digit or symbol is
 * left out.
 * @param now what `7d` is counted from; days are those of the local clock
 * @throws NewsprintError `usage` for an unknown key, a bad value or an OR without a neighbour, a
 *   caret under it in the hint
 */
export function parseQuery(text: string, now: Date): Query {
  const terms = groupPieces(text).map((pieces) => {
    const anyOf = pieces.flatMap((piece) => readAlternative(text, piece, now));
    return { anyOf: withoutRepeats(anyOf) };
  });
  return { terms: withoutRepeats(terms.filter(({ anyOf }) => anyOf.length > 0)) };
}

/** Drops repeated conditions. */
function withoutRepeats<Asked>(asked: readonly Asked[]): readonly Asked[] {
  const known = new Map(asked.map((one) => [JSON.stringify(one), one]));
  return known.size === asked.length ? asked : [...known.values()];
}

/** Groups the pieces that OR joins. */
function groupPieces(text: string): readonly (readonly QueryPiece[])[] {
  const groups: QueryPiece[][] = [];
  let or: QueryPiece | null = null;
  for (const piece of splitQuery(text)) {
    if (isOr(piece)) {
      if (or !== null || groups.length === 0) throw loneOr(text, piece);
      or = piece;
    } else if (or !== null) {
      groups.at(-1)?.push(piece);
      or = null;
    } else groups.push([piece]);
  }
  if (or !== null) throw loneOr(text, or);
  return groups;
}

/** Whether it is OR, in capitals and without quotes. */
export function isOr({ key, value, isQuoted, negated }: QueryPiece): boolean {
  return key === null && value === 'OR' && !isQuoted && !negated;
}

function readAlternative(query: string, piece: QueryPiece, now: Date): readonly Alternative[] {
  const { key, negated } = piece;
  if (key === null) {
    const words = wordsCondition(piece);
    return words === null ? [] : [{ ...words, negated }];
  }
  const entry = QUERY_KEYS.get(key);
  if (entry === undefined) throw unknownKey(query, piece, key);
  const condition = entry.parse(piece, now);
  if (condition === null) {
    const message = `bad value ${quoteValue(piece.value)} for "${key}:" in the query`;
    throw wrongAt(query, piece.valueStart, message, `${key}: takes ${entry.takes}`);
  }
  return [{ ...condition, negated }];
}

function loneOr(query: string, { start }: QueryPiece): NewsprintError {
  const advice = 'OR stands between two terms; put quotes around the word "OR"';
  return wrongAt(query, start, 'OR has nothing on one side in the query', advice);
}

function unknownKey(query: string, { start, negated }: QueryPiece, key: string): NewsprintError {
  const message = `unknown key ${quoteValue(`${key}:`)} in the query`;
  const known = Array.from(QUERY_KEYS.keys(), (name) => `${name}:`).join(' ');
  const advice = `keys: ${known}; put quotes around what is not meant as one`;
  return wrongAt(query, start + (negated ? 1 : 0), message, advice);
}

function wrongAt(query: string, at: number, message: string, advice: string): NewsprintError {
  return new NewsprintError(message, { code: 'usage', hint: `${caretLine(query, at)}\n${advice}` });
}

/** Characters of two columns, near enough for a caret: CJK, full-width forms and emoji. */
const wide = lazy(
  () =>
    /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/gu,
);
/** Characters of none: combining marks and format characters. */
const empty = lazy(() => /[\p{Mn}\p{Me}\p{Cf}]/gu);

/** Units of text shown on either side of the place. */
const CONTEXT = 60;

/**
 * The text on one line and, below it, a caret under the character at an offset.
 * A long text is cut on both sides. The caret stands right by display columns.
 * @param offset in UTF-16 units
 */
function caretLine(text: string, offset: number): string {
  const before = oneLine(text.slice(Math.max(0, offset - CONTEXT), offset));
  const after = oneLine(text.slice(offset, offset + CONTEXT));
  const lead = offset > CONTEXT ? `…${before}` : before;
  const tail = offset + CONTEXT < text.length ? `${after}…` : after;
  const columns = lead.replace(empty(), '').replace(wide(), '  ').replace(/\S/gu, ' ');
  return `${lead}${tail}\n${columns}^`;
}

/** Cleaned, each white space made one space, so that the caret stays in its place. */
function oneLine(text: string): string {
  return cleanText(text).replace(/\s/g, ' ');
}
