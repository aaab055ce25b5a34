// The end of a store's work: all is on the disk to stay, and undo knows of it.
import { dirname, join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { NewsprintError } from '../../core/errors.ts';
import { flushFolder, removeOldDrafts } from '../files/draft-file.ts';
import { systemReason } from '../files/system-error.ts';
import type { Storing } from './storing.ts';

/** What else the operation does. */
interface Ending {
  /** Also brings back what is hidden: it was removed once, and is wanted again. */
  readonly brings: boolean;
  /** Articles that the operation moved to the trash. */
  readonly removed?: readonly ArticleHead[];
}

/**
 * Flushes the folders that got files, and writes the operation.
 * @throws NewsprintError `read-only` or `failed` where that cannot be written
 */
export function finishStoring(storing: Storing, ending: Ending): void {
  const { library, now } = storing;
  try {
    flushFolders(storing);
  } finally {
    removeOldDrafts(library.root, now.getTime());
    writeOperation(storing, ending);
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

function writeOperation(
  { library: { journals }, done, now, op }: Storing,
  { brings, removed = [] }: Ending,
): void {
  const gone = new Set(removed.map(({ id }) => id));
  const stored = Array.from(done.values(), ({ head, kind }) => ({
    ...namesOf(head),
    set: brings ? { removed: false } : {},
    ...(kind === 'left' ? {} : { added: head.path, replaced: kind === 'replaced' }),
  })).filter(({ id }) => !gone.has(id));
  const changes = [...stored, ...removed.map((head) => ({ ...namesOf(head), set: REMOVED }))];
  if (changes.length > 0) journals.change(changes, { now, op });
}

const REMOVED = { removed: true };

function namesOf({ id, path, url, guid, feed }: ArticleHead) {
  return { id, path, url, guid, feed };
}
