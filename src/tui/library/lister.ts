// Answers which articles the list has; for a large library in a second thread, so that no key waits.
import { NewsprintError } from '../../core/errors.ts';
import {
  asksEditions,
  asksMuted,
  EVERYTHING,
  EVERYTHING_MUTED,
  type Query,
} from '../../core/query/query.ts';
import { createQueryFeeds } from '../../jobs/feeds/query-feeds.ts';
import type { Finder, Keys } from '../../library/finder/finder.ts';
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import type { Host } from '../../library/place/device.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import { findProblem, scopedQuery } from '../state/filter.ts';
import { searchOrder } from '../state/listing.ts';
import type { Question } from '../state/state.ts';

/** A question, and the articles that stay in the list although they do not match. */
interface Inquiry {
  readonly question: Question;
  /** Keys to keep, in their order. */
  readonly keep: Keys | null;
}

export interface Lister {
  /** An earlier inquiry that is not answered yet never will be. */
  list(inquiry: Inquiry, answer: (keys: Keys) => void): void;
  /**
   * How many articles match each query; `null` for a text that is none. Earlier calls that are not
   * answered yet never will be.
   */
  count(texts: readonly string[], answer: (counts: readonly (number | null)[]) => void): void;
  /** Counts by feed and by tag. */
  tally(answer: (counts: UnreadCounts) => void): void;
  /**
   * Looks for changes that others made to the library.
   * @param isWhole compares every file, also those that were edited in their place
   */
  look(isWhole: boolean, answer: (hasChanged: boolean) => void): void;
  close(): void;
}

/** Keeps the best edition of each story, unless editions are asked for. */
function foldStories(finder: Finder, query: Query, keys: Keys): Keys {
  const stories = asksEditions(query) ? null : finder.stories();
  if (!stories?.size) return keys;
  const there = new Set(keys.filter((key) => stories.has(key)));
  return keys.filter((key) => (stories.get(key)?.find((one) => there.has(one)) ?? key) === key);
}

/** The matching keys, and those to keep that still exist. */
export function listKeys(finder: Finder, query: Query, inquiry: Inquiry): Keys {
  return foldStories(finder, query, fittingKeys(finder, query, inquiry));
}

function fittingKeys(finder: Finder, query: Query, { question, keep }: Inquiry): Keys {
  const order = searchOrder(question.sort);
  const found = finder.keys({ query, ...order });
  if (keep === null || query.terms.length === 0) return found;
  const wanted = new Set(found);
  for (const key of keep) wanted.add(key);
  if (wanted.size === found.length) return found;
  // Articles that were muted since go, unless those are asked for.
  const all = asksMuted(query) ? EVERYTHING_MUTED : EVERYTHING;
  return finder.keys({ query: all, ...order }).filter((key) => wanted.has(key));
}

/** The query of a text; `null` where it is none. */
function queryOf(text: string, now: Date): Query | null {
  const filter = { scope: '', text, isLive: false };
  return findProblem(filter) === null ? scopedQuery(filter, now) : null;
}

function countArticles(finder: Finder, query: Query): number {
  const keys = finder.keys({ query, sort: 'published', reverse: false });
  return foldStories(finder, query, keys).length;
}

/**
 * Answers in this thread, and counts while no key is handled: one file may be as slow as a hundred.
 * @param pause time without keys before it lists, in ms; 0 lists at once
 */
export function createLister(finder: Finder, now: () => Date, pause = 0): Lister {
  const withFeeds = createQueryFeeds(finder.root);
  let latest = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    list(inquiry, answer) {
      const show = (query: Query) => answer(listKeys(finder, query, inquiry));
      const list = () => {
        const query = withFeeds(scopedQuery(inquiry.question, now()));
        if (query instanceof Promise) void query.then(show);
        else show(query);
      };
      clearTimeout(timer);
      if (pause === 0) list();
      else timer = setTimeout(list, pause);
    },
    async count(texts, answer) {
      latest += 1;
      const at = latest;
      const counts: (number | null)[] = [];
      for (const text of texts) {
        const query = queryOf(text, now());
        const found = query && (await withFeeds(query));
        counts.push(found && countArticles(finder, found));
        await new Promise(setImmediate);
        if (at !== latest) return;
      }
      answer(counts);
    },
    tally: (answer) => answer(finder.tally(finder.stories())),
    look: (isWhole, answer) => answer(finder.refresh(isWhole)),
    close() {
      latest += 1;
      clearTimeout(timer);
    },
  };
}

