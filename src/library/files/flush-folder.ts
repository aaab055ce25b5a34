// Makes the names in a folder survive a loss of power.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { systemCode } from './system-error.ts';

/** What systems say that flush no folders, or keep the user from opening this one. */
const NOT_HERE = new Set(['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF']);

/**
 * Flushes a folder; a system that has no such thing, as Windows, is left alone.
 * @throws the system's error where the disk cannot be written
 */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!NOT_HERE.has(systemCode(error))) throw error;
  }
}
