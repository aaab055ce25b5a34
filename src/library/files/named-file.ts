// Files beside the library, such as git's, by their whole paths.
import { readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryOr } from '../../core/try-or.ts';
import { unlessCode } from './system-error.ts';
import { withTemporaryFile } from './temporary-file.ts';

/** The bytes of a file; of one that is not there none. @throws the system's error */
export function readNamedFile(path: string): Buffer {
  return unlessCode('ENOENT', () => readFileSync(path), Buffer.alloc(0));
}

/** Writes a file in the place of what is there, whole or not at all; `null` takes it away. */
export function writeNamedFile(path: string, bytes: Uint8Array | null): void {
  if (bytes === null) {
    rmSync(path, { force: true });
    return;
  }
  const target = tryOr(() => realpathSync(path), path);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  withTemporaryFile([dirname(target)], bytes, (draft) => renameSync(draft, target), mode);
}
