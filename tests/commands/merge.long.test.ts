// The merge driver as git calls it, and what sets it up.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CloneMachine, gitClones, machineIn, SYNC } from '../support/library/clones.ts';
import { temporaryLibrary, writeFiles } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';

const article = (head: string, body = 'One.\n\nTwo.\n') => `---\n${head}---\n\n${body}`;

describe('Three files and a path', () => {
  /** In this process; git spawns it in the tests of clones. */
  const merge = async (files: Record<string, string | Buffer>, path = 'a.md') => {
    const cwd = temporaryLibrary(files);
    const words = ['merge', 'base', 'ours', 'theirs', path];
    const result = await run(words, { cwd, isHere: true });
    return { ...result, cwd, ours: readFileSync(join(cwd, 'ours')).toString() };
  };

  test('come to one article in the place of ours', async () => {
    const { code, stdout, stderr, ours } = await merge({
      base: article('title: A\n'),
      ours: article('title: B\n'),
      theirs: article('title: A\ntags: [x]\n', 'One.\n\nTwo!\n'),
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(ours).toBe(article('title: B\ntags: [x]\n', 'One.\n\nTwo!\n'));
  });

  test('of which one is no text: the text counts', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x01]);
    const files = { base: '', ours: bytes, theirs: article('title: A\n') };
    const { code, ours } = await merge(files);
    expect({ code, ours }).toEqual({ code: 0, ours: files.theirs });
  });

  test('of which one is broken: what can be read of it is taken, and that is said', async () => {
    const feed = (name: string) =>
      `<outline type="rss" text="${name}" xmlUrl="https://${name}.test/"/>`;
    const ours = `<opml version="2.0"><body>\n${feed('a')}\n</body></opml>\n`;
    const theirs = `<opml version="2.0"><body>\n${feed('b')}\n<outline text="News">\n`;
    const {
      code,
      stderr,
      ours: text,
    } = await merge({ base: '', ours, theirs }, 'subscriptions.opml');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'newsprint: theirs: subscriptions.opml:4:1: unclosed tag: outline: of this version only the feeds that can be read are taken\n',
    });
    for (const name of ['a', 'b']) expect(text).toContain(`xmlUrl="https://${name}.test/"`);
    expect(text).toMatch(/<\/body><\/opml>\n$/);
  });

  test('that are two articles are both kept, the second under a name made of it', async () => {
    const [ours, theirs] = ['2', '1'].map((at) => article(`title: A\nurl: https://a.test/${at}\n`));
    const files = { base: '', ours: ours ?? '', theirs: theirs ?? '' };
    const [one, other] = [
      await merge(files),
      await merge({ ...files, ours: files.theirs, theirs: files.ours }),
    ];
    expect([one.code, other.code, one.ours]).toEqual([0, 0, ours]);
    const names = (cwd: string) => readdirSync(cwd).filter((name) => /^a-\w{6}\.md$/.test(name));
    const [name = ''] = names(one.cwd);
    expect(names(other.cwd)).toEqual([name]);
    expect(readFileSync(join(one.cwd, name), 'utf8')).toBe(theirs);
  });

  test('of which one was kept with the marks of a conflict come to one without', async () => {
    const marked = article('<<<<<<< HEAD\ntitle: A\n=======\ntitle: Ah\n>>>>>>> 1a2b3c\n');
    const files = { base: '', ours: marked, theirs: article('title: A\nlang: en\n') };
    const { code, ours } = await merge(files);
    expect({ code, ours }).toEqual({ code: 0, ours: article('title: A\nlang: en\n') });
  });

  test('of a journal come to its lines in the order of their times', async () => {
    const line = (at: number) =>
      `{"v":1,"t":"2026-01-0${at}T00:00:00.000Z","op":"o","id":"a","set":{},"was":{}}\n`;
    const files = { base: line(1), ours: line(1) + line(3), theirs: line(1) + line(2) };
    const { ours } = await merge(files, '.newsprint/state/abc.jsonl');
    expect(ours).toBe(line(1) + line(2) + line(3));
  });

  test('are four words', async () => {
    for (const words of [
      ['a', 'b'],
      ['a', 'b', 'c', 'd', 'e'],
      ['--install', '--uninstall'],
      ['--strategy', 'one'],
    ]) {
      expect(await run(['merge', ...words], { isHere: true })).toMatchObject({ code: 2 });
    }
  });
});

