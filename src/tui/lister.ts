// Answers what the list is to hold, of a library that is small enough for that between two keys.

import type { Query } from '../core/query.ts';
import type { Finder, Keys } from '../library/finder.ts';
import type { Question } from './state.ts';

/** What is asked, and which articles stay in the list though they do not fit. */
export interface Inquiry {
  readonly question: Question;
  /** Those that are still there stay, in their order. */
  readonly keep: Keys | null;
}

/** Answers one inquiry at a time. */
export interface Lister {
  /** Calls back, at once or later; an older inquiry that has no answer yet never gets one. */
  list(inquiry: Inquiry, answer: (keys: Keys) => void): void;
  close(): void;
}

/** Reads the text of a question. */
export type ReadQuestion = (question: Question) => Query;

/** The keys that fit, with those to keep that are still there. */
export function listKeys(
  finder: Pick<Finder, 'keys'>,
  { question, keep }: Inquiry,
  readQuestion: ReadQuestion,
): Keys {
  const query = readQuestion(question);
  const order = { sort: question.sort, reverse: false };
  const found = finder.keys({ query, ...order });
  if (keep === null || query.terms.length === 0) return found;
  const wanted = new Set(found);
  for (const key of keep) wanted.add(key);
  if (wanted.size === found.length) return found;
  return finder.keys({ query: { terms: [] }, ...order }).filter((key) => wanted.has(key));
}

/** Answers at once. */
export function createLister(finder: Finder, readQuestion: ReadQuestion): Lister {
  return {
    list: (inquiry, answer) => answer(listKeys(finder, inquiry, readQuestion)),
    close() {},
  };
}
