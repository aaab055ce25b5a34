// Copies that a sync's conflict leaves: which names they have, and which articles they are.

import { describe, expect, test } from 'vitest';
import { copiedName, rootName } from '../../../src/library/articles/conflict-copies.ts';
import { ALL_ARTICLES } from '../../../src/library/finder/finder.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { removeArticles } from '../../../src/library/store/remove-articles.ts';
import { removing } from '../../support/library/removing.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

test.for([
  ['Syncthing', 'x.sync-conflict-20261127-101112-ABCDEFG', true],
  ['older Syncthing', 'x.sync-conflict-20261127-101112', true],
  ['Nextcloud', 'x (conflicted copy 2026-11-27 101112)', true],
  ['Nextcloud with a name', 'x (conflicted copy Ada 2026-11-27 101112)', true],
  ['ownCloud', 'x_conflict-20261127-101112', true],
  ['Dropbox', "x (Ada's conflicted copy 2026-11-27)", true],
  ['Dropbox with a curly apostrophe', 'x (Ada Example’s conflicted copy 2026-11-27 (1))', true],
  ['Dropbox with a machine', 'x (ADA-PC conflicted copy 2026-11-27)', true],
  ['Seafile', 'x (SFConflict ada@example.org 2026-11-27-10-11-12)', true],
  ['many', 'x (1)', false],
] as const)('%s calls a copy so', ([, name, isSure]) => {
  expect(copiedName(name)).toEqual({ id: 'x', isSure });
});

test.for([['x'], ['x (2021)'], ['x (part one)'], ['The conflict of 2021'], ['x-1'], ['(1)']])(
  'No copier calls a copy %j',
  ([name]) => {
    expect(copiedName(name ?? '')).toBeNull();
  },
);

test('A copy of a copy leads to the first', () => {
  expect(rootName('x (1).sync-conflict-20261127-101112-ABCDEFG')).toBe('x');
});

const article = (head: string, body = 'Text.') => `---\n${head}---\n\n${body}\n`;
const SURE = 'a.sync-conflict-20261127-101112-ABCDEFG';

/** IDs and problems of a library, the same with an index and without one. */
async function seen(files: Readonly<Record<string, string>>) {
  const root = temporaryLibrary(files);
  const host = newMachine();
  const read = async (isIndexed: boolean) => {
    const finder = isIndexed ? await openFinder(root, host) : scanFinder(openLibrary(root, host));
    const { articles } = finder.totals();
    const ids = [...finder.ids(...ALL_ARTICLES)].sort();
    const { problems } = finder;
    const texts = ids.map((id) => finder.keyOf(id) !== null);
    const copy = finder.keyOf(SURE);
    finder.close();
    expect(texts).not.toContain(false);
    expect(articles).toBe(ids.length);
    return { ids, problems: problems.map(({ path }) => path), copy };
  };
  const plain = await read(false);
  const indexed = await read(true);
  expect({ ...indexed, copy: null }).toEqual({ ...plain, copy: null });
  return { root, host, ids: plain.ids, problems: plain.problems };
}

test.for([
  ['one by itself', [SURE], [SURE], 1],
  [
    'two',
    [SURE, 'a (conflicted copy 2026-11-27 101112)'],
    ['a (conflicted copy 2026-11-27 101112)'],
    2,
  ],
  ['two of a name that people give', ['a (1)', 'a (2)'], ['a (1)'], 1],
  ['one of a name that people give', ['a (1)'], ['a (1)'], 0],
] as const)(
  'Of an article whose file has gone there is one: %s',
  async ([, names, ids, problems]) => {
    const texts = names.map((name) => [`2021/${name}.md`, article('url: https://a.test/1\n')]);
    const found = await seen(Object.fromEntries(texts));
    expect(found.ids).toEqual(ids);
    expect(found.problems).toHaveLength(problems);
    const library = openLibrary(found.root, found.host);
    const removed = removeArticles(removing(library), library.articles, new Date());
    expect(removed).toMatchObject({ changed: 1 });
    expect(openLibrary(found.root)).toMatchObject({ articles: [], copies: [] });
  },
);

