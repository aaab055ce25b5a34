// Makes the user's library: an empty folder, or a copy of the shipped articles.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { flush, flushNames } from '../files/flush.ts';
import { makeFolder } from '../files/folders.ts';
import { randomName } from '../files/random-name.ts';
import { systemCode, writeError } from '../files/system-error.ts';
import { isFolder } from './locate-library.ts';

/**
 * Copies the shipped articles to a folder that does not exist yet, all or nothing: into a sibling
 * first, which is then renamed. Where another process was faster, its copy stays. Names that start
 * with a dot are left out; the copies can be written, whatever the originals say.
 * @throws NewsprintError `read-only` where nothing can be made there, `failed` for all else
 */
export function copyShipped(shipped: string, root: string): void {
  const sibling = join(dirname(root), `.${basename(root)}-${randomName()}`);
  try {
    makeFolder(dirname(root));
    copyFolder(shipped, sibling);
    renameSync(sibling, root);
    flushNames('/', [root]);
  } catch (error) {
    // What is in the way of removing it was in the way of making it, and is named already.
    tryOr(() => rmSync(sibling, { recursive: true, force: true }), undefined);
    if (!tryOr(() => isFolder(root), false)) throw notMade(root, error);
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile()) writeFileSync(target, readFileSync(source), { flush: true });
  }
  flush(to);
}

/**
 * Makes the folder of the default library and those above it.
 * @throws NewsprintError `read-only` or `failed` where that cannot be
 */
export function makeLibrary(root: string): void {
  try {
    makeFolder(root);
    flushNames('/', [root]);
  } catch (error) {
    throw notMade(root, error);
  }
}

function notMade(root: string, cause: unknown): NewsprintError {
  const { message, code } = writeError(`cannot make the library ${quoteValue(root)}`, cause);
  return new NewsprintError(message, {
    // A home that is not there is not the user's to write either.
    code: systemCode(cause) === 'ENOENT' ? 'read-only' : code,
    hint: 'name a folder you may write to with --library or NEWSPRINT_LIBRARY',
    cause,
  });
}
