// Git's merge strategy for a library: git's own, and then what that leaves open where one side has no file.
import { spawnSync } from 'node:child_process';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { type Io, usageError } from './call.ts';

/** What the driver is set for, wherever the library lies in its repository. */
const ARTICLES = ':(top,attr:merge=newsprint)';

/**
 * Merges as `git merge-recursive` does. Git asks no merge driver about a file that one side removed
 * and the other changed: its new text is kept, and the article stays removed by its journal.
 * @param words the commits: BASE… HEAD REMOTE
 * @throws NewsprintError where files are left open (exit 1), and `usage` where git cannot merge
 *   (exit 2): what git asks of a strategy
 */
export function mergeHistories(words: readonly string[], { cwd, env }: Io): void {
  if (words.length < 2) throw usageError('merge --strategy takes the commits BASE… HEAD REMOTE');
  const git = (args: readonly string[], input: readonly string[] = []) => {
    // Git would name the conflicts that are answered here, too.
    const options = { cwd, env: { ...env, GIT_MERGE_VERBOSITY: '0' }, encoding: 'utf8' } as const;
    // All that a merge brings is named in one answer, which may be longer than Node allows by itself.
    const maxBuffer = Number.POSITIVE_INFINITY;
    return spawnSync('git', args, { ...options, maxBuffer, input: input.join('\0') });
  };
  const merged = git(['merge-recursive', ...words.slice(0, -2), '--', ...words.slice(-2)]);
  if (merged.status === 0) return;
  if (merged.status !== 1) {
    const reason = merged.error?.message ?? merged.stderr.trim();
    throw new NewsprintError(`git merge-recursive: ${reason}`, { code: 'usage' });
  }
  const status = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no', '--'];
  const unmerged = (files: string, sides: RegExp) => {
    const { stdout } = git([...status, files]);
    return stdout.split('\0').flatMap((line) => (sides.test(line) ? [line.slice(3)] : []));
  };
  const kept = unmerged(ARTICLES, /^(?:DU|UD) /);
  if (kept.length > 0) git(['add', '--pathspec-from-file=-', '--pathspec-file-nul'], kept);
  const open = unmerged(':/', /^(?:.U|U.|AA|DD) /);
  if (open.length > 0) throw new NewsprintError(`not merged: ${open.map(quoteValue).join(', ')}`);
}