test('A copy is one of the article whose name it has before its own', async () => {
  const files = ['a', 'a (1)', 'a (1).sync-conflict-20261127-101112'].map(
    (name, at) => [`${name}.md`, article(`title: A\n`, `Text ${at}.`)] as const,
  );
  const { root } = await seen(Object.fromEntries(files));
  expect(openLibrary(root).copies).toMatchObject([{ of: 'a (1).md' }]);
});

describe('One article with the original is a copy', () => {
  test.for([
    [
      'with its guid',
      'a (1)',
      'guid: 1\nfeed: https://a.test/f\n',
      'guid: 1\nfeed: https://a.test/f\n',
    ],
    ['with its address', 'a (1)', 'url: https://a.test/1\n', 'url: https://a.test/1\n'],
    ['with its text', 'a (1)', 'title: A\n', 'title: B\n'],
    ['of a sure name', SURE, 'title: A\n', 'title: B\n'],
  ] as const)('%s', async ([, name, first, second]) => {
    const body = name === SURE ? 'Other text.' : 'Text.';
    const files = { 'a.md': article(first), [`${name}.md`]: article(second, body) };
    const { ids, problems } = await seen(files);
    expect(ids).toEqual(['a']);
    expect(problems).toEqual([`${name}.md`]);
  });

  test.for([
    ['with another text', 'a (1)', 'title: A\n', 'title: A\n'],
    [
      'of a sure name with another address',
      SURE,
      'url: https://a.test/1\n',
      'url: https://a.test/2\n',
    ],
  ] as const)('but none %s', async ([, name, first, second]) => {
    const files = { 'a.md': article(first), [`${name}.md`]: article(second, 'Other text.') };
    const { ids, problems } = await seen(files);
    expect(ids).toEqual(['a', name].sort());
    expect(problems).toEqual([]);
  });

  test('of a file that is not there any more is an article of its own', async () => {
    expect((await seen({ [`${SURE}.md`]: article('title: A\n') })).ids).toEqual([SURE]);
  });

  test('in the other folder of its time; of the very same there is nothing to say', async () => {
    const name = '2021-07-19-a.md';
    const text = article('title: A\nguid: 1\nfeed: https://a.test/f\n');
    const same = await seen({ [`2021/${name}`]: text, [`2021/07/${name}`]: text });
    expect(same).toMatchObject({ ids: ['2021-07-19-a'], problems: [] });
    const other = await seen({ [`2021/${name}`]: text, [`2021/07/${name}`]: `${text}\nMore.\n` });
    expect(other).toMatchObject({ ids: ['2021-07-19-a'], problems: [`2021/07/${name}`] });
  });
});

test('What becomes a copy, or none any more, is seen by an index', async () => {
  const { root, host } = await seen({ 'a.md': article('title: A\n'), 'a (1).md': 'Other.\n' });
  const finder = await openFinder(root, host);
  expect(finder.totals().articles).toBe(2);
  writeFiles(root, { 'a.md': article('title: A\n', 'Other.') });
  finder.refresh(true);
  expect([finder.totals().articles, finder.problems.length]).toEqual([1, 1]);
  writeFiles(root, { 'a (1).md': 'Not the same.\n' });
  finder.refresh(true);
  expect([finder.totals().articles, finder.problems.length]).toEqual([2, 0]);
  finder.close();
});

test('A removed article takes its copies with it, and brings them back', async () => {
  const files = { 'a.md': article('title: A\n'), [`${SURE}.md`]: article('title: B\n', 'Other.') };
  const root = temporaryLibrary(files);
  const host = newMachine();
  const library = openLibrary(root, host);
  const now = new Date('2026-11-27T12:00:00Z');
  expect(removeArticles(removing(library), library.articles, now).changed).toBe(1);
  expect(openLibrary(root, host).heads).toEqual([]);
  // They come back by a sync.
  writeFiles(root, files);
  const again = openLibrary(root, host);
  expect([again.articles, again.problems]).toEqual([[], []]);
  library.journals.undo(now);
  expect(openLibrary(root, host).articles.map(({ id }) => id)).toEqual(['a']);
});