export type ListerWork =
  | { readonly type: 'list'; readonly inquiry: Inquiry; readonly now: Date }
  | { readonly type: 'count'; readonly texts: readonly string[]; readonly now: Date }
  | { readonly type: 'tally' }
  | { readonly type: 'look'; readonly isWhole: boolean };

interface ListerAnswer {
  readonly keys?: Keys;
  readonly counts?: readonly (number | null)[];
  readonly tally?: UnreadCounts;
  readonly hasChanged?: boolean;
}

/** Answers with a finder, in either thread. */
export function createAnswerer(finder: Finder) {
  const withFeeds = createQueryFeeds(finder.root);
  return async (work: ListerWork): Promise<ListerAnswer> => {
    switch (work.type) {
      case 'list': {
        const query = await withFeeds(scopedQuery(work.inquiry.question, work.now));
        return { keys: listKeys(finder, query, work.inquiry) };
      }
      case 'count': {
        const queries = work.texts.map((text) => queryOf(text, work.now));
        const found = await Promise.all(queries.map((query) => query && withFeeds(query)));
        return { counts: found.map((query) => query && countArticles(finder, query)) };
      }
      case 'tally':
        return { tally: finder.tally(finder.stories()) };
      case 'look':
        return { hasChanged: finder.refresh(work.isWhole) };
      default:
        return work satisfies never;
    }
  };
}

/** Limits of the thread's heap, in MB: it has only numbers. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 2 };

function startListerThread(finder: Finder, host: Host, now: () => Date): Lister {
  let started: WorkThread<ListerWork, ListerAnswer> | null = null;
  const thread = () => {
    started ??= startThread({
      file: 'lister-worker.cjs',
      data: { root: finder.root, host },
      here: createAnswerer(finder),
      limits: LIMITS,
    });
    return started;
  };
  const latest = new Map<ListerWork['type'], AbortController>();
  /** Answers only the last of several questions of a kind. */
  const ask = async (work: ListerWork, take: (answer: ListerAnswer) => void): Promise<void> => {
    const control = new AbortController();
    const { signal } = control;
    latest.get(work.type)?.abort();
    latest.set(work.type, control);
    const answer = await thread()
      .ask(work, { signal })
      .catch((error: unknown) => {
        if (error instanceof NewsprintError && error.code === 'interrupted') return {};
        throw error;
      });
    if (!signal.aborted) take(answer);
  };
  return {
    list: (inquiry, answer) =>
      void ask({ type: 'list', inquiry, now: now() }, ({ keys }) => keys && answer(keys)),
    count: (texts, answer) =>
      void ask({ type: 'count', texts, now: now() }, ({ counts }) => counts && answer(counts)),
    tally: (answer) => void ask({ type: 'tally' }, ({ tally }) => tally && answer(tally)),
    // The caller waits for each answer before it looks again, so none is dropped.
    look: (isWhole, answer) =>
      void thread()
        .ask({ type: 'look', isWhole })
        .then(({ hasChanged }) => answer(hasChanged === true)),
    close: () => void started?.end(),
  };
}

/** Fewer articles are found, counted and sorted between two frames. */
const MOST_AT_ONCE = 1500;
/** Time after a key in which another is likely (ms). */
const PAUSE = 120;

function isLarge(finder: Finder): boolean {
  return finder.totals().articles > MOST_AT_ONCE;
}

export function chooseLister(finder: Finder, host: Host, now: () => Date): Lister {
  if (!isLarge(finder)) return createLister(finder, now);
  return finder.isIndexed ? startListerThread(finder, host, now) : createLister(finder, now, PAUSE);
}
