// The reader's filter for now: a query over the heads of articles.
import type { ArticleHead, ReadingState } from '../core/article.ts';
import { caretLine } from '../core/caret.ts';
import { NewsprintError } from '../core/errors.ts';
import { foldText } from '../core/fold.ts';
import { type QueryPiece, splitQuery } from '../core/query-words.ts';
import { quoteValue } from '../core/quote.ts';
import { normalizeTag } from '../core/tag.ts';

/** What one term asks of an article. */
type Ask =
  /** A word or phrase, folded: it stands somewhere in the head, also inside a longer word. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'is'; readonly is: 'unread' | 'read' | 'starred' }
  /** One of the tags is this one. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** Stands in the source's name, folded. */
  | { readonly kind: 'source'; readonly source: string };

type Term = Ask & { readonly negated: boolean };

/** Terms that must all hold; none lets every article through. */
export interface Query {
  readonly terms: readonly Term[];
}

/** The keys: what each makes of its value, `null` for a bad one, and what it takes. */
const KEYS = new Map<string, { takes: string; ask: (value: string) => Ask | null }>([
  ['is', { takes: 'unread, read or starred', ask: askIs }],
  ['tag', { takes: 'a tag', ask: askTag }],
  ['source', { takes: "a part of the publication's name", ask: askSource }],
]);

function askIs(value: string): Ask | null {
  const is = value.toLowerCase();
  return is === 'unread' || is === 'read' || is === 'starred' ? { kind: 'is', is } : null;
}

function askTag(value: string): Ask | null {
  const tag = foldText(normalizeTag(value));
  return tag === '' ? null : { kind: 'tag', tag };
}

function askSource(value: string): Ask | null {
  const source = foldPhrase(value);
  return source === '' ? null : { kind: 'source', source };
}

function foldPhrase(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim();
}

/**
 * Reads a query: words, `"exact phrase"`, `-term`, `is:`, `tag:`, `source:`; all must hold. Words
 * match inside words, so that a filter narrows as it is typed and CJK needs no spaces. A key is
 * letters before a single colon; in quotes it is a phrase.
 * @throws NewsprintError `usage` for an unknown key or a bad value, a caret under it in the hint
 */
export function parseQuery(text: string): Query {
  return { terms: splitQuery(text).flatMap((piece) => readTerm(text, piece)) };
}

function readTerm(query: string, piece: QueryPiece): readonly Term[] {
  const { key, value, negated } = piece;
  if (key === null) {
    const folded = foldPhrase(value);
    return folded === '' ? [] : [{ kind: 'text', text: folded, negated }];
  }
  const entry = KEYS.get(key);
  if (entry === undefined) throw unknownKey(query, piece, key);
  const ask = entry.ask(value);
  if (ask === null) throw badValue(query, piece, key, entry.takes);
  return [{ ...ask, negated }];
}

function unknownKey(query: string, { start, negated }: QueryPiece, key: string): NewsprintError {
  const place = start + (negated ? 1 : 0);
  const known = [...KEYS.keys()].map((name) => `${name}:`).join(' ');
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

/** The folded text that words are looked for in: headline, deck, summary and metadata. */
export function searchText(head: ArticleHead): string {
  const { title, deck, summary, authors, place, source, tags } = head;
  // A newline between fields: no phrase reaches over two of them.
  return foldText([title, deck, ...summary, ...authors, place, source, ...tags].join('\n'));
}

/**
 * Whether an article passes.
 * @param searched its `searchText`, where the caller keeps it
 */
export function matchesQuery(
  query: Query,
  head: ArticleHead,
  state: ReadingState,
  searched?: string,
): boolean {
  let text = searched;
  const read = (): string => {
    text ??= searchText(head);
    return text;
  };
  return query.terms.every((term) => holds(term, head, state, read) !== term.negated);
}

function holds(ask: Ask, head: ArticleHead, state: ReadingState, text: () => string): boolean {
  switch (ask.kind) {
    case 'text':
      return text().includes(ask.text);
    case 'is':
      return ask.is === 'starred' ? state.starred : state.read === (ask.is === 'read');
    case 'tag':
      return head.tags.some((tag) => foldText(tag) === ask.tag);
    case 'source':
      return head.source !== null && foldText(head.source).includes(ask.source);
    default:
      return ask satisfies never;
  }
}

/** The words and phrases an article must hold, folded: what to highlight. */
export function queryWords(query: Query): readonly string[] {
  return query.terms.flatMap((term) => (term.kind === 'text' && !term.negated ? [term.text] : []));
}
