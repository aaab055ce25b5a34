import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { run, runShell } from '../support/machine/run.ts';
import { SAMPLE } from './sample.ts';

const exportHere = (library: string, ...args: readonly string[]) =>
  run(['export', '--library', library, ...args], { isHere: true });

/** Everything below a folder, by its path, also what is hidden. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

test('What the query chooses is written to a file, and said', async () => {
  const path = join(temporaryFolder(), 'news.epub');
  const { code, stdout, stderr } = await run([
    ...['export', '--library', temporaryLibrary(SAMPLE), 'source:post', '-o', path],
  ]);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: `newsprint: 1 article written to ${path}\n`,
  });
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});

test.each([
  ['html', /^<!doctype html>/],
  ['mbox', /^From /],
  ['atom', /^<\?xml/],
  ['jsonfeed', /^\{"version":"https:\/\/jsonfeed\.org/],
])('%s is printed where no file is named, and with -', async (format, start) => {
  const library = temporaryLibrary(SAMPLE);
  const { code, stdout, stderr } = await exportHere(library, '-f', format);
  expect(stdout).toMatch(start);
  expect([code, stderr]).toEqual([0, '']);
  expect((await exportHere(library, '-f', format, '-o', '-')).stdout).toBe(stdout);
});

test.each(['news.html', 'news.mbox', 'news.atom', 'news.json', 'NEWS.EPUB'])(
  'The name %s tells the format',
  async (name) => {
    const path = join(temporaryFolder(), name);
    expect(await exportHere(temporaryLibrary(SAMPLE), '-o', path)).toMatchObject({ code: 0 });
    expect(existsSync(path)).toBe(true);
  },
);

test('A folder of Markdown holds the files as they lay, with the tags of the journals', async () => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\nmore', 'latin1');
  const library = temporaryLibrary({ ...SAMPLE, '2021/images/quay.png': picture });
  await run(['mark', '--library', library, 'kisha', '--tag', 'mine'], { isHere: true });
  const folder = join(temporaryFolder(), 'notes');
  expect(await exportHere(library, '-f', 'markdown', '-o', folder)).toMatchObject({ code: 0 });
  expect(namesIn(folder).filter((name) => /\.\w+$/.test(name))).toEqual([
    ...['2021-07-20-kisha.md', '2021/2021-07-19-harbour-reopens.md', '2021/images/quay.png'],
    'plain.md',
  ]);
  const harbour = readFileSync(join(folder, '2021/2021-07-19-harbour-reopens.md'), 'utf8');
  expect(harbour).toContain('mood: calm\n');
  expect(harbour).toContain('![A mended quay](images/quay.png "The quay at dawn. Photo: AP")');
  expect(readFileSync(join(folder, '2021-07-20-kisha.md'), 'utf8')).toContain('tags:\n  - mine\n');
  // What journals say nothing of stays byte for byte.
  const lines = (text: string | Uint8Array) =>
    String(text)
      .split('\n')
      .filter((line) => !line.startsWith('added:'));
  expect(lines(harbour)).toEqual(lines(SAMPLE['2021/2021-07-19-harbour-reopens.md'] ?? ''));
  const again = join(temporaryFolder(), 'again');
  expect(await exportHere(folder, '-f', 'markdown', '-o', again)).toMatchObject({ code: 0 });
  expect(namesIn(again)).toEqual(namesIn(folder));
});

test.each([
  [['-f', 'epub'], 2, '--format epub needs a file: -o NAME.epub'],
  [['-f', 'markdown'], 2, '--format markdown needs a folder: -o FOLDER'],
  [['-f', 'maildir', '-o', '-'], 2, '--format maildir needs a folder: -o FOLDER'],
  [[], 2, 'export needs a format\n-f one of epub, html, markdown, mbox, maildir, atom, jsonfeed'],
  [['-o', 'x.pdf'], 2, 'export has no format .pdf\n-f one of epub,'],
  [['-f', 'pdf'], 2, "bad value 'pdf' for --format"],
  [['--json'], 2, 'export has no --json\nits formats are epub, html,'],
  [['-f', 'html', '-o', 'there'], 1, "'there' is a folder\nname a file in it: -o there/NAME"],
  [['-f', 'html', '-o', 'file'], 1, "'file' is there already\n--force writes over it"],
  [['-f', 'maildir', '-o', 'file'], 1, "'file' is no folder"],
  [['-f', 'maildir', '-o', 'there'], 1, "'there' is there already\n--force writes over it"],
  [['-f', 'html', '-o', 'none/x'], 1, "cannot write 'none/x': no such file or folder"],
] as const)('%j is refused, and nothing changes', async (args, code, message) => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'there/x'), { recursive: true });
  writeFileSync(join(cwd, 'file'), 'mine');
  const call = ['export', '--library', temporaryLibrary(SAMPLE), ...args];
  const said = await run(call, { isHere: true, cwd });
  expect(said.stderr).toContain(message);
  expect([said.code, said.stdout]).toEqual([code, '']);
  expect(namesIn(cwd)).toEqual(['file', 'there', 'there/x']);
  expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
});

test('--force writes over a file, also through a link, and beside what is in a folder', async () => {
  const [library, cwd] = [temporaryLibrary(SAMPLE), temporaryFolder()];
  writeFileSync(join(cwd, 'file'), 'mine');
  symlinkSync('file', join(cwd, 'link'));
  mkdirSync(join(cwd, 'notes'));
  for (const name of ['own.md', 'plain.md']) writeFileSync(join(cwd, 'notes', name), 'mine');
  const call = ['export', '--library', library, '--force'];
  for (const args of [
    ['-f', 'html', '-o', 'link'],
    ['-f', 'markdown', '-o', 'notes'],
  ]) {
    expect(await run([...call, ...args], { isHere: true, cwd })).toMatchObject({ code: 0 });
  }
  expect(readFileSync(join(cwd, 'file'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(readFileSync(join(cwd, 'notes/own.md'), 'utf8')).toBe('mine');
  expect(readFileSync(join(cwd, 'notes/plain.md'), 'utf8')).toContain('With four more words.');
  expect(namesIn(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('A letter that is there is written anew, under the name that mail programs gave it', async () => {
  const [library, cwd] = [temporaryLibrary({ 'own.md': '# Own\n' }), temporaryFolder()];
  const env = { ...process.env, HOME: temporaryFolder(), NEWSPRINT_LIBRARY: library };
  const call = ['export', '-f', 'maildir', '-o', 'mail', '--force'];
  const here = { env, cwd, isHere: true } as const;
  const letters = () => namesIn(join(cwd, 'mail')).filter((path) => path.includes('/'));
  await run(call, here);
  const [first = ''] = letters();
  const name = first.replace('new/', '');
  const colon = process.platform === 'win32' ? '!' : ':';
  await run(['mark', 'own', '--star'], here);
  await run(call, here);
  expect(letters()).toEqual([`cur/${name}${colon}2,F`]);
  renameSync(join(cwd, `mail/cur/${name}${colon}2,F`), join(cwd, `mail/cur/${name}${colon}2,FR`));
  await run(['mark', 'own', '--read'], here);
  await run(call, here);
  expect(letters()).toEqual([`cur/${name}${colon}2,FRS`]);
});

test('A folder that is there and empty is filled', async () => {
  const folder = temporaryFolder();
  expect(await exportHere(temporaryLibrary(SAMPLE), '-f', 'maildir', '-o', folder)).toMatchObject({
    code: 0,
  });
  expect(readdirSync(folder).sort()).toEqual(['cur', 'new', 'tmp']);
});

test('A pipe and a device get what is written as it comes', async () => {
  const library = temporaryLibrary(SAMPLE);
  const script = `newsprint export --library ${library} --quiet -f atom -o /dev/stdout | tail -n 1
    newsprint export --library ${library} --quiet -f epub -o /dev/null`;
  expect(await runShell(script)).toMatchObject({ code: 0, stdout: '</feed>\n', stderr: '' });
});

test('As beside a list a file that cannot be read is named, and the others are written', async () => {
  const library = temporaryLibrary(SAMPLE);
  await run(['list', '--library', library], { isHere: true });
  writeFileSync(join(library, 'plain.md'), Buffer.alloc(11 * 1024 * 1024, 'x'));
  const { code, stdout, stderr } = await exportHere(library, '-f', 'mbox');
  expect(stdout.match(/^From /gm)).toHaveLength(2);
  expect(stderr).toContain('plain.md: the file cannot be read: it is larger than 10 MiB');
  expect(code).toBe(0);
});

test.for([
  ['export', 'tag:none', 'no article fits the query\nnewsprint: '],
  ['digest', 'tag:none', 'no article fits the query\nnewsprint: '],
  ['export', '--limit=0', ''],
] as const)('%s %s leaves what is there, and says so', async ([verb, chosen, why]) => {
  const [library, cwd] = [temporaryLibrary(SAMPLE), temporaryFolder()];
  const paths = [
    'news.html',
    'news.epub',
    ...(verb === 'export' ? ['news.atom', 'news.mbox'] : []),
  ];
  for (const path of paths) {
    writeFileSync(join(cwd, path), 'mine');
    const call = [verb, '--library', library, chosen, '--force', '-o', path];
    const { code, stderr } = await run(call, { isHere: true, cwd });
    expect([code, stderr]).toEqual([0, `newsprint: ${why}nothing is written to ${path}\n`]);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('mine');
  }
});

test('A feed without articles is printed whole', async () => {
  const { code, stdout } = await exportHere(temporaryLibrary(SAMPLE), 'tag:none', '-f', 'atom');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/<\/author>\n<\/feed>\n$/)]);
});

test('--title, --limit and --sort are those of the call', async () => {
  const args = ['-f', 'jsonfeed', '--title', 'Mine', '--limit', '2', '--sort', 'title'];
  const { stdout } = await exportHere(temporaryLibrary(SAMPLE), ...args);
  const { title, items } = JSON.parse(stdout);
  expect(title).toBe('Mine');
  expect(items.map((item: { readonly title: string }) => item.title)).toEqual([
    ...['A plain note', 'Harbour reopens after the storm'],
  ]);
});

test('What is typed has no control characters in the headline of a feed', async () => {
  const { stdout } = await exportHere(temporaryLibrary(SAMPLE), '-f', 'atom', '\x1b[31mharbour');
  expect(stdout).toContain('\n<title>newsprint [31mharbour</title>\n');
});

test('A page holds its pictures itself', async () => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\nmore', 'latin1');
  const library = temporaryLibrary({ ...SAMPLE, '2021/images/quay.png': picture });
  const { stdout } = await exportHere(library, 'harbour', '-f', 'html');
  expect(stdout).toContain(`<img src="data:image/png;base64,${picture.toString('base64')}"`);
  expect(stdout).not.toMatch(/<img src="(?!data:)/);
});
