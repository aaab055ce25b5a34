// Reads the text of a filter, also while it is being typed.
import { liveQuery } from '../../core/query/live-query.ts';
import { isOr, parseQuery } from '../../core/query/parse-query.ts';
import { type Query, queryWords, type Words } from '../../core/query/query.ts';
import { splitQuery } from '../../core/query/split-query.ts';
import { tryKnown } from '../../core/try-or.ts';

export interface FilterProblem {
  readonly message: string;
  readonly wayOut: string;
}

/** A filter's text, and whether it is being typed, when its last word may be incomplete. */
interface FilterText {
  readonly text: string;
  readonly isLive: boolean;
}

/** The filter that a reader opens with where some articles are read. */
export const ONLY_UNREAD = 'is:unread';

/** A filter, and the query of the part of the library that it filters; '' for all. */
export interface ScopedFilter extends FilterText {
  readonly scope: string;
}

export function scopedQuery({ scope, ...filter }: ScopedFilter, now: Date): Query {
  return { terms: [...parseQuery(scope, now).terms, ...filterQuery(filter, now).terms] };
}

/** @throws NewsprintError where the text is no query */
function filterQuery({ text, isLive }: FilterText, now: Date): Query {
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

/** The words of a filter as they were typed, without its keys. */
export function typedWords(text: string): string {
  const words = splitQuery(text).filter((one) => one.key === null && !one.negated && !isOr(one));
  return words.map(({ value }) => value).join(' ');
}

/** Words and phrases to highlight: the filter's, else the scope's. */
export function filterWords(filter: ScopedFilter): readonly Words[] {
  const words = queryWords(filterQuery(filter, new Date(0)));
  return words.length > 0 ? words : queryWords(parseQuery(filter.scope, new Date(0)));
}
