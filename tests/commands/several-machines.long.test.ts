// The two recipes of `newsprint help files`: one library on several machines, by copying and by git.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedPath } from '../support/library/clones.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { root, run, runShell } from '../support/machine/run.ts';
import { SAMPLE } from './sample.ts';

const topic = readFileSync(join(root, 'src/commands/help/files.md'), 'utf8');
const hasRsync = spawnSync('rsync', ['--version']).status === 0;

/** The lines of shell in the topic that hold the words, with other places put in. */
function recipe(words: string, places: Readonly<Record<string, string>>): string {
  const block = topic.split('```sh\n').find((text) => text.split('```')[0]?.includes(words));
  const script = block?.split('```')[0];
  if (script === undefined) throw new Error(`the topic has no recipe with ${words}`);
  return Object.entries(places).reduce((text, [from, to]) => text.replaceAll(from, to), script);
}

/** A machine with a folder for its library and a name of its own. */
function machine(library: string) {
  const env = { NEWSPRINT_LIBRARY: library, XDG_STATE_HOME: temporaryFolder() };
  return {
    library,
    call: (...args: string[]) => run(args, { env }),
    state: async () => {
      const { stdout } = await run(['list', '-f', 'jsonl'], { env, isHere: true });
      const rows = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      return rows.map(({ id, tags, state }) => ({ id, tags, ...state }));
    },
  };
}

async function markApart(a: ReturnType<typeof machine>, b: ReturnType<typeof machine>) {
  await a.call('mark', 'harb', '--read', '--tag', 'one');
  await b.call('mark', 'harb', '--star', '--tag', 'two');
  await b.call('remove', 'plain');
}

const TOGETHER = [
  { id: '2021-07-20-kisha', tags: [], read: false, starred: false, progress: 0 },
  {
    id: '2021-07-19-harbour-reopens',
    tags: ['shipping', 'weather', 'one', 'two'],
    read: true,
    starred: true,
    progress: 0,
  },
];

test.skipIf(!hasRsync)('Libraries copied both ways come to one state', async () => {
  const [a, b] = [machine(temporaryLibrary(SAMPLE)), machine(temporaryLibrary(SAMPLE))];
  await markApart(a, b);
  const places = {
    '~/.local/share/newsprint/': `${a.library}/`,
    'server:newsprint/': `${b.library}/`,
  };
  const { code, stderr } = await runShell(`set -e\n${recipe('rsync', places)}`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await a.state()).toEqual(TOGETHER);
  expect(await b.state()).toEqual(TOGETHER);
});

test('Libraries kept by git come to one state', async () => {
  const [remote, PATH] = [temporaryFolder(), installedPath()];
  const [a, b] = [machine(temporaryLibrary(SAMPLE)), machine(join(temporaryFolder(), 'b'))];
  const identity =
    'export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org' +
    ' GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org';
  const shell = async (script: string, library = a.library) => {
    const options = { env: { PATH, NEWSPRINT_LIBRARY: library } };
    const { code, stderr } = await runShell(`${identity}\n${script}`, options);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  };
  const sync = ({ library }: { library: string }) =>
    shell(`cd ${library} || exit\n${recipe('git pull', {})}`);
  await shell(`git init --quiet --bare --initial-branch=main ${remote}`);
  await shell(
    `${recipe('git init', { '~/.local/share/newsprint': a.library, 'git init': 'git init --initial-branch=main' })}
    git remote add origin ${remote} && git add --all && git commit --quiet --message First
    git push --quiet --set-upstream origin main && git clone --quiet ${remote} ${b.library}`,
  );
  await shell('newsprint merge --install', b.library);
  await markApart(a, b);
  for (const each of [a, b, a]) await sync(each);
  expect(await a.state()).toEqual(TOGETHER);
  expect(await b.state()).toEqual(TOGETHER);
});
