// Words in the engine's own language: FTS5 expressions, https://www.sqlite.org/fts5.html.
import {
  type Alternative,
  type Query,
  RELEVANCE_WEIGHTS,
  TEXT_FIELDS,
  type Term,
  type Words,
} from '../../../core/query/query.ts';
import { type Database, listsOf, numbers, texts } from '../tables/engine.ts';

/**
 * Terms of words alone become one expression, which the engine answers by itself: it joins lists of
 * articles best. Without words that are looked for on their own there is none.
 */
export function splitForEngine({ terms }: Query) {
  const wanted = terms.filter(({ anyOf }) =>
    anyOf.every((condition) => isWords(condition) && !condition.negated),
  );
  if (wanted.length === 0) return { expression: null, hasPrefix: false, rest: terms };
  const unwanted = terms.filter(
    ({ anyOf: [first, ...others] }) =>
      others.length === 0 && first?.kind === 'words' && first.negated,
  );
  const all = wanted.map(formatTerm).join(' AND ');
  const none = unwanted.map(formatTerm).join(' OR ');
  const asked = [...wanted, ...unwanted].flatMap(({ anyOf }) => anyOf.filter(isWords));
  return {
    expression: none === '' ? all : `(${all}) NOT (${none})`,
    /** Whether it asks for beginnings of words. */
    hasPrefix: asked.some(({ isPrefix }) => isPrefix),
    rest: terms.filter((term) => !wanted.includes(term) && !unwanted.includes(term)),
  };
}

function isWords(condition: Alternative): condition is Alternative & { readonly kind: 'words' } {
  return condition.kind === 'words';
}

function formatTerm({ anyOf }: Term): string {
  return `(${anyOf.filter(isWords).map(formatWords).join(' OR ')})`;
}

/** Words that follow each other in one of their fields. */
export function formatWords({ fields, tokens, isPrefix }: Words): string {
  // Tokens hold no quotes: those are no letters.
  const phrase = `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`;
  return fields.length === TEXT_FIELDS.length ? phrase : `{${fields.join(' ')}} : ${phrase}`;
}

/** The keys of articles that an expression of `splitForEngine` or `formatWords` finds, in no order. */
export function findTexts({ statement }: Database, expression: string): readonly number[] {
  const find = statement('SELECT json_group_array(rowid) FROM texts WHERE texts MATCH ?');
  return numbers(find.get(expression)?.[0]);
}

/**
 * Those of some keys that an expression finds: some microseconds for each of them.
 * @param hasPrefix whether it asks for beginnings: their words' lists are joined once for all keys
 */
export function findAmong(
  { statement }: Database,
  expression: string,
  keys: Iterable<number>,
  hasPrefix: boolean,
): readonly number[] {
  const find = statement(
    `SELECT json_group_array(rowid) FROM texts
      WHERE texts MATCH ? AND ${hasPrefix ? '+' : ''}rowid IN (SELECT value FROM json_each(?))`,
  );
  return numbers(find.get(expression, JSON.stringify([...keys]))?.[0]);
}

/** Whether an expression finds more than so many of the keys from one on; both whole numbers. */
export function findsMore(
  { statement }: Database,
  expression: string,
  first: number,
  most: number,
): boolean {
  const find = statement(
    'SELECT rowid FROM texts WHERE texts MATCH ? AND rowid >= CAST(? AS INTEGER) LIMIT 1 OFFSET ?',
  );
  return find.get(expression, first, most) !== undefined;
}

const WEIGHTS = TEXT_FIELDS.map((field) => RELEVANCE_WEIGHTS[field]).join(', ');
const RANKED = `
  SELECT json_group_array(key), json_group_array(fit) FROM (
    SELECT rowid AS key, CAST(-1e12 * bm25(texts, ${WEIGHTS}) AS INTEGER) AS fit
    FROM texts WHERE texts MATCH ?1 LIMIT -1)`;
const BEST = RANKED.replace('LIMIT -1', 'ORDER BY fit DESC LIMIT ?2');

/**
 * How well articles fit what they are looked for by: all, or so many with the best first.
 * @returns keys, and for each the rank of its article; more is better
 */
export function rankTexts({ statement }: Database, expression: string, count?: number) {
  const ranked =
    count === undefined
      ? statement(RANKED).get(expression)
      : statement(BEST).get(expression, count);
  return { keys: numbers(ranked?.[0]), ranks: numbers(ranked?.[1]) };
}

/** What words articles have beside their texts. */
export type WordKind = 'tag' | 'lang' | 'feed';

/** The words of a kind, each with the hash that its articles have among their names. */
export function readWords({ statement }: Database, kind: WordKind) {
  const find = statement(`SELECT ${listsOf('hash', 'text')} FROM word WHERE kind = ?`);
  const [hashes, words] = find.get(kind) ?? [];
  const word = texts(words);
  return numbers(hashes).map((hash, at) => [hash, word[at] ?? ''] as const);
}
