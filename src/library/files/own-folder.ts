// The library's own folders, in `.newsprint`: none that a link has lead out of the library.
import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';

/**
 * One of the library's own folders, absolute, be it there or not. What is written, moved and deleted
 * in it is only ever the library's: a library from elsewhere may hold a link to anything.
 * @param path from the root
 * @throws NewsprintError `read-only` where a part of the path is a link out of the library
 */
export function ownFolder(root: string, path: string): string {
  const parts = path.split('/');
  for (const at of parts.keys()) {
    const part = parts.slice(0, at + 1).join('/');
    if (leadsOut(root, join(root, part))) {
      const message = `${quoteValue(part)} is a link that leads out of the library`;
      throw new NewsprintError(message, { code: 'read-only' });
    }
  }
  return join(root, path);
}

function leadsOut(root: string, path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
  // Where it leads may not be there yet, or not for this user to see.
  return tryOr(() => !realpathSync(path).startsWith(realpathSync(root) + sep), true);
}
