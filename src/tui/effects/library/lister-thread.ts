// Answers what the list is to hold in a second thread, so that no key waits for it.

import { Worker } from 'node:worker_threads';
import type { Finder, Keys } from '../../../library/finder/finder.ts';
import type { Host } from '../../../library/place/device.ts';
import { createLister, createSlowLister, type Lister } from './lister.ts';
import type { ListerReply, ListerRequest, ListerStart } from './lister-worker.ts';

/** Beside the chunk of this file: the build puts it there. */
const WORKER = 'lister-worker.cjs';
/** Of the thread's heap, in MB: it holds numbers. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 2 };

/** Starts the thread. Where it cannot run, or ends, this one does its work: nothing fails by it. */
function startListerThread(finder: Finder, host: Host, now: () => Date): Lister {
  const here = createLister(finder, now);
  const start: ListerStart = { root: finder.root, host };
  const worker = new Worker(new URL(`${import.meta.url}/${WORKER}`), {
    workerData: start,
    resourceLimits: LIMITS,
    stderr: true,
  });
  const waiting = new Map<number, { take(reply: ListerReply): void; doHere(): void }>();
  let count = 0;
  let latest = 0;
  let latestCount = 0;
  let isOver = false;
  const giveUp = (): void => {
    isOver = true;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { doHere } of left) doHere();
  };
  worker.on('message', (reply: ListerReply) => {
    const asked = waiting.get(reply.at);
    waiting.delete(reply.at);
    asked?.take(reply);
  });
  worker.on('error', giveUp);
  worker.on('exit', () => {
    if (!isOver) giveUp();
  });
  worker.unref();
  const post = (request: ListerRequest, take: (reply: ListerReply) => void, doHere: () => void) => {
    if (isOver) return doHere();
    waiting.set(request.at, { take, doHere });
    return worker.postMessage(request);
  };
  return {
    list(inquiry, answer) {
      const at = ++count;
      // An older list is not waited for any more.
      waiting.delete(latest);
      latest = at;
      const take = ({ keys }: ListerReply) => answer(keys ?? NO_KEYS);
      post({ type: 'list', at, inquiry, now: now() }, take, () => here.list(inquiry, answer));
    },
    count(texts, answer) {
      const at = ++count;
      waiting.delete(latestCount);
      latestCount = at;
      const take = ({ counts }: ListerReply) => answer(counts ?? []);
      post({ type: 'count', at, texts, now: now() }, take, () => here.count(texts, answer));
    },
    tally(answer) {
      const at = ++count;
      const take = ({ tally }: ListerReply) => (tally ? answer(tally) : here.tally(answer));
      post({ type: 'tally', at }, take, () => here.tally(answer));
    },
    look(isWhole, answer) {
      const at = ++count;
      const take = ({ hasChanged }: ListerReply) => answer(hasChanged === true);
      post({ type: 'look', at, isWhole }, take, () => here.look(isWhole, answer));
    },
    close() {
      isOver = true;
      waiting.clear();
      void worker.terminate();
    },
  };
}

const NO_KEYS: Keys = new Uint32Array();

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
