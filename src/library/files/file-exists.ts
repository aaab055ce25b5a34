// Whether the library has a file.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** @param path from the root */
export function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path)).isFile();
  } catch {
    return false;
  }
}
