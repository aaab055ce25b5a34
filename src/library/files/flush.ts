// Flushes files and folders to the disk, so that what was done to them outlasts a loss of power.
import { closeSync, fsync, fsyncSync, openSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { READING, withOpenFile } from './open-file.ts';
import { systemCode } from './system-error.ts';

/** What systems say that flush no folders, or keep the user from opening this one; and where it has gone. */
const NOT_HERE = new Set('EINVAL EISDIR EPERM EACCES ENOTSUP EBADF ENOENT'.split(' '));

/**
 * Flushes a file or a folder; a system that has no such thing for folders, as Windows, is left alone.
 */
export function flush(path: string): void {
  try {
    withOpenFile(path, READING, fsyncSync);
  } catch (error) {
    if (!NOT_HERE.has(systemCode(error))) throw error;
  }
}

/** Flushes a file, where there is one, while the caller goes on. @throws the system's error */
export async function flushBeside(path: string | null): Promise<void> {
  if (path !== null) await flushOpen(openSync(path, 'r+'));
}

/** The same of an open file, which is closed then. */
export async function flushOpen(file: number): Promise<void> {
  const flushed = new Promise<void>((resolve, reject) => {
    fsync(file, (failure) => (failure === null ? resolve() : reject(failure)));
  });
  await flushed.finally(() => closeSync(file));
}

/**
 * Flushes the folders that names came into or went from, each once, and those above, which may be
 * new themselves.
 * @param paths the files', from the root
 */
export function flushNames(root: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(normalize(path)); !folders.has(at); at = dirname(at)) folders.add(at);
  }
  for (const folder of folders) flush(join(root, folder));
}
