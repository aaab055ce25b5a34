// The query language as it is typed: what is not finished yet already finds something.
import { isOr, parseQuery } from './parse-query.ts';
import type { Query, Words } from './query.ts';
import { DATES, QUERY_KEYS } from './query-keys.ts';
import { type QueryPiece, splitQuery } from './split-query.ts';
import { tokenTexts } from './tokens.ts';

/** So few letters begin too many words to look beyond headlines for them. */
const FEW_LETTERS = 2;
/** The beginning of a date, or of so long ago. */
const DATE_START = /^[\d:TtZz+. -]*$/;

/**
 * The query of a text that is being typed: the word under the cursor stands for every word that
 * begins with it; of one or two letters, for those of headlines only. An OR at the end is not there
 * yet.
 * @throws NewsprintError as `parseQuery`
 */
export function liveQuery(text: string, now: Date): Query {
  const pieces = splitQuery(text);
  const last = pieces.at(-1);
  const isOpenOr = last !== undefined && pieces.length > 1 && isOr(last);
  const query = parseQuery(isOpenOr ? text.slice(0, last.start) : text, now);
  if (last === undefined || isOpenOr || !isOpen(text, last)) return query;
  const term = query.terms.at(-1);
  const ending = term?.anyOf.at(-1);
  if (term === undefined || ending?.kind !== 'words' || ending.negated) return query;
  const anyOf = [...term.anyOf.slice(0, -1), openWords(ending)];
  return { terms: [...query.terms.slice(0, -1), { anyOf }] };
}

/** Whether the last piece may go on where the text ends. */
function isOpen(text: string, { value, isQuoted }: QueryPiece): boolean {
  return text.endsWith(value) && !(isQuoted && value === '') && tokenTexts(value).length > 0;
}

function openWords<Ending extends Words>(words: Ending): Ending {
  const [only = '', ...more] = words.tokens;
  const isShort = more.length === 0 && only.length <= FEW_LETTERS && /^[\p{L}\p{N}]/u.test(only);
  // A character of Chinese, or a symbol, is a word.
  const isSolid = tokenTexts(only + only).length > 1;
  const isForTitles = isShort && !isSolid && words.fields.length > 1;
  return { ...words, isPrefix: true, ...(isForTitles && { fields: ['title'] }) };
}

/** Whether a text that is no query yet may become one: `is:`, `-is:unr`, `tag:`, `a OR`. */
export function isUnfinishedQuery(text: string): boolean {
  const last = splitQuery(text).at(-1);
  if (last === undefined) return false;
  if (isOr(last)) return true;
  if (/\s$/.test(text) && !last.isQuoted) return false;
  const { key } = last;
  if (key === 'http' || key === 'https') return '//'.startsWith(last.value);
  return key !== null && mayBeValue(key, last);
}

function mayBeValue(key: string, { value, isQuoted }: QueryPiece): boolean {
  const known = QUERY_KEYS.get(key);
  if (known?.values !== undefined) {
    return known.values.some((whole) => whole.startsWith(value.toLowerCase()));
  }
  if (known?.takes === DATES) return DATE_START.test(value);
  // A letter more makes it good.
  return (known?.parse({ value: `${value}a`, isQuoted }, new Date(0)) ?? null) !== null;
}
