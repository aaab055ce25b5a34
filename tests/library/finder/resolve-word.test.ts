import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { findArticle, resolveWord } from '../../../src/library/finder/resolve-word.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { thrown } from '../../support/machine/thrown.ts';

const FILES = {
  '2021/2021-07-19-allies-blame-beijing.md': '',
  '2021/2021-07-20-allies-again.md': '',
  '2021-07-20.md': '',
  'café.md': '',
  'tour.md': '',
  'tour-two.md': '',
  '2021/2021-07-21-iran.md': '',
  '2021/2021-07-22-iran-talks.md': '',
};

function articleFinder(root: string) {
  const finder = scanFinder(openLibrary(root));
  return (what: string) => findArticle(what, finder);
}

async function refused(what: string, cwd: string): Promise<NewsprintError> {
  const find = articleFinder(cwd);
  const error: unknown = await resolveWord(what, async (id) => find(id), { cwd }).catch((e) => e);
  if (error instanceof NewsprintError) return error;
  throw new Error('nothing was thrown');
}

describe('WHAT', () => {
  test.each([
    ['-', { kind: 'stdin' }],
    ['https://example.org/a', { kind: 'url', url: 'https://example.org/a' }],
    ['HTTP://example.org', { kind: 'url', url: 'HTTP://example.org' }],
    ['tour.md', { kind: 'file', path: 'tour.md' }],
    ['./tour.md', { kind: 'file', path: 'tour.md' }],
    ['2021/', { kind: 'file', path: '2021' }],
    ['tour', { kind: 'article', head: { id: 'tour' } }],
    ['tour-', { kind: 'article', head: { id: 'tour-two' } }],
    ['2021-07-20', { kind: 'article', head: { id: '2021-07-20' } }],
    ['2021-07-19', { kind: 'article', head: { id: '2021-07-19-allies-blame-beijing' } }],
    ['allies-b', { kind: 'article', head: { id: '2021-07-19-allies-blame-beijing' } }],
    ['iran', { kind: 'article', head: { id: '2021-07-21-iran' } }],
    ['iran-', { kind: 'article', head: { id: '2021-07-22-iran-talks' } }],
    ['cafe\u0301', { kind: 'article', head: { id: 'café' } }],
  ])('%s', async (what, meaning) => {
    const cwd = temporaryLibrary(FILES);
    const find = articleFinder(cwd);
    const resolved = await resolveWord(what, async (id) => find(id), { cwd });
    const absolute = 'path' in meaning ? { ...meaning, path: join(cwd, meaning.path) } : meaning;
    expect(resolved).toMatchObject(absolute);
  });

  test('a file that does not exist is looked for among the IDs', async () => {
    const cwd = temporaryLibrary(FILES);
    const error = await refused('none/at/all.md', cwd);
    expect(error.message).toBe("no article 'none/at/all.md'");
  });

  test('a file whose name has no slash is no file, but is pointed out', async () => {
    const cwd = temporaryLibrary({ ...FILES, 'my page.html': '<p>' });
    expect(await refused('my page.html', cwd)).toMatchObject({
      message: "no article 'my page.html'",
      hint: "for the file of that name: newsprint show './my page.html'",
    });
    expect((await refused('my page.htm', cwd)).hint).not.toContain('file');
  });

  test('an address that is none is named', async () => {
    expect((await refused('http://', temporaryLibrary({}))).message).toBe("'http://' is no URL");
  });
});

describe('an article', () => {
  test('an ambiguous word names what it may mean', () => {
    const find = articleFinder(temporaryLibrary(FILES));
    const error = thrown(() => find('allies'));
    expect(error.code).toBe('ambiguous');
    expect(error.message).toBe("'allies' may be any of 2 articles");
    expect(error.hint).toBe('  2021-07-19-allies-blame-beijing\n  2021-07-20-allies-again');
  });

  test('no more than ten are named', () => {
    const files = Array.from({ length: 25 }, (_, index) => [
      `a${String(index).padStart(2, '0')}.md`,
      '',
    ]);
    const find = articleFinder(temporaryLibrary(Object.fromEntries(files)));
    const hint = thrown(() => find('a')).hint?.split('\n');
    expect(hint).toHaveLength(11);
    expect(hint?.at(-1)).toBe('  … and 15 more');
  });

  test('of more than a hundred no others are counted', () => {
    const files = Array.from({ length: 101 }, (_, at) => [`a${at}.md`, '']);
    const error = thrown(() => articleFinder(temporaryLibrary(Object.fromEntries(files)))('a'));
    expect(error.message).toBe("'a' may be any of 100 articles or more");
    expect(error.hint?.split('\n').slice(10)).toEqual(['  … and more']);
  });

  test('one beyond the newest thousand is meant by a word that begins as its ID does', () => {
    const ids = Array.from({ length: 1001 }, (_, at) => `2025-01-01-of-many-${at}`);
    const old = ['2001-01-01-allies-blame-beijing', ...ids];
    const files = Object.fromEntries(
      old.map((id) => [`${id}.md`, `---\npublished: ${id.slice(0, 10)}\n---\n`]),
    );
    const find = articleFinder(temporaryLibrary(files));
    for (const what of ['2001-01-01-alies-blame-beijing', '2002-01-01-allies-blame-bejing']) {
      expect(thrown(() => find(what)).hint).toBe(`did you mean ${old[0]}?`);
    }
  });

  test.each([
    ['tuor', 'did you mean tour?'],
    ['allies-blame-bejing', 'did you mean 2021-07-19-allies-blame-beijing?'],
    ['2021-07-19-allies-blame-bejing', 'did you mean 2021-07-19-allies-blame-beijing?'],
    ['nothing-like-it', 'newsprint list names the articles'],
    ['', 'newsprint list names the articles'],
  ])('an unknown word %j has the hint %s', (what, hint) => {
    const find = articleFinder(temporaryLibrary({ ...FILES, 'allies-blame-beijing-x.txt': '' }));
    const error = thrown(() => find(what));
    expect(error.code).toBe('not-found');
    expect(error.hint).toBe(hint);
  });

  test('what a message repeats is clean', () => {
    const find = articleFinder(temporaryLibrary(FILES));
    expect(thrown(() => find('\x1b]0;x\x07')).message).toBe("no article ']0;x'");
  });
});
