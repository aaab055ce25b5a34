// The end of a store's work: all is on the disk to stay, and undo knows of it.
import { dirname, join } from 'node:path';
import { NewsprintError } from '../core/errors.ts';
import { removeOldDrafts } from './draft-file.ts';
import { flushFolder } from './flush-folder.ts';
import type { Storing } from './storing.ts';
import { systemReason } from './system-error.ts';

/**
 * Flushes the folders that got files, and writes the operation.
 * @throws NewsprintError `read-only` or `failed` where that cannot be written
 */
export function finishStoring(storing: Storing): void {
  const { library, now } = storing;
  try {
    flushFolders(storing);
  } finally {
    removeOldDrafts(library.root, now.getTime());
    writeOperation(storing);
  }
}

function flushFolders({ library: { root }, done }: Storing): void {
  const stored = [...done.values()].filter(({ kind }) => kind !== 'left');
  const folders = new Set(stored.map(({ head }) => dirname(head.path)));
  if (folders.size > 0) folders.add('.');
  try {
    for (const folder of folders) flushFolder(join(root, folder));
  } catch (cause) {
    const message = `what was added may not be kept: ${systemReason(cause)}`;
    throw new NewsprintError(message, { code: 'failed', cause });
  }
}

/** Also brings back what is hidden: it was removed once, and is wanted again. */
function writeOperation({ library: { journals }, done, now, op }: Storing): void {
  const changes = Array.from(done.values(), ({ head, kind }) => ({
    ...{ id: head.id, path: head.path, url: head.url, guid: head.guid, feed: head.feed },
    set: { removed: false },
    ...(kind === 'left' ? {} : { added: head.path, replaced: kind === 'replaced' }),
  }));
  if (changes.length > 0) journals.change(changes, { now, op });
}
