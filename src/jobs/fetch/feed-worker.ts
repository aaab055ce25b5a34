// The second thread of a long fetch: reads the entries of feeds.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { readFeedSource } from './read-feed-source.ts';

void serveThread(() => readFeedSource);
