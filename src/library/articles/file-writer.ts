// Writes many files while the program goes on, in batches.
import { flushBeside } from '../files/flush.ts';
import { isOtherDisk, preparePlace, removeDraft, writeDraft } from '../files/temporary-file.ts';
import { createFile, takePlace } from './write-file.ts';

interface Job {
  readonly path: string;
  readonly data: string | Uint8Array;
  readonly resolve: (isMade: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What comes while a batch is flushed is the next batch: a journalling file system would have the
 * program wait, were a file made while the disk is busy with the last ones.
 * @returns `createFile` while the caller goes on, by a path from the root
 */
export function createFileWriter(root: string) {
  const waiting: Job[] = [];
  let isBusy = false;
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) await writeBatch(root, waiting.splice(0));
    isBusy = false;
  };
  return (path: string, data: string | Uint8Array): Promise<boolean> =>
    new Promise((resolve, reject) => {
      waiting.push({ path, data, resolve, reject });
      void work();
    });
}

async function writeBatch(root: string, jobs: readonly Job[]): Promise<void> {
  const drafts = jobs.flatMap((job) => {
    const draft = orReject(job, () =>
      writeDraft(preparePlace(root, job.path).folders[0], job.data),
    );
    return draft === undefined ? [] : [{ job, draft }];
  });
  const flushed = await Promise.allSettled(drafts.map(({ draft }) => flushBeside(draft)));
  for (const [at, { job, draft }] of drafts.entries()) {
    const isMade = orReject(job, () => endDraft(root, job, draft, flushed[at]));
    if (isMade !== undefined) job.resolve(isMade);
  }
}

/** A file that cannot be written fails alone. */
function orReject<Value>({ reject }: Job, action: () => Value): Value | undefined {
  try {
    return action();
  } catch (error) {
    reject(error);
    return undefined;
  }
}

function endDraft(
  root: string,
  { path, data }: Job,
  draft: string,
  flushed: PromiseSettledResult<void> | undefined,
): boolean {
  try {
    if (flushed?.status === 'rejected') throw flushed.reason;
    return takePlace(root, path, draft);
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
  } finally {
    removeDraft(draft);
  }
  return createFile(root, path, data);
}
