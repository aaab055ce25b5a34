// Flushes files and folders to the disk, so that what was done to them outlasts a loss of power.
import { closeSync, constants, fsyncSync, openSync, promises } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { systemCode } from './system-error.ts';

/** What systems say that flush no folders, or keep the user from opening this one; and where it has gone. */
const NOT_HERE = new Set('EINVAL EISDIR EPERM EACCES ENOTSUP EBADF ENOENT'.split(' '));

/**
 * Flushes a file or a folder; a system that has no such thing for folders, as Windows, is left alone.
 * @throws the system's error where the disk cannot be written
 */
export function flush(path: string): void {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!NOT_HERE.has(systemCode(error))) throw error;
  }
}

/**
 * Flushes a file, where there is one, while the caller goes on.
 * @throws the system's error
 */
export async function flushBeside(path: string | null): Promise<void> {
  if (path === null) return;
  const file = await promises.open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/**
 * Flushes the folders that names came into or went from, each once, and those above, which may be
 * new themselves.
 * @param paths the files', from the root
 * @throws the system's error where the disk cannot be written
 */
export function flushNames(root: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(normalize(path)); !folders.has(at); at = dirname(at)) folders.add(at);
  }
  for (const folder of folders) flush(join(root, folder));
}