describe('What is set up', () => {
  test.for([
    ['of a new repository', '', null],
    ['of one with settings of its own', '[merge]\n\trenames = true\n', '*.txt -diff'],
    ['of one that includes others', '[include]\n\tpath = mine\n', '\n'],
  ] as const)('is taken back to the byte: %s', async ([, config, attributes]) => {
    const machine = machineIn(temporaryLibrary({ 'a.md': 'Text.\n' }));
    await machine.shell('git init --quiet');
    const git = (name: string): string => join(machine.library, '.git', name);
    writeFileSync(git('config'), readFileSync(git('config'), 'utf8') + config);
    if (attributes !== null) writeFileSync(git('info/attributes'), attributes);
    const state = () => {
      const names = ['config', 'info/exclude', 'info/attributes', 'newsprint.config'].map(git);
      return names.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null));
    };
    const before = state();
    const calls = [machine.call, machine.callHere];
    for (const call of calls) expect((await call('merge', '--install')).code).toBe(0);
    expect(state()[2]).toContain('"**/*.md" merge=newsprint -text\n');
    expect(state()[3]).toContain('-- %O %A %B %P');
    for (const call of calls) {
      expect((await call('merge', '--uninstall')).code).toBe(0);
      expect(state()).toEqual(before);
    }
    expect(readdirSync(machine.library).sort()).toEqual(['.git', 'a.md']);
  });

  test('needs a repository', async () => {
    const machine = machineIn(temporaryLibrary());
    expect(await machine.callHere('merge', '--install')).toMatchObject({
      code: 1,
      stderr: `newsprint: '${machine.library}' is in no git repository\nmake one there: git init\n`,
    });
  });

  test('holds for a library that is a folder of the repository', async () => {
    const top = temporaryLibrary({
      'my [news]/a.md': article('title: A\n'),
      'other.md': 'Mine.\n',
    });
    const machine = machineIn(join(top, 'my [news]'));
    const { code } = await machine.shell(`git init --quiet .. && newsprint merge --install
      cd .. && git add --all && git commit --quiet --message 1 && git branch side
      sed -i 's/title: A/title: B/' */a.md && git commit --quiet --all --message 2
      git checkout --quiet side && echo 'More.' >> */a.md && git commit --quiet --all --message 3
      git merge --quiet --no-edit -`);
    expect(code).toBe(0);
    const text = readFileSync(join(top, 'my [news]/a.md'), 'utf8');
    expect(text).toBe(article('title: B\n', 'One.\n\nTwo.\nMore.\n'));
  });
});

async function sync(...machines: readonly CloneMachine[]): Promise<void> {
  for (const machine of machines) {
    const { code, stderr } = await machine.shell(SYNC);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  }
}

async function twoClones(): Promise<readonly [CloneMachine, CloneMachine]> {
  const [here, there] = await gitClones(2);
  if (here === undefined || there === undefined) throw new Error('no clones');
  return [here, there];
}

/** The articles of a clone by name. */
function filesOf({ library }: CloneMachine): Readonly<Record<string, string>> {
  const names = readdirSync(library).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(library, name), 'utf8')]));
}

