// Reads the text of a filter while it is being typed.

import { NewsprintError } from '../core/errors.ts';
import { splitQuery } from '../core/query-words.ts';
import { parseQuery, type Query } from './head-query.ts';

/** Why a text is no query, and the way out. */
export interface FilterProblem {
  readonly message: string;
  readonly wayOut: string;
}

/** A query, or why the text is none. */
export type ReadFilter =
  | { readonly query: Query; readonly problem: null }
  | { readonly query: null; readonly problem: FilterProblem };

/** Values that a key may still become. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['is', ['unread', 'read', 'starred']],
  ['tag', ['']],
  ['source', ['']],
  ['http', ['//']],
  ['https', ['//']],
]);

/** Reads a filter. */
export function readFilter(text: string): ReadFilter {
  try {
    return { query: parseQuery(text), problem: null };
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    // The hint's caret stands under the whole query; here the query is in sight anyway.
    const wayOut = error.hint?.split('\n').at(-1) ?? '';
    return { query: null, problem: { message: error.message, wayOut } };
  }
}

/** Whether a text that is no query may become one by typing on: `is:`, `-is:unr`, `tag:`. */
export function isUnfinished(text: string): boolean {
  const last = splitQuery(text).at(-1);
  if (last === undefined || /\s$/.test(text)) return false;
  const value = last.value.toLowerCase();
  return VALUES.get(last.key ?? '')?.some((whole) => whole.startsWith(value)) ?? false;
}
