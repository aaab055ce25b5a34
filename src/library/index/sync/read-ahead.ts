// Reads many files ahead of whoever writes them, in a second thread where that is worth its start.
import { Worker } from 'node:worker_threads';
import { type DocResult, readDoc } from '../tables/article-doc.ts';
import type { ReadOrder } from './read-ahead-worker.ts';

/** From so many files on. */
const MANY = 500;
/** Files that are handed on at a time where there is no second thread. */
const BATCH = 64;
/** Beside the chunk of this file: the build puts it there. */
const WORKER = 'read-worker.cjs';

/** The files' documents in order, a batch at a time. */
export async function* readAhead(
  root: string,
  paths: readonly string[],
): AsyncGenerator<readonly DocResult[]> {
  let done = 0;
  if (paths.length >= MANY) {
    for await (const docs of readInThread({ root, paths })) {
      done += docs.length;
      yield docs;
    }
  }
  // What the thread could not do, if it could not run.
  for (; done < paths.length; done += BATCH) {
    yield paths.slice(done, done + BATCH).map((path) => readDoc(root, path));
    await new Promise(setImmediate);
  }
}

async function* readInThread(order: ReadOrder): AsyncGenerator<readonly DocResult[]> {
  const worker = startWorker(order);
  if (worker === null) return;
  const arrived: (readonly DocResult[])[] = [];
  let isOver = false;
  let wake = (): void => {};
  worker.on('message', (docs: readonly DocResult[]) => {
    arrived.push(docs);
    wake();
  });
  for (const event of ['error', 'exit']) {
    worker.on(event, () => {
      isOver = true;
      wake();
    });
  }
  try {
    while (true) {
      const docs = arrived.shift();
      if (docs !== undefined) {
        yield docs;
        worker.postMessage('next');
      } else if (isOver) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    void worker.terminate();
  }
}

function startWorker(workerData: ReadOrder): Worker | null {
  try {
    return new Worker(new URL(`${import.meta.url}/${WORKER}`), { workerData, stderr: true });
  } catch {
    return null;
  }
}