test.each(['here', 'there'])(
  'What was removed and changed elsewhere stays removed: %s',
  async (where) => {
    const clones = await twoClones();
    const [here, there] = where === 'here' ? clones.toReversed() : clones;
    if (here === undefined || there === undefined) throw new Error('no clones');
    writeFiles(here.library, { 'a.md': article('title: A\n') });
    await sync(here, there);
    await there.call('remove', 'a');
    writeFiles(here.library, { 'a.md': article('title: New\n') });
    await sync(here);
    await sync(there, here);
    for (const each of [here, there]) {
      expect((await each.callHere('list', '-f', 'ids')).stdout).toBe('');
      expect(await each.callHere('check')).toMatchObject({ code: 0, stdout: '' });
    }
  },
);

test('What git cannot merge it names, and leaves to the user', async () => {
  const [here, there] = await twoClones();
  const files = (text: string) => ({ 'notes.txt': text, 'a.md': article(`title: ${text}\n`) });
  writeFiles(here.library, files('First'));
  await sync(here, there);
  writeFiles(here.library, files('Here'));
  await sync(here);
  await there.call('remove', 'a');
  writeFiles(there.library, { 'notes.txt': 'There' });
  const { code, stderr } = await there.shell(SYNC.replace('--no-edit', '--no-edit || exit'));
  expect(code).toBe(1);
  expect(stderr).toContain("newsprint: not merged: 'notes.txt'\n");
  const { stdout } = await there.shell('git status --porcelain --untracked-files=no');
  expect(stdout).toContain('A  a.md\n');
  expect(stdout).toContain('UU notes.txt');
});

test('Where git does not find the strategy it merges by its own, and that is said', async () => {
  const machine = machineIn(temporaryLibrary());
  await machine.shell('git init --quiet');
  const PATH = process.env['PATH'];
  const { stderr } = await run(['merge', '--install'], { env: { ...machine.env, PATH } });
  expect(stderr).toContain('newsprint: git-merge-newsprint is not on the PATH');
  const strategy = async () => (await machine.shell('git config pull.twohead')).stdout;
  expect(await strategy()).toBe('recursive\n');
  await machine.call('merge', '--install');
  expect(await strategy()).toBe('newsprint\n');
});

test('Two articles of one name are both kept, the same on every machine', async () => {
  const [here, there] = await twoClones();
  const texts = ['1', '2'].map((at) => article(`title: A\nurl: https://a.test/${at}\n`));
  writeFiles(here.library, { 'a.md': texts[0] ?? '' });
  writeFiles(there.library, { 'a.md': texts[1] ?? '' });
  await sync(here, there, there, here);
  expect(filesOf(here)).toEqual(filesOf(there));
  expect(Object.values(filesOf(here)).sort()).toEqual(texts);
});

test('A removed article and a new one like it are not taken for a renamed one', async () => {
  const [here, there] = await twoClones();
  const text = (title: string) => article(`title: ${title}\n`, 'The same.\n\n'.repeat(20));
  writeFiles(here.library, { 'a.md': text('A') });
  await sync(here, there);
  await there.call('remove', 'a');
  writeFiles(there.library, { 'b.md': text('B') });
  writeFiles(here.library, { 'a.md': text('A').replace('The same', 'Not the same') });
  await sync(there);
  await sync(here, there);
  for (const each of [here, there]) expect(filesOf(each)['b.md']).toBe(text('B'));
});

test('Feeds that two follow into one folder are both followed', async () => {
  const [here, there] = await twoClones();
  const opml = (...names: readonly string[]) =>
    `<opml version="2.0"><body>\n  <outline text="News">\n${names.map((name) => `    <outline type="rss" text="${name}" xmlUrl="https://${name}.test/"/>\n`).join('')}  </outline>\n</body></opml>\n`;
  writeFiles(here.library, { 'subscriptions.opml': opml('a') });
  await sync(here, there);
  writeFiles(here.library, { 'subscriptions.opml': opml('a', 'b') });
  writeFiles(there.library, { 'subscriptions.opml': opml('c') });
  await sync(here, there, here);
  for (const { library } of [here, there]) {
    expect(readFileSync(join(library, 'subscriptions.opml'), 'utf8')).toBe(opml('b', 'c'));
  }
});
