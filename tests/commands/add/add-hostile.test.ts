import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFromText } from '../../../src/library/articles/parse-article.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { device, page } from '../../support/web/adding.ts';

test.each([
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'a feed'],
  [
    'bytes that are no text',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
    'not an article',
  ],
  ['nothing', '', 'is empty'],
  ['only zeros', Buffer.alloc(5000), 'not an article'],
])('Of %s nothing is kept', async (_, input, message) => {
  const { callHere, files } = device();
  const { code, stdout, stderr } = await callHere(['add', '-'], input);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n')[0]).toContain(message);
  expect(files()).toEqual([]);
});

test.each(['../../x', '/etc/passwd', '..', 'con', 'a\u0000b\u001b[31m', 'x'.repeat(5000)])(
  'The headline %j leads nowhere',
  async (title) => {
    const { callHere, files, root, read } = device();
    const input = `<html><body><article><h1>${title}</h1>${page('').split('</h1>')[1]}`;
    const { code } = await callHere(['add', '-', '--title', title.replaceAll('\u0000', '')], input);
    expect(code).toBe(0);
    const [path = ''] = files();
    expect(path).toMatch(/^\d{4}\/\d{4}-\d\d-\d\d-[a-z0-9-]+\.md$/);
    expect(path.length).toBeLessThanOrEqual('2021/.md'.length + 80);
    expect(read(path)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(readdirSync(root).sort()).toEqual(['.newsprint', path.slice(0, 4)]);
  },
);

test('A folder of the year that leads out of the library is not followed', async () => {
  const outside = temporaryFolder();
  const root = temporaryLibrary({});
  const { callHere } = device(root);
  symlinkSync(outside, join(root, '2020'));
  const { code, stderr } = await callHere(
    ['add', '-'],
    '---\ntitle: T\npublished: 2020-01-01\n---\nB.\n',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('is a link');
  expect(readdirSync(outside)).toEqual([]);
});

/** A page around a headline and whatever stands in its body. */
function around(title: string, body: string): string {
  return page(title).replace('</article>', `${body}</article>`);
}

const CLEAN: Readonly<Record<string, readonly [content: string | Buffer, title: string]>> = {
  'nested.html': [around('Nested tags', `${'<div>'.repeat(10_000)}deep`), 'Nested tags'],
  'nested.md': [`# Nested quotes\n\n${'>'.repeat(10_000)} deep\n`, 'Nested quotes'],
  'utf-16.html': [Buffer.from(`\ufeff${around('Grüße', '')}`, 'utf16le'), 'Grüße'],
  'no-mark.html': [Buffer.from(around('Ohne Marke', ''), 'utf16le').swap16(), 'Ohne Marke'],
  'nul.html': [around('No\0thing', '<p>a\0b</p>'), 'Nothing'],
  'bidi.html': [around('A \u202egnp.exe', '<p>\u202eevil\u2066 words</p>'), 'A gnp.exe'],
  'entities.html': [around('E &#27;[31m&#x9b;2J', '<p>&#27;[2J&#7;&#x202e;</p>'), 'E [31m›2J'],
  'dots.html': [around('../../x', ''), '../../x'],
  'proto.md': ['---\ntitle: Keys\n__proto__: {a: 1}\nconstructor: x\n---\n\nBody.\n', 'Keys'],
  'proto.html': [
    around('Data', '').replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"Not it"}}</script></head>',
    ),
    'Data',
  ],
  'links.html': [
    around(
      'Links',
      '<p><a href="javascript:alert(1)">a</a> <a href="file:///etc/passwd">b</a> <a href=" java&#10;script:x">c</a> words</p><img src="file:///etc/passwd" alt="d">',
    ),
    'Links',
  ],
};

test('Of hostile sources clean articles are kept, all in one place', async () => {
  const { call, folder, read, root, files } = device();
  const names = Object.keys(CLEAN);
  for (const name of names) writeFileSync(join(folder, name), CLEAN[name]?.[0] ?? '');
  const { code, stdout, stderr } = await call(['add', ...names]);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `newsprint: ${names.length} articles added\n`,
  });
  expect(stdout.trim().split('\n')).toHaveLength(names.length);
  const texts = files().map(read);
  const titles = texts.map((text) => articleFromText(text, '-').article.title);
  expect(titles.sort()).toEqual(
    Object.values(CLEAN)
      .map(([, title]) => title)
      .sort(),
  );
  for (const text of texts) {
    expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    expect(text).not.toMatch(/javascript:|file:\/\/|Not it/);
  }
  expect(readdirSync(root).every((name) => /^(?:\.newsprint|\d{4})$/.test(name))).toBe(true);
});

test('Sources that are none are each named, with the reason', async () => {
  const { call, folder } = device();
  symlinkSync('b', join(folder, 'a'));
  symlinkSync('a', join(folder, 'b'));
  mkdirSync(join(folder, 'c'));
  writeFileSync(join(folder, 'd.html'), `<html><body>${'<p>x'.repeat(300_000)}`);
  writeFileSync(join(folder, 'e.txt'), '\n'.repeat(9_000_000));
  symlinkSync('/dev/zero', join(folder, 'f.txt'));
  const { code, stderr } = await call(['add', 'a', 'c', 'd.html', 'e.txt', 'f.txt', 'g']);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    "newsprint: cannot read 'a': its links lead in a circle",
    "newsprint: cannot read 'c': it is a folder",
    expect.stringMatching(/^newsprint: d\.html: not an article: a page of more than \d+ /),
    'newsprint: e.txt: there is no article in it',
    'newsprint: f.txt: larger than 10 MiB',
    "newsprint: cannot read 'g': no such file or folder",
    'newsprint: nothing added',
  ]);
});

test('An article of which no file could be read again is refused, and nothing is kept of it', async () => {
  const { call, folder, root } = device();
  // Its front matter makes it larger than the file that it comes from.
  const text = '# A long text\n\n'.padEnd(10 * 1024 * 1024 - 1, 'word after word. ');
  writeFileSync(join(folder, 'long.md'), text);
  const { code, stderr } = await call(['add', 'long.md']);
  expect({ code, lines: stderr.trim().split('\n') }).toEqual({
    code: 1,
    lines: [
      "newsprint: 'A long text' cannot be kept: it is larger than 10 MiB",
      'newsprint: nothing added',
    ],
  });
  expect(readdirSync(root)).toEqual([]);
});
