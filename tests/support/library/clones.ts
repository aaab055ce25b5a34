// Clones of one library, each with a device of its own, kept together by git or by copying.

import { mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, runShell } from '../machine/run.ts';
import { temporaryCache } from './temporary-cache.ts';
import { temporaryFolder } from './temporary-library.ts';

/** What a fresh machine of a person has. */
const IDENTITY = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** The PATH of someone who installed newsprint: git finds its strategy there. */
export function installedPath(): string {
  const folder = temporaryFolder();
  const name = 'git-merge-newsprint';
  symlinkSync(join(root, `dist/${name}.cjs`), join(folder, name));
  return [folder, process.env['PATH']].join(delimiter);
}

/** How a library is kept by git, the lines of each day. */
export const SYNC = `git add --all
git commit --quiet --message 'Keep the news'
git pull --quiet --no-rebase --no-edit
git push --quiet`;

/** A machine with a library in a folder of its own. */
export function machineIn(library: string) {
  const env = {
    ...IDENTITY,
    PATH: installedPath(),
    NEWSPRINT_LIBRARY: library,
    XDG_STATE_HOME: temporaryFolder(),
    XDG_CONFIG_HOME: temporaryFolder(),
    XDG_CACHE_HOME: temporaryCache(),
  };
  const call = (...args: readonly string[]) => run(args, { env });
  const callHere = (...args: readonly string[]) => run(args, { env, isHere: true });
  return {
    library,
    env,
    call,
    callHere,
    shell: (script: string) => runShell(`cd '${library}' || exit 9\n${script}`, { env }),
    /** Everything that a list tells, an article a line. */
    async list(): Promise<readonly string[]> {
      const { stdout } = await callHere('list', '-f', 'jsonl');
      return stdout.split('\n').filter(Boolean);
    },
  };
}

export type CloneMachine = ReturnType<typeof machineIn>;

/** Clones of an empty repository, the driver installed in each. */
export async function gitClones(count: number): Promise<readonly CloneMachine[]> {
  const remote = temporaryFolder();
  const machines = Array.from({ length: count }, () => machineIn(join(temporaryFolder(), 'news')));
  const [first, ...others] = machines;
  if (first === undefined) return [];
  mkdirSync(first.library);
  const done = await first.shell(
    `set -e
    git init --quiet --bare --initial-branch=main ${remote}
    git init --quiet --initial-branch=main
    git remote add origin ${remote}
    newsprint merge --quiet --install
    git commit --quiet --allow-empty --message First
    git push --quiet --set-upstream origin main
    for library in ${others.map(({ library }) => library).join(' ')}; do
      git clone --quiet ${remote} $library
      newsprint merge --quiet --library $library --install
    done`,
  );
  if (done.code !== 0) throw new Error(done.stderr);
  return machines;
}
