// Files beside the library, such as git's, by their whole paths.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { unlessCode } from './system-error.ts';

/**
 * The bytes of a file; of one that is not there none.
 * @throws the system's error
 */
export function readNamedFile(path: string): Buffer {
  return unlessCode('ENOENT', () => readFileSync(path), Buffer.alloc(0));
}

/**
 * Writes a file in the place of what is there; `null` takes it away.
 * @throws the system's error
 */
export function writeNamedFile(path: string, bytes: Uint8Array | null): void {
  if (bytes === null) rmSync(path, { force: true });
  else writeFileSync(path, bytes);
}
