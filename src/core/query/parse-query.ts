// The query language: text → terms, or where the text is wrong.

import { NewsprintError } from '../errors.ts';
import { quoteValue } from '../quote-value.ts';
import { caretLine } from './caret.ts';
import type { Alternative, Query, Term } from './query.ts';
import { askWords, QUERY_KEYS } from './query-keys.ts';
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
  const terms = groupPieces(text).flatMap((pieces) => readTerm(text, pieces, now));
  return { terms: withoutRepeats(terms) };
}

/** A thing asked twice is looked for once. */
function withoutRepeats<Asked>(asked: readonly Asked[]): readonly Asked[] {
  const known = new Map(asked.map((one) => [JSON.stringify(one), one]));
  return known.size === asked.length ? asked : [...known.values()];
}

/** Pieces that OR joins, together. */
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

/** In capitals and without quotes. */
export function isOr({ key, value, isQuoted, negated }: QueryPiece): boolean {
  return key === null && value === 'OR' && !isQuoted && !negated;
}

function readTerm(query: string, pieces: readonly QueryPiece[], now: Date): readonly Term[] {
  const anyOf = pieces.flatMap((piece) => readAlternative(query, piece, now));
  return anyOf.length === 0 ? [] : [{ anyOf: withoutRepeats(anyOf) }];
}

function readAlternative(query: string, piece: QueryPiece, now: Date): readonly Alternative[] {
  const { key, negated } = piece;
  if (key === null) {
    const words = askWords(piece);
    return words === null ? [] : [{ ...words, negated }];
  }
  const entry = QUERY_KEYS.get(key);
  if (entry === undefined) throw unknownKey(query, piece, key);
  const ask = entry.ask(piece, now);
  if (ask === null) throw badValue(query, piece, key, entry.takes);
  return [{ ...ask, negated }];
}

function loneOr(query: string, { start }: QueryPiece): NewsprintError {
  return new NewsprintError('OR has nothing on one side in the query', {
    code: 'usage',
    hint: `${caretLine(query, start)}\nOR stands between two terms; put quotes around the word "OR"`,
  });
}

function unknownKey(query: string, { start, negated }: QueryPiece, key: string): NewsprintError {
  const place = start + (negated ? 1 : 0);
  const known = Array.from(QUERY_KEYS.keys(), (name) => `${name}:`).join(' ');
  return new NewsprintError(`unknown key ${quoteValue(`${key}:`)} in the query`, {
    code: 'usage',
    hint: `${caretLine(query, place)}\nkeys: ${known}; put quotes around what is not meant as one`,
  });
}

function badValue(
  query: string,
  { value, valueStart }: QueryPiece,
  key: string,
  takes: string,
): NewsprintError {
  return new NewsprintError(`bad value ${quoteValue(value)} for "${key}:" in the query`, {
    code: 'usage',
    hint: `${caretLine(query, valueStart)}\n${key}: takes ${takes}`,
  });
}
