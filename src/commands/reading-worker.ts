// The second thread of a long fetch: reads the entries of feeds.

import { parentPort } from 'node:worker_threads';
import { type FeedSource, type ReadFeed, readFeedSource } from './fetch-reading.ts';

/** What the thread is asked for. */
export interface ReadingRequest {
  readonly at: number;
  readonly source: FeedSource;
}

/** What it answers: `null` where there was an error, which the caller finds out by itself. */
export interface ReadingReply {
  readonly at: number;
  readonly feed: ReadFeed | null;
}

const port = parentPort;
port?.on('message', async ({ at, source }: ReadingRequest) => {
  const feed = await readFeedSource(source).catch(() => null);
  const reply: ReadingReply = { at, feed };
  port.postMessage(reply);
});
