// Writes many files while the program goes on, in batches.
import { dirname } from 'node:path';
import { lazyFor } from '../../core/lazy.ts';
import { flushOpen } from '../files/flush.ts';
import { isOtherDisk, openDraft, prepareFolder, removeDraft } from '../files/temporary-file.ts';
import { createFile, takePlace } from './write-file.ts';

/**
 * What comes while a batch is flushed is the next batch: a journalling file system would have the
 * program wait, were a file made while the disk is busy with the last ones.
 * @returns `createFile` while the caller goes on, by a path from the root
 */
export function createFileWriter(root: string) {
  let batch = Promise.resolve();
  const foldersOf = () => lazyFor((folder: string) => prepareFolder(root, folder));
  /** Each folder is looked at once for all files of a batch. */
  let prepared = { batch, folders: foldersOf() };
  return async (path: string, data: string | Uint8Array): Promise<boolean> => {
    const before = batch;
    await before;
    if (prepared.batch !== before) prepared = { batch: before, folders: foldersOf() };
    const [folder] = prepared.folders(dirname(path));
    const { draft, file } = openDraft(folder, data);
    const flushed = flushOpen(file);
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
