// What a sync's conflicts left: `check` names it, `check --mend` brings it together.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { device, markdownFiles } from '../support/web/adding.ts';

const article = (head: string, body = 'One.\n\nTwo.\n') => `---\n${head}---\n\n${body}`;
const opml = (...names: readonly string[]) =>
  `<opml version="2.0"><body>\n${names.map((name) => `  <outline type="rss" text="${name}" xmlUrl="https://${name}.test/"/>\n`).join('')}</body></opml>\n`;

/** A library with one of everything that conflicts leave. */
function conflicted() {
  return device(
    temporaryLibrary({
      '2021/a.md': article('title: A\ntags:\n  - x\n'),
      '2021/a.sync-conflict-20261127-101112-ABCDEFG.md': article(
        'title: A\ntags:\n  - z\n',
        'One.\n\nTwo, longer.\n',
      ),
      '2021/a (conflicted copy 2026-11-27 101112).md': article('title: A\nlang: en\n'),
      '2021/marked.md': article(
        'title: M\n<<<<<<< HEAD\nplace: P\n=======\nlang: en\n>>>>>>> 1a2b\n',
      ),
      '2021/07/2021-07-19-b.md': article('title: B\n'),
      '2021/2021-07-19-b.md': article('title: B\n'),
      'subscriptions.opml': opml('a'),
      'subscriptions.sync-conflict-20261127-101112-ABCDEFG.opml': opml('b'),
    }),
  );
}

test('check names each copy and each file with marks, and list has every article once', async () => {
  const { call, callHere } = conflicted();
  const { code, stdout } = await call(['check']);
  expect(code).toBe(1);
  const together = 'that a conflict left; newsprint check --mend brings them together';
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      `2021/a (conflicted copy 2026-11-27 101112).md: a copy of 2021/a.md ${together}`,
      `2021/a.sync-conflict-20261127-101112-ABCDEFG.md: a copy of 2021/a.md ${together}`,
      '2021/marked.md: the marks of a conflict were kept: newsprint check --mend takes them out',
      `subscriptions.sync-conflict-20261127-101112-ABCDEFG.opml: a copy of subscriptions.opml ${together}`,
    ]),
  );
  expect((await callHere(['list', '-f', 'ids'])).stdout.trim().split('\n').sort()).toEqual([
    '2021-07-19-b',
    'a',
    'marked',
  ]);
  expect((await callHere(['search', 'one', '-f', 'ids'])).stdout.trim().split('\n')).toHaveLength(
    3,
  );
});

