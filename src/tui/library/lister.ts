// Answers what the list is to hold, of a library that is small enough for that between two keys.

import { NewsprintError } from '../../core/errors.ts';
import { EVERYTHING, type Query } from '../../core/query/query.ts';
import type { Finder, Keys } from '../../library/finder/finder.ts';
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import { filterQuery } from '../state/filter.ts';
import type { Question } from '../state/state.ts';

/** What is asked, and which articles stay in the list though they do not fit. */
export interface Inquiry {
  readonly question: Question;
  /** Those that are still there stay, in their order. */
  readonly keep: Keys | null;
}

/** Answers questions about the library, at once or later. */
export interface Lister {
  /** An older inquiry that has no answer yet never gets one. */
  list(inquiry: Inquiry, answer: (keys: Keys) => void): void;
  /**
   * How many articles fit each query; `null` for a text that is none. Older ones that have no answer
   * yet never get one.
   */
  count(texts: readonly string[], answer: (counts: readonly (number | null)[]) => void): void;
  /** Counts by feed and by tag. */
  tally(answer: (counts: UnreadCounts) => void): void;
  /**
   * Looks for what others did to the library.
   * @param isWhole compares every file, also those that were edited in their place
   */
  look(isWhole: boolean, answer: (hasChanged: boolean) => void): void;
  close(): void;
}

/** The keys that fit, with those to keep that are still there. */
export function listKeys(
  finder: Pick<Finder, 'keys'>,
  { question, keep }: Inquiry,
  now: Date,
): Keys {
  const query = filterQuery(question, now);
  const order = { sort: question.sort, reverse: false };
  const found = finder.keys({ query, ...order });
  if (keep === null || query.terms.length === 0) return found;
  const wanted = new Set(found);
  for (const key of keep) wanted.add(key);
  if (wanted.size === found.length) return found;
  return finder.keys({ query: EVERYTHING, ...order }).filter((key) => wanted.has(key));
}

/** How many articles fit a query; `null` for a text that is none. */
export function countArticles(
  finder: Pick<Finder, 'count'>,
  text: string,
  now: Date,
): number | null {
  let query: Query;
  try {
    query = filterQuery({ text, isLive: false }, now);
  } catch (error) {
    if (error instanceof NewsprintError) return null;
    throw error;
  }
  return finder.count(query);
}

/** So long after a key nothing else is typed, most likely (ms). */
const PAUSE = 120;

/** Answers when nothing was typed for a moment: of a large library that has no index. */
export function createSlowLister(finder: Finder, now: () => Date): Lister {
  const soon = createLister(finder, now);
  let timer: NodeJS.Timeout | undefined;
  return {
    ...soon,
    list(inquiry, answer) {
      clearTimeout(timer);
      timer = setTimeout(() => soon.list(inquiry, answer), PAUSE);
    },
    close() {
      clearTimeout(timer);
      soon.close();
    },
  };
}

/** Answers at once; counts as keys leave time for it, for a file may be as large as a hundred. */
export function createLister(finder: Finder, now: () => Date): Lister {
  let latest = 0;
  return {
    list: (inquiry, answer) => answer(listKeys(finder, inquiry, now())),
    count(texts, answer) {
      latest += 1;
      const at = latest;
      const counts: (number | null)[] = [];
      const countOn = (): void => {
        const text = texts[counts.length];
        if (at !== latest) return;
        if (text === undefined) answer(counts);
        else {
          counts.push(countArticles(finder, text, now()));
          setImmediate(countOn);
        }
      };
      countOn();
    },
    tally: (answer) => answer(finder.tally()),
    look: (isWhole, answer) => answer(finder.refresh(isWhole)),
    close() {
      latest += 1;
    },
  };
}
