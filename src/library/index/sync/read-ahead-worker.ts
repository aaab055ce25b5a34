// The second thread of a build: reads files and finds their words while the first one writes.
import { parentPort, workerData } from 'node:worker_threads';
import { type DocResult, readDoc } from '../tables/article-doc.ts';

/** What the thread is told when it starts. */
export interface ReadOrder {
  readonly root: string;
  /** From the root. */
  readonly paths: readonly string[];
}

/** Files that are handed on at a time. */
const BATCH = 64;
/** Batches that may wait to be taken: memory is bounded. */
const AHEAD = 12;

const port = parentPort;
if (port !== null) readAll(port, workerData);

function readAll(to: NonNullable<typeof port>, { root, paths }: ReadOrder): void {
  let at = 0;
  let sent = 0;
  const send = (): void => {
    while (sent < AHEAD && at < paths.length) {
      const docs: readonly DocResult[] = paths
        .slice(at, at + BATCH)
        .map((path) => readDoc(root, path));
      at += BATCH;
      sent += 1;
      to.postMessage(docs);
    }
  };
  to.on('message', () => {
    sent -= 1;
    send();
    if (at >= paths.length && sent === 0) to.close();
  });
  send();
}
