// The second thread of a build: reads files and finds their words while the first one writes.
import { serveThread } from '../../threads/worker-thread.ts';
import { docReader } from './read-ahead.ts';

void serveThread(docReader);
