// Reads the text of a filter, also while it is being typed.
import { liveQuery } from '../../core/query/live-query.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { type Query, queryWords, type Words } from '../../core/query/query.ts';
import { tryKnown } from '../../core/try-or.ts';

/** Why a text is no query, and the way out. */
export interface FilterProblem {
  readonly message: string;
  readonly wayOut: string;
}

/** A filter's text, and whether it is being typed: then its last word may go on. */
export interface FilterText {
  readonly text: string;
  readonly isLive: boolean;
}

/** The query of a filter. @throws NewsprintError where the text is none */
export function filterQuery({ text, isLive }: FilterText, now: Date): Query {
  return isLive ? liveQuery(text, now) : parseQuery(text, now);
}

/** Why a text is no query; `null` where it is one, whatever the time. */
export function findProblem(filter: FilterText): FilterProblem | null {
  const read = () => {
    filterQuery(filter, new Date(0));
    return null;
  };
  return tryKnown<FilterProblem | null>(read, ({ message, hint = '' }) => {
    // The hint's caret stands under the whole query; here the query is on the screen anyway.
    return { message, wayOut: hint.split('\n').at(-1) ?? '' };
  });
}

/** The words and phrases to look for in what is found. */
export function filterWords(filter: FilterText): readonly Words[] {
  return queryWords(filterQuery(filter, new Date(0)));
}
