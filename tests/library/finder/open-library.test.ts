import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, NewsprintError } from '../../../src/core/errors.ts';
import { articleFromText } from '../../../src/library/articles/parse-article.ts';
import {
  isWritable,
  openLibrary,
  readArticle,
  readArticleText,
} from '../../../src/library/finder/open-library.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';

function paths(root: string): readonly string[] {
  return openLibrary(root)
    .articles.map(({ path }) => path)
    .sort();
}

function problems(root: string): readonly string[] {
  return openLibrary(root).problems.map((problem) => formatProblem(problem));
}

describe('which files are articles', () => {
  test('every .md at any depth, without names of a dot and the folder of pictures', () => {
    const root = temporaryLibrary({
      'a.md': '',
      '2021/b.md': '',
      '2021/07/19/c.md': '',
      'folder.md/d.md': '',
      'images/e.md': '',
      '.newsprint/trash/f.md': '',
      '.g.md': '',
      '2021/.h.md': '',
      'i.txt': '',
      'j.MD': '',
      'subscriptions.opml': '',
    });
    expect(paths(root)).toEqual(['2021/07/19/c.md', '2021/b.md', 'a.md', 'folder.md/d.md']);
    expect(problems(root)).toEqual([]);
  });

  test('links to files are followed, links to folders are not', () => {
    const elsewhere = temporaryLibrary({ 'a.md': '# Linked', 'b.md': '' });
    const root = temporaryLibrary({ 'own.md': '' });
    symlinkSync(join(elsewhere, 'a.md'), join(root, 'linked.md'));
    symlinkSync(elsewhere, join(root, 'folder'));
    symlinkSync(elsewhere, join(root, 'folder.md'));
    symlinkSync(root, join(root, 'circle'));
    expect(paths(root)).toEqual(['linked.md', 'own.md']);
    expect(problems(root)).toEqual([]);
  });

  test('of two files with one name the shallower, then the first by path, has the ID', () => {
    const root = temporaryLibrary({
      'b/deep/x.md': '# 3',
      'b/x.md': '# 2',
      'a/x.md': '# 1',
      'c/y.md': '# 5',
      'y.md': '# 4',
    });
    expect(paths(root)).toEqual(['a/x.md', 'y.md']);
    expect(problems(root)).toEqual([
      "b/deep/x.md: the ID 'x' is taken by a/x.md",
      "b/x.md: the ID 'x' is taken by a/x.md",
      "c/y.md: the ID 'y' is taken by y.md",
    ]);
  });

  test('IDs are in NFC, whatever the disk has', () => {
    const root = temporaryLibrary({
      'cafe\u0301.md': '# Decomposed',
      'a/caf\u00e9.md': '# Composed',
    });
    const library = openLibrary(root);
    expect(library.articles.map(({ id }) => id)).toEqual(['caf\u00e9']);
    expect(library.problems).toHaveLength(1);
    const [head] = library.articles;
    expect(head && readArticle(library, head).markdown).toBe('# Decomposed');
  });

  test('names that differ only in case are both read, and named', () => {
    const root = temporaryLibrary({ 'News.md': '', 'a/news.md': '' });
    expect(paths(root)).toEqual(['News.md', 'a/news.md']);
    expect(problems(root)).toEqual(['a/news.md: the name differs from News.md only in case']);
  });

  test('names with controls or bytes that are no UTF-8 are problems, not IDs', () => {
    const root = temporaryLibrary({ 'good.md': '' });
    const names = ['\x1b]0;x\x07.md', 'bidi\u202e.md', 'line\nbreak.md', 'sep\u2028.md'];
    for (const name of names) writeFileSync(join(root, name), '');
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/bytes-`), Buffer.from([0xff, 0x9b]), Buffer.from('.md')]),
      '',
    );
    mkdirSync(join(root, 'bad\x1b'));
    writeFileSync(join(root, 'bad\x1b', 'inside.md'), '');
    expect(paths(root)).toEqual(['good.md']);
    expect(problems(root)).toEqual([
      '\\u001b]0;x\\u0007.md: the name holds control characters',
      'bad\\u001b: the name holds control characters',
      'bidi\\u202e.md: the name holds control characters',
      'bytes-\ufffd\ufffd.md: the name is not valid UTF-8',
      'line\\u000abreak.md: the name holds control characters',
      'sep\\u2028.md: the name holds control characters',
    ]);
  });
});

describe('one broken file hides no other', () => {
  test('pipes, dead links and files beyond 10 MiB are named', () => {
    const root = temporaryLibrary({ 'good.md': '# Good', 'huge.md': '# Huge\n' });
    truncateSync(join(root, 'huge.md'), 10 * 1024 * 1024 + 1);
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    symlinkSync('/nowhere', join(root, 'dead.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    symlinkSync('/dev/zero', join(root, 'zero.md'));
    expect(paths(root)).toEqual(['good.md']);
    expect(problems(root)).toEqual([
      'dead.md: the link leads nowhere: no such file or folder',
      'huge.md: the file cannot be read: it is larger than 10 MiB',
      'loop.md: the link leads nowhere: its links lead in a circle',
      'pipe.md: it is no ordinary file',
      'zero.md: it is no ordinary file',
    ]);
  });

  // Root reads what is forbidden; the memory of a process cannot be read from its start by anyone.
  test.skipIf(process.platform !== 'linux')('a file the system will not read is named', () => {
    const root = temporaryLibrary({ 'good.md': '# Good' });
    symlinkSync('/proc/self/mem', join(root, 'forbidden.md'));
    expect(paths(root)).toEqual(['good.md']);
    expect(problems(root)).toEqual(['forbidden.md: the file cannot be read: the disk fails']);
  });

  test('bad front matter keeps the file, under what headline can be had', () => {
    const root = temporaryLibrary({
      'a.md': '---\ntitle: A\npublished: 2021-13-45\n---\n',
      'b.md': '---\ntitle: "B\n---\n# The heading\n',
      'c.md': '---\ntitle: C\nand no end',
    });
    const library = openLibrary(root);
    const titles = library.articles.map(({ id, title }) => [id, title]).sort();
    expect(titles).toEqual([
      ['a', 'A'],
      ['b', 'The heading'],
      ['c', 'c'],
    ]);
    const [a, b, c] = problems(root);
    expect(a).toBe(`a.md:3:12: bad date '2021-13-45' in "published"`);
    expect(b).toMatch(/^b\.md:\d+:\d+: front matter is not YAML: /);
    expect(c).toBe('c.md:1:1: front matter is not closed by a line of ---');
  });

  test('any bytes make an article without controls', () => {
    const root = temporaryFolder();
    const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
    const head = Buffer.from('---\ntitle: ');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .uint8Array({ maxLength: 60 })
        .map((part) => Buffer.concat([head, part, Buffer.from('\n---\n'), part])),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        writeFileSync(join(root, 'x.md'), content);
        const library = openLibrary(root);
        expect(library.articles).toHaveLength(1);
        for (const article of library.articles) {
          const strings: string[] = problems(root).slice();
          JSON.stringify(readArticle(library, article), (key, value: unknown) => {
            strings.push(key);
            if (typeof value === 'string') strings.push(value);
            return value;
          });
          for (const text of strings) expect(text).not.toMatch(forbidden);
          expect(article.title).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('headlines', () => {
  test.each([
    ['the front matter’s', '---\ntitle: Front\n---\n# Heading', 'Front'],
    ['else the first heading', '---\ndeck: x\n---\nText\n\n## Heading\n# Second', 'Heading'],
    ['else the file’s name', 'Text', 'x'],
    ['the name where all else is empty', '---\ntitle: ""\n---\n#\n', 'x'],
  ])('%s', (_, content, title) => {
    const root = temporaryLibrary({ 'x.md': content });
    expect(openLibrary(root).articles[0]?.title).toBe(title);
  });

  test('heads and headings longer than what is read at first are found', () => {
    const long = 'word '.repeat(5000);
    const root = temporaryLibrary({
      'a.md': `---\ndeck: ${long}\ntitle: After the deck\n---\n`,
      'b.md': `${long}\n\n# After the text\n`,
      'c.md': `${'é'.repeat(9000)}`,
      'd.md': `---\ntitle: D\n---\n${'é'.repeat(9000)}\n# No\n`,
    });
    const titles = openLibrary(root).articles.map(({ title }) => title);
    expect(titles.sort()).toEqual(['After the deck', 'After the text', 'D', 'c']);
  });
});

