// Reads many files ahead of whoever writes them, in a second thread where that is worth its start.
import { startThread } from '../../threads/worker-thread.ts';
import { readDoc } from '../tables/article-doc.ts';

/** From so many files on. */
const MANY = 500;
/** Files that are handed on at a time. */
const BATCH = 16;
/** Batches that may wait to be taken: memory is bounded. */
const MOST_AHEAD = 16;

type Docs = readonly ReturnType<typeof readDoc>[];

/** The files' documents in order, a batch at a time. @param count of the paths */
export async function* readAhead(
  root: string,
  paths: Iterable<string>,
  count: number,
): AsyncGenerator<Docs> {
  const here = docReader(root);
  const thread =
    count < MANY ? null : startThread({ file: 'read-ahead-worker.cjs', data: root, here });
  const coming: Promise<Docs>[] = [];
  try {
    for (const batch of inBatches(paths)) {
      coming.push(thread === null ? here(batch) : thread.ask(batch));
      if (thread === null || coming.length === MOST_AHEAD) yield (await coming.shift()) ?? [];
    }
    for (const docs of coming) yield await docs;
  } finally {
    await thread?.end();
  }
}

function* inBatches(paths: Iterable<string>): Iterable<readonly string[]> {
  let batch: string[] = [];
  for (const path of paths) {
    if (batch.push(path) < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Reads the files of one library, in whichever thread. */
export function docReader(root: string) {
  return async (paths: readonly string[]): Promise<Docs> => {
    const docs = paths.map((path) => readDoc(root, path));
    // Progress is drawn and Ctrl-C is heard.
    await new Promise((resolve) => setImmediate(resolve));
    return docs;
  };
}
