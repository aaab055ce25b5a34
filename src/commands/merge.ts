// `newsprint merge`: git's merge driver for the library, and what sets it up.
import { relative, resolve } from 'node:path';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { findLoss, mergeFile } from '../jobs/merge/merge-file.ts';
import { createFile } from '../library/articles/write-file.ts';
import { readNamedFile, writeNamedFile } from '../library/files/named-file.ts';
import { writeError } from '../library/files/system-error.ts';
import { checkLibrary } from '../library/finder/open-library.ts';
import { type Call, hasFlag, type Io, readEither, usageError } from './call/call.ts';
import { findLibrary } from './call/call-library.ts';
import { installDriver, uninstallDriver } from './call/git-driver.ts';
import { mergeHistories } from './call/git-strategy.ts';

/** Merges a file as git asks for it, or does what its flag says. */
export async function merge(call: Call, io: Io): Promise<void> {
  if (hasFlag(call, 'strategy')) return mergeHistories(call.words, io);
  const wanted = readEither(call, 'install', 'uninstall');
  if (wanted === undefined) {
    // Git calls it where its repository is.
    const root = hasFlag(call, 'library') ? findLibrary(call, io).root : io.cwd;
    return mergeVersions(root, call.words, io);
  }
  const { root } = findLibrary(call, io);
  if (call.words[0] !== undefined) throw usageError(`it takes no '${call.words[0]}'`);
  checkLibrary(root);
  try {
    if (wanted === 'uninstall') uninstallDriver(root, io.env);
    else if (!installDriver(root, io.env, process.argv.slice(0, 2))) {
      io.note('git-merge-newsprint is not on the PATH: see newsprint help files');
    }
  } catch (cause) {
    if (cause instanceof NewsprintError) throw cause;
    throw writeError(`the settings of git are not changed in ${root}`, cause);
  }
  io.note(`git merges ${root} ${wanted === 'install' ? 'by newsprint' : 'in its own way again'}`);
}

/**
 * Writes the file that git calls ours anew. Of two articles that have one name by chance one comes
 * beside it under another: git takes that for a new file.
 */
function mergeVersions(root: string, words: readonly string[], io: Io): void {
  const [base, ours, theirs, path, extra] = words;
  if (path === undefined || extra !== undefined) {
    const hint = 'git gives them; newsprint merge --install sets it up';
    throw usageError('merge takes four words: BASE OURS THEIRS PATH', hint);
  }
  const file = (name = ''): string => resolve(io.cwd, name);
  try {
    const began = readNamedFile(file(base));
    const one = readNamedFile(file(ours));
    const other = readNamedFile(file(theirs));
    for (const [name, version] of Object.entries({ ours: one, theirs: other })) {
      const loss = findLoss(`${name}: ${path}`, version);
      if (loss !== null) io.warn(formatProblem(loss));
    }
    // Of what both sides made git gives an empty beginning.
    const versions = { base: began.length === 0 ? null : began, one, other };
    const { bytes, moved } = mergeFile(relative(root, file(path)), versions);
    if (moved !== null) createFile(root, moved.path, moved.bytes);
    writeNamedFile(file(ours), bytes);
  } catch (cause) {
    throw writeError(`${path} is not merged`, cause);
  }
}
