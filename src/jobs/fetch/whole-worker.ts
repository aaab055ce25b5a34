// The process that brings the whole text of an article for the reader.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { bringWhole } from './whole-text.ts';

void serveThread(() => bringWhole);
