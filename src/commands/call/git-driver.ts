// The merge driver in the settings of a git repository: put there, and taken out again.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { makeFolder } from '../../library/files/folders.ts';
import { readNamedFile, writeNamedFile } from '../../library/files/named-file.ts';

/** Our settings are a file of their own in git's folder, which git's config includes. */
const SETTINGS = 'newsprint.config';
const INCLUDE = ['config', '--local'] as const;

const BEGIN = '# Set by newsprint merge --install';
const END = '# until here; newsprint merge --uninstall takes it out';

/**
 * The repository of a library.
 * @returns git, which throws where it says that it failed; its folder; and the library's folder from the
 *   repository's, with a slash after it, empty for itself
 * @throws NewsprintError `not-found` where there is no git, or no repository
 */
function openRepository(root: string, env: NodeJS.ProcessEnv) {
  const call = (args: readonly string[]) =>
    spawnSync('git', args, { cwd: root, env: { ...env, LC_ALL: 'C' }, encoding: 'utf8' });
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = call(args);
    if (status === 0) return stdout.replace(/\n$/, '');
    throw new NewsprintError(`git ${args.join(' ')}: ${stderr.trim()}`);
  };
  const { error, status, stdout } = call(['rev-parse', '--git-path', 'config', '--show-prefix']);
  if (error !== undefined) {
    throw new NewsprintError(`git cannot be called: ${error.message}`, { code: 'not-found' });
  }
  if (status !== 0) {
    const hint = 'make one there: git init';
    const message = `${quoteValue(root)} is in no git repository`;
    throw new NewsprintError(message, { code: 'not-found', hint });
  }
  const [config = '', prefix = ''] = stdout.split('\n');
  return { git, folder: dirname(resolve(root, config)), prefix };
}

/**
 * Has git merge the library by newsprint; again is the same as once.
 * @param program how newsprint is called
 * @returns whether git finds our strategy, which is a program on the PATH, and merges by it
 */
export function installDriver(
  root: string,
  env: NodeJS.ProcessEnv,
  program: readonly string[],
): boolean {
  uninstallDriver(root, env);
  const { git, folder, prefix } = openRepository(root, env);
  const hasStrategy = git('--list-cmds=others').split('\n').includes('merge-newsprint');
  const settings = {
    'merge.newsprint.name': 'articles by their fields, feeds by their folders, journals by lines',
    'merge.newsprint.driver': driverCommand(program, prefix),
    // A removed article and a new one like it are no renamed one. The newer of git's strategies
    // does not listen to that before 2.50, and has the older one's name since.
    'merge.renames': 'false',
    'pull.twohead': hasStrategy ? 'newsprint' : 'recursive',
    'pull.rebase': 'false',
  };
  for (const [key, value] of Object.entries(settings)) {
    git('config', '--file', join(folder, SETTINGS), key, value);
  }
  git(...INCLUDE, '--add', 'include.path', SETTINGS);
  makeFolder(join(folder, 'info'));
  const merged = ['**/*.md', 'subscriptions.opml', '.newsprint/**/*.jsonl'];
  addBlock(
    join(folder, 'info/attributes'),
    merged.map((files) => `${JSON.stringify(asPattern(prefix) + files)} merge=newsprint -text`),
  );
  const left = ['.newsprint/drafts/', '.newsprint/trash/', '.newsprint/state/.*'];
  addBlock(
    join(folder, 'info/exclude'),
    left.map((files) => `/${asPattern(prefix)}${files}`),
  );
  return hasStrategy;
}

/** A folder as a pattern that means just it (gitignore(5), PATTERN FORMAT). */
function asPattern(folder: string): string {
  return folder.replace(/[\\[\]*?]/g, '\\$&');
}

/** As a shell calls it; git replaces what follows a percent sign. */
function driverCommand(program: readonly string[], prefix: string): string {
  const words = [...program, 'merge', '--library', prefix || '.'].map((word) =>
    `'${word.replaceAll("'", "'\\''")}'`.replaceAll('%', '%%'),
  );
  return `${words.join(' ')} -- %O %A %B %P`;
}

/** Takes back what was installed, and nothing else. */
export function uninstallDriver(root: string, env: NodeJS.ProcessEnv): void {
  const { git, folder } = openRepository(root, env);
  const settings = git(...INCLUDE, '--list').split('\n');
  if (settings.includes(`include.path=${SETTINGS}`)) {
    git(...INCLUDE, '--unset-all', 'include.path', `^${SETTINGS.replace('.', '\\.')}$`);
  }
  writeNamedFile(join(folder, SETTINGS), null);
  for (const name of ['info/attributes', 'info/exclude']) {
    const path = join(folder, name);
    const rest = withoutBlock(readNamedFile(path));
    writeNamedFile(path, rest.length === 0 ? null : rest);
  }
}

/** At the beginning: what the user wrote comes later, and counts more. */
function addBlock(path: string, lines: readonly string[]): void {
  const block = [BEGIN, ...lines, END].map((line) => `${line}\n`).join('');
  writeNamedFile(path, Buffer.concat([Buffer.from(block), readNamedFile(path)]));
}

/** By its bytes: what else stands there need not be text. */
function withoutBlock(bytes: Buffer): Buffer {
  const start = bytes.indexOf(`${BEGIN}\n`);
  const end = bytes.indexOf(`${END}\n`, Math.max(0, start));
  if (start === -1 || end === -1) return bytes;
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end + END.length + 1)]);
}
