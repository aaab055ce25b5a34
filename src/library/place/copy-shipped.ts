// The first copy: the shipped articles, put where the user's library will be.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { quoteValue } from '../../core/quote-value.ts';
import { makeFolder } from '../files/make-folder.ts';
import { systemCode, systemReason } from '../files/system-error.ts';
import { isFolder } from './locate-library.ts';

/**
 * Copies the shipped articles to a folder that does not exist yet, all or nothing: into a sibling
 * first, which is then renamed. Where another process was faster, its copy stays. Names that start
 * with a dot are left out; the copies can be written, whatever the originals say.
 * @throws NewsprintError `read-only` where nothing can be made there, `failed` for all else
 */
export function copyShipped(shipped: string, root: string): void {
  const sibling = join(dirname(root), `.${basename(root)}-${randomBytes(6).toString('hex')}`);
  try {
    makeFolder(dirname(root));
    copyFolder(shipped, sibling);
    renameSync(sibling, root);
  } catch (error) {
    removeQuietly(sibling);
    if (!isThere(root)) throw notCopied(root, error);
  }
}

/** What is in the way of removing it was in the way of making it, and is named already. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile()) writeFileSync(target, readFileSync(source));
  }
}

function isThere(root: string): boolean {
  try {
    return isFolder(root);
  } catch {
    return false;
  }
}

/** What the system says where a home is read-only, not there, or not the user's. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST']);

function notCopied(root: string, cause: unknown): NewsprintError {
  const message = `cannot make the library ${quoteValue(root)}: ${systemReason(cause)}`;
  return new NewsprintError(message, {
    code: READ_ONLY.has(systemCode(cause)) ? 'read-only' : 'failed',
    hint: 'name a folder you may write to with --library or NEWSPRINT_LIBRARY',
    cause,
  });
}
