// Reads feeds on two cores: a second thread, and this one beside it.

import { Worker } from 'node:worker_threads';
import type { FeedSource, ReadFeed } from './fetch-reading.ts';
import type { ReadingReply, ReadingRequest } from './reading-worker.ts';

/** Feeds that wait for the thread; this one reads what comes beyond. */
const MOST_WAITING = 4;
/** Beside the chunk of this file: the build puts it there. */
const WORKER = 'reading-worker.cjs';

export interface FeedReader {
  /** @throws NewsprintError `unreadable` for what is no feed */
  readonly read: (source: FeedSource) => Promise<ReadFeed>;
  readonly end: () => void;
}

/** A reader of few feeds, which are not worth a thread. */
export function createFeedReader(): FeedReader {
  return { read: readHere, end() {} };
}

/** Starts the thread. Where it cannot run, or ends, this one does its work: nothing fails by it. */
export function startFeedReader(): FeedReader {
  const waiting = new Map<number, (feed: ReadFeed | null) => void>();
  const worker = new Worker(new URL(`${import.meta.url}/${WORKER}`), { stderr: true });
  let count = 0;
  let isOver = false;
  const giveUp = (): void => {
    isOver = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.on('message', ({ at, feed }: ReadingReply) => {
    waiting.get(at)?.(feed);
    waiting.delete(at);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    async read(source) {
      if (isOver || waiting.size >= MOST_WAITING) return readHere(source);
      const at = count++;
      const feed = await new Promise<ReadFeed | null>((resolve) => {
        waiting.set(at, resolve);
        const request: ReadingRequest = { at, source };
        worker.postMessage(request);
      });
      // Here an error is named as it is everywhere.
      return feed ?? readHere(source);
    },
    end: () => void worker.terminate(),
  };
}

async function readHere(source: FeedSource): Promise<ReadFeed> {
  return (await import('./fetch-reading.ts')).readFeedSource(source);
}
