// The second thread of a long fetch: reads the entries of feeds.

import { answerRequests } from '../threads/second-thread.ts';
import { readFeedSource } from './read-feed-source.ts';

answerRequests(readFeedSource);
