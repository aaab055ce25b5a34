// Of two jobs that change many files of a library, fetches, imports and mends, the second waits for the first.
import { join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { type OnWait, takeLongLock } from '../../library/files/file-lock.ts';
import { ownFolder } from '../../library/files/folders.ts';
import { writeError } from '../../library/files/system-error.ts';
import { DRAFTS_FOLDER } from '../../library/files/temporary-file.ts';

/**
 * Does the work when no other job is at it.
 * @returns `null` where the signal ended the waiting
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function withFetchLock<Value>(
  root: string,
  { signal, onWait = () => {} }: { readonly signal: AbortSignal; readonly onWait?: OnWait },
  work: () => Promise<Value>,
): Promise<Value | null> {
  const lock = join(ownFolder(root, DRAFTS_FOLDER), 'fetch.lock');
  const release = await takeLongLock(lock, signal, onWait).catch((cause: unknown) => {
    throw cause instanceof NewsprintError
      ? cause
      : writeError(`nothing can be kept in ${root}`, cause);
  });
  if (release === null) return null;
  try {
    return await work();
  } finally {
    release();
  }
}
