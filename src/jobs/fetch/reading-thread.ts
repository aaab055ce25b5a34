// Reads feeds on two cores: a second thread, and this one beside it.

import { startThread } from '../threads/second-thread.ts';
import type { FeedSource, ReadFeed } from './read-feed-source.ts';

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
  const chunk = new URL(`${import.meta.url}/${WORKER}`);
  const thread = startThread<FeedSource, ReadFeed>(chunk);
  return {
    async read(source) {
      const feed = thread.hasRoom() ? await thread.ask(source) : null;
      // Here an error is named as it is everywhere.
      return feed ?? readHere(source);
    },
    end: thread.end,
  };
}

async function readHere(source: FeedSource): Promise<ReadFeed> {
  return (await import('./read-feed-source.ts')).readFeedSource(source);
}
