// Answers what the list is to hold in a second thread, so that no key waits for it.

import { NewsprintError } from '../../core/errors.ts';
import type { Finder, Keys } from '../../library/finder/finder.ts';
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import type { Host } from '../../library/place/device.ts';
import { startThread } from '../../library/threads/worker-thread.ts';
import {
  countArticles,
  createLister,
  createSlowLister,
  type Inquiry,
  type Lister,
  listKeys,
} from './lister.ts';

/** What the thread is asked. */
export type ListerWork =
  | { readonly type: 'list'; readonly inquiry: Inquiry; readonly now: Date }
  | { readonly type: 'count'; readonly texts: readonly string[]; readonly now: Date }
  /** By feed and by tag. */
  | { readonly type: 'tally' }
  /** Whether others changed anything; `isWhole`: every file is compared. */
  | { readonly type: 'look'; readonly isWhole: boolean };

/** What it answers: what was asked for. */
interface ListerAnswer {
  readonly keys?: Keys;
  readonly counts?: readonly (number | null)[];
  readonly tally?: UnreadCounts;
  readonly hasChanged?: boolean;
}

/** Answers with a finder, in whichever thread. */
export function answerWith(finder: Finder, work: ListerWork): ListerAnswer {
  switch (work.type) {
    case 'list':
      return { keys: listKeys(finder, work.inquiry, work.now) };
    case 'count':
      return { counts: work.texts.map((text) => countArticles(finder, text, work.now)) };
    case 'tally':
      return { tally: finder.tally() };
    case 'look':
      return { hasChanged: finder.refresh(work.isWhole) };
    default:
      return work satisfies never;
  }
}

/** Of the thread's heap, in MB: it holds numbers. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 2 };

function startListerThread(finder: Finder, host: Host, now: () => Date): Lister {
  const thread = startThread<ListerWork, ListerAnswer>({
    file: 'lister-worker.cjs',
    data: { root: finder.root, host },
    here: (work) => answerWith(finder, work),
    limits: LIMITS,
  });
  let list = new AbortController();
  let count = new AbortController();
  const ask = async (
    work: ListerWork,
    take: (answer: ListerAnswer) => void,
    { signal }: AbortController = new AbortController(),
  ): Promise<void> => {
    const answer = await thread.ask(work, { signal }).catch((error: unknown) => {
      if (error instanceof NewsprintError && error.code === 'interrupted') return {};
      throw error;
    });
    if (!signal.aborted) take(answer);
  };
  return {
    list(inquiry, answer) {
      list.abort();
      list = new AbortController();
      const work = { type: 'list', inquiry, now: now() } as const;
      void ask(work, ({ keys }) => keys && answer(keys), list);
    },
    count(texts, answer) {
      count.abort();
      count = new AbortController();
      const work = { type: 'count', texts, now: now() } as const;
      void ask(work, ({ counts }) => counts && answer(counts), count);
    },
    tally: (answer) => void ask({ type: 'tally' }, ({ tally }) => tally && answer(tally)),
    look(isWhole, answer) {
      void ask({ type: 'look', isWhole }, ({ hasChanged }) => answer(hasChanged === true));
    },
    close: () => void thread.end(),
  };
}

/** Fewer are found, counted and sorted between two frames. */
const MOST_AT_ONCE = 1500;

export function isLarge(finder: Finder): boolean {
  return finder.totals().articles > MOST_AT_ONCE;
}

/** What answers for a library of this size. */
export function chooseLister(finder: Finder, host: Host, now: () => Date): Lister {
  if (!isLarge(finder)) return createLister(finder, now);
  return finder.isIndexed ? startListerThread(finder, host, now) : createSlowLister(finder, now);
}
