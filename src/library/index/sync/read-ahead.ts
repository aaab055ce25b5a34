// Reads many files ahead of whoever writes them, in a second thread where that is worth its start.
import { startThread } from '../../threads/worker-thread.ts';
import { readDoc } from '../tables/article-doc.ts';

/** From so many files on. */
const MANY = 500;
/** Files that are handed on at a time. */
const BATCH = 64;
/** Batches that may wait to be taken: memory is bounded. */
const MOST_AHEAD = 12;

type Docs = readonly ReturnType<typeof readDoc>[];

/** The files' documents in order, a batch at a time. */
export async function* readAhead(root: string, paths: readonly string[]): AsyncGenerator<Docs> {
  const here = docReader(root);
  const thread =
    paths.length < MANY ? null : startThread({ file: 'read-ahead-worker.cjs', data: root, here });
  const coming: Promise<Docs>[] = [];
  try {
    for (let done = 0, asked = 0; done < paths.length; done += BATCH) {
      for (; thread && asked < paths.length && coming.length < MOST_AHEAD; asked += BATCH) {
        coming.push(thread.ask(paths.slice(asked, asked + BATCH)));
      }
      yield await (coming.shift() ?? here(paths.slice(done, done + BATCH)));
    }
  } finally {
    await thread?.end();
  }
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
