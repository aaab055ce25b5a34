// The second thread of a long fetch: reads the entries of feeds.

import { readFeedSource } from './fetch-reading.ts';
import { answerRequests } from './second-thread.ts';

answerRequests(readFeedSource);
