// The process of a fetch that the reader asks for.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { runFetch } from './fetch-process.ts';

void serveThread(() => runFetch);
