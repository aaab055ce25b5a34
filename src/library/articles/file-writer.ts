// Writes many files while the program goes on, in batches.
import { flushBeside } from '../files/flush.ts';
import { isOtherDisk, preparePlace, removeDraft, writeDraft } from '../files/temporary-file.ts';
import { createFile, takePlace } from './write-file.ts';

/**
 * What comes while a batch is flushed is the next batch: a journalling file system would have the
 * program wait, were a file made while the disk is busy with the last ones.
 * @returns `createFile` while the caller goes on, by a path from the root
 */
export function createFileWriter(root: string) {
  let batch = Promise.resolve();
  return async (path: string, data: string | Uint8Array): Promise<boolean> => {
    await batch;
    const draft = writeDraft(preparePlace(root, path).folders[0], data);
    const flushed = flushBeside(draft);
    batch = Promise.allSettled([batch, flushed]).then(() => {});
    // All that waited with it have begun to be flushed, too.
    await Promise.resolve();
    await batch;
    try {
      await flushed;
      return takePlace(root, path, draft);
    } catch (error) {
      if (!isOtherDisk(error)) throw error;
    } finally {
      removeDraft(draft);
    }
    return createFile(root, path, data);
  };
}