test('check --mend leaves one file of each, and the old texts in the trash', async () => {
  const { callHere, root, read } = conflicted();
  const { code, stdout, stderr } = await callHere(['check', '--mend']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('3 files mended, 4 copies in the trash: newsprint undo takes it back');
  expect(markdownFiles(root)).toEqual(['2021/2021-07-19-b.md', '2021/a.md', '2021/marked.md']);
  expect(read('2021/a.md')).toBe(
    article('title: A\ntags:\n  - z\n  - x\nlang: en\n', 'One.\n\nTwo, longer.\n'),
  );
  expect(read('2021/marked.md')).toBe(article('title: M\nplace: P\nlang: en\n'));
  expect(read('subscriptions.opml')).toBe(opml('b', 'a'));
  expect(readdirSync(root).filter((name) => name.endsWith('.opml'))).toEqual([
    'subscriptions.opml',
  ]);
  const [op = ''] = readdirSync(join(root, '.newsprint/trash'));
  const trash = readdirSync(join(root, '.newsprint/trash', op), { recursive: true }).map(String);
  expect(trash.filter((path) => /\.(?:md|opml)$/.test(path))).toHaveLength(7);
  expect((await callHere(['trash'])).stdout.trimEnd().split('\n')).toHaveLength(3);
  const again = await callHere(['check', '--mend']);
  expect(again).toMatchObject({ code: 0, stdout: '' });
  expect(again.stderr).not.toContain('mended');
});

test('All of it is one step to undo', async () => {
  const { callHere, root } = conflicted();
  const files = () =>
    [...markdownFiles(root), ...readdirSync(root).filter((name) => name.endsWith('.opml'))].map(
      (path) => [path, readFileSync(join(root, path), 'utf8')],
    );
  const before = files();
  await callHere(['check', '--mend']);
  expect((await callHere(['undo'])).code).toBe(0);
  // The very same file in the other folder of its time has its name: it stays in the trash.
  expect(files()).toEqual(before.filter(([path]) => path !== '2021/07/2021-07-19-b.md'));
  expect(await callHere(['undo'])).toMatchObject({ code: 1 });
});

test('A copy that undo brought back is a problem again', async () => {
  const root = temporaryLibrary({ '2026/a.md': article('title: A\nlang: en\n') });
  const { call } = device(root);
  const problems = async () => (await call(['check'])).stdout;
  expect(await problems()).toBe('');
  const copy = join(root, '2026/a.sync-conflict-20261127-101112-ABCDEFG.md');
  writeFileSync(copy, article('title: A\n'));
  const before = await problems();
  expect(before).toContain('sync-conflict');
  expect((await call(['check', '--mend'])).stderr).toContain('0 files mended, 1 copy');
  await call(['undo']);
  expect(await problems()).toBe(before);
});

test('A copy that comes again after it was brought together is hidden, and no problem', async () => {
  const { callHere, root } = conflicted();
  const copy = join(root, '2021/a.sync-conflict-20261127-101112-ABCDEFG.md');
  const text = readFileSync(copy);
  await callHere(['check', '--mend']);
  expect(existsSync(copy)).toBe(false);
  writeFileSync(copy, text);
  expect(await callHere(['check'])).toMatchObject({ code: 0, stdout: '' });
  expect((await callHere(['list', '-f', 'ids'])).stdout.trim().split('\n')).toHaveLength(3);
});

test('A copy that cannot be read stays where it is, and is named', async () => {
  const [large, folder] = ['subscriptions (1).opml', 'subscriptions (2).opml'];
  const { callHere, root, read } = device(
    temporaryLibrary({
      'subscriptions.opml': opml('a'),
      [large]: opml('b').padEnd(10 * 1024 ** 2 + 1),
      [`${folder}/own.txt`]: 'What is in it.\n',
      'subscriptions (3).opml': opml('c'),
    }),
  );
  const named = [
    `${large}: the file cannot be read: it is larger than 10 MiB`,
    `${folder}: the file cannot be read: it is a folder`,
  ];
  const { stderr } = await callHere(['check', '--mend']);
  expect(stderr).toContain('1 file mended, 1 copy in the trash');
  expect(readdirSync(root).filter((name) => name.includes('('))).toEqual([large, folder]);
  expect(read('subscriptions.opml')).toBe(opml('c', 'a'));
  const { code, stdout } = await callHere(['check', '--mend']);
  expect({ code, lines: stdout.trimEnd().split('\n').sort() }).toEqual({ code: 1, lines: named });
});

test('A file that is a link is one still after undo, with what it had', async () => {
  const elsewhere = temporaryLibrary({ 'mine.opml': opml('a'), 'a.md': article('title: A\n') });
  const { callHere, root, read } = device(
    temporaryLibrary({
      'subscriptions (conflicted copy 2026-01-01 101010).opml': opml('b'),
      '2021/a (conflicted copy 2026-01-01 101010).md': article('title: A\nlang: en\n'),
    }),
  );
  const links = { 'subscriptions.opml': 'mine.opml', '2021/a.md': 'a.md' };
  for (const [path, to] of Object.entries(links))
    symlinkSync(join(elsewhere, to), join(root, path));
  await callHere(['check', '--mend']);
  expect(readFileSync(join(elsewhere, 'mine.opml'), 'utf8')).toBe(opml('b', 'a'));
  expect(read('2021/a.md')).toContain('lang: en\n');
  expect(await callHere(['undo'])).toMatchObject({ code: 0 });
  for (const [path, to] of Object.entries(links)) {
    expect(readlinkSync(join(root, path))).toBe(join(elsewhere, to));
  }
  expect([read('subscriptions.opml'), read('2021/a.md')]).toEqual([
    opml('a'),
    article('title: A\n'),
  ]);
  expect(readdirSync(root)).toContain('subscriptions (conflicted copy 2026-01-01 101010).opml');
});

test('Subscriptions that are a link to what is not there yet are so again after undo', async () => {
  const elsewhere = temporaryLibrary();
  const { callHere, root, read } = device(
    temporaryLibrary({ 'subscriptions (1).opml': opml('b') }),
  );
  symlinkSync(join(elsewhere, 'mine.opml'), join(root, 'subscriptions.opml'));
  await callHere(['check', '--mend']);
  expect(read('subscriptions.opml')).toBe(opml('b'));
  await callHere(['undo']);
  expect(readlinkSync(join(root, 'subscriptions.opml'))).toBe(join(elsewhere, 'mine.opml'));
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('Undo brings a copy back also where the link of the subscriptions leads nowhere by then', async () => {
  const elsewhere = temporaryLibrary({ 'mine.opml': opml('a') });
  const { callHere, root, read } = device(
    temporaryLibrary({ 'subscriptions (1).opml': opml('b') }),
  );
  symlinkSync(join(elsewhere, 'mine.opml'), join(root, 'subscriptions.opml'));
  await callHere(['check', '--mend']);
  rmSync(join(elsewhere, 'mine.opml'));
  expect(await callHere(['undo'])).toMatchObject({ code: 0 });
  expect(read('subscriptions (1).opml')).toBe(opml('b'));
});

test('Two machines that bring the same together come to the same files', async () => {
  const [here, there] = [conflicted(), conflicted()];
  for (const each of [here, there]) await each.callHere(['check', '--mend']);
  for (const path of [...here.files(), 'subscriptions.opml']) {
    expect(there.read(path)).toBe(here.read(path));
  }
});

test('Copies of an article whose file has gone come to one of its name, with their marks', async () => {
  const names = [
    'x.sync-conflict-20261127-101112-ABCDEFG',
    'x (conflicted copy 2026-11-27 101112)',
  ];
  const [one = '', two = ''] = names.map((name) => `2021/${name}.md`);
  const files = { [one]: article('title: X\nlang: en\n'), [two]: article('title: X\nplace: P\n') };
  const { callHere, root, read } = device(temporaryLibrary(files));
  const { stdout: id } = await callHere(['list', '-f', 'ids']);
  expect(id.trimEnd().split('\n')).toHaveLength(1);
  await callHere(['mark', id.trimEnd(), '--star', '--tag', 'mine']);
  expect(await callHere(['check', '--mend'])).toMatchObject({ code: 0, stdout: '' });
  expect(markdownFiles(root)).toEqual(['2021/x.md']);
  for (const key of ['lang: en', 'place: P']) expect(read('2021/x.md')).toContain(`${key}\n`);
  expect((await callHere(['list', '-f', 'ids', 'is:starred', 'tag:mine'])).stdout).toBe('x\n');
  await callHere(['undo']);
  expect(markdownFiles(root)).toEqual([two, one]);
});

test('Marks that an article is about stay, and are no problem', async () => {
  const marks = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> 1a2b\n';
  const { callHere, read } = device(
    temporaryLibrary({
      'git.md': article('title: G\n', `<pre>\n${marks}</pre>\n\n  \`\`\`\n${marks}  \`\`\`\n`),
      'open.md': article('title: O\n', `\`\`\`\n${marks}`),
      'both.md': article(`title: B\n${marks.replace('a', 'lang: en')}`, `\`\`\`\n${marks}\`\`\`\n`),
    }),
  );
  const before = ['git.md', 'open.md'].map(read);
  expect(await callHere(['check', '--mend'])).toMatchObject({ code: 0, stdout: '' });
  expect(['git.md', 'open.md'].map(read)).toEqual(before);
  expect(read('both.md')).toBe(article('title: B\nlang: en\n', `\`\`\`\n${marks}\`\`\`\n`));
});

test('A journal in which marks were kept has its lines again', async () => {
  const { callHere, root } = device(temporaryLibrary({ 'a.md': 'Text.\n', 'b.md': 'Text.\n' }));
  const line = (id: string) =>
    `{"v":1,"t":"2026-01-01T00:00:00.000Z","op":"o${id}","id":"${id}","set":{"read":true},"was":{}}\n`;
  mkdirSync(join(root, '.newsprint/state'), { recursive: true });
  const path = join(root, '.newsprint/state/other.jsonl');
  writeFileSync(path, `<<<<<<< HEAD\n${line('a')}=======\n${line('b')}>>>>>>> 1a2b\n`);
  expect((await callHere(['check'])).code).toBe(1);
  expect(await callHere(['check', '--mend'])).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe(line('a') + line('b'));
  expect((await callHere(['list', '-f', 'ids', 'is:read'])).stdout).toBe('a\nb\n');
});