describe('an open library', () => {
  test('stands in the default order', () => {
    const root = temporaryLibrary({
      'a.md': '---\npublished: 2020-01-01\n---',
      'b.md': '---\nadded: 2022-01-01T00:00:00Z\n---',
      'c.md': '',
      'd.md': '---\npublished: 2020-01-01\nadded: 2023-01-01T00:00:00Z\n---',
    });
    expect(openLibrary(root).articles.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
  });

  test('an empty one holds nothing', () => {
    const root = temporaryFolder();
    expect(openLibrary(root)).toMatchObject({ articles: [], problems: [] });
    expect(isWritable(root)).toBe(true);
  });

  // Root may write wherever a mode forbids it, but nobody makes files where the kernel lists its own.
  test.skipIf(!existsSync('/proc/sys/fs'))('one that cannot be written opens all the same', () => {
    expect(openLibrary('/proc/sys/fs').articles).toEqual([]);
    expect(isWritable('/proc/sys/fs')).toBe(false);
  });

  test('one that is not there or is a file is refused', () => {
    const root = temporaryLibrary({ 'a.md': '' });
    expect(() => openLibrary(join(root, 'none'))).toThrow(NewsprintError);
    expect(() => openLibrary(join(root, 'a.md'))).toThrow(/it is a file/);
  });

  test('reads bodies without the head, and whole files without controls', () => {
    const root = temporaryLibrary({
      'a.md': '\ufeff---\r\ntitle: A\r\n---\r\n\r\n\x1b[31mBody\r\n',
    });
    const library = openLibrary(root);
    const [head] = library.articles;
    if (head === undefined) throw new Error('no article');
    expect(readArticle(library, head)).toEqual({ ...head, markdown: '[31mBody\n' });
    expect(readArticleText(library, head)).toBe('---\ntitle: A\n---\n\n[31mBody\n');
    rmSync(join(root, 'a.md'));
    expect(() => readArticle(library, head)).toThrow("cannot read 'a.md': no such file or folder");
  });
});

describe('articleFromText', () => {
  test('a file outside has its name as ID', () => {
    const { article, problems: named } = articleFromText(
      '---\nurl: x\n---\nBody',
      '/tmp/cafe\u0301\x1b.md',
    );
    expect(article).toMatchObject({
      id: 'café',
      path: '/tmp/cafe\u0301.md',
      title: 'café',
      markdown: 'Body',
    });
    expect(named.map((problem) => formatProblem(problem))).toEqual([
      `/tmp/cafe\u0301.md:2:6: bad URL 'x' in "url"`,
    ]);
  });

  test('standard input has a headline too', () => {
    expect(articleFromText('Body', '-').article).toMatchObject({
      id: '-',
      title: 'Standard input',
    });
    expect(articleFromText('# Heading', '-').article.title).toBe('Heading');
  });
});
