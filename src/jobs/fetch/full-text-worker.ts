// The process that fetches the full text of an article for the reader.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { fetchFullText } from './full-text.ts';

void serveThread(() => fetchFullText);
