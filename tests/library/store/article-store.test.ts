import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../src/core/article/article.ts';
import { NewsprintError } from '../../../src/core/errors.ts';
import type { NewArticle } from '../../../src/library/articles/format-article.ts';
import { scanExisting } from '../../../src/library/finder/existing-articles.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { openStore } from '../../../src/library/store/article-store.ts';
import { emptyTrash } from '../../../src/library/store/remove-articles.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';

const now = new Date('2026-11-24T12:00:00Z');

function open(root = temporaryLibrary()) {
  const host = { env: { XDG_STATE_HOME: temporaryFolder() }, platform: 'linux' };
  const library = () => openLibrary(root, host);
  const store = () => openStore(scanExisting(library()), now);
  const put = async (title: string, markdown: string, url: string | null = null) => {
    const one = store();
    const article = { ...NO_FRONT_MATTER, title, markdown, url, base: null };
    const stored = await one.put(() => article, url === null ? [] : [url]);
    one.finish();
    return stored;
  };
  return { root, library, store, put };
}

test('No draft of a file stays behind', async () => {
  const { root, put } = open();
  await put('One', 'Text.');
  await put('One', 'Other text.');
  expect(readdirSync(join(root, '2026')).sort()).toEqual([
    '2026-11-24-one-2.md',
    '2026-11-24-one.md',
  ]);
});

test('A name that differs from another only in case is not made', async () => {
  const root = temporaryLibrary({ '2026-11-24-ONE.md': '# Other\n\nText.\n' });
  expect((await open(root).put('One', 'Text.')).id).toBe('2026-11-24-one-2');
});

test('What another process stored meanwhile is found, not doubled', async () => {
  const { root, store, put } = open();
  const late = store();
  await put('One', 'Text.', 'https://example.org/1');
  const article = { ...NO_FRONT_MATTER, title: 'One', markdown: 'Text.', base: null };
  const again = { ...article, url: 'https://example.org/1' };
  expect(await late.put(() => again, [again.url])).toMatchObject({ kind: 'left' });
  expect((await late.put(() => article, [])).kind).toBe('left');
  expect(readdirSync(join(root, '2026'))).toHaveLength(1);
});

test('The same text at another address is one article with both', async () => {
  const { root, put } = open();
  await put('One', 'Text.', 'https://example.org/1');
  const { path, kind } = await put('One', 'Text.', 'https://example.net/2');
  expect(kind).toBe('replaced');
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain('url: https://example.org/1\n');
  expect(text).toContain('also:\n  - https://example.net/2\n');
});

test('What replaces an article leaves it the date and the names that it has none of', async () => {
  const { root, store } = open();
  const url = 'https://example.org/1';
  const named = { published: '2021-07-19', source: 'Herald', authors: ['Ann Lee'] };
  const put = async (one: Partial<NewArticle>) => {
    const putting = store();
    const article = {
      ...NO_FRONT_MATTER,
      title: 'One',
      url,
      markdown: 'Text.',
      base: null,
      ...one,
    };
    const { path } = await putting.put(() => article, [url]);
    putting.finish();
    return readFileSync(join(root, path), 'utf8');
  };
  await put({ ...named, markdown: 'It begins.' });
  const whole = await put({});
  expect(whole).toMatch(/published: .*2021-07-19[\s\S]*Text\.$/m);
  expect([whole.includes('Herald'), whole.includes('Ann Lee')]).toEqual([true, true]);
  expect(await put({ authors: ['Bo Kay'] })).not.toContain('Ann Lee');
});

test('A file edited by hand goes to the trash with what was written', async () => {
  const { root, library, put } = open();
  const { path } = await put('One', 'Text.', 'https://example.org/1');
  writeFileSync(join(root, path), `${readFileSync(join(root, path), 'utf8')}A note of mine.\n`);
  await put('One', 'Text.', 'https://example.org/1');
  expect(readFileSync(join(root, path), 'utf8')).not.toContain('A note of mine.');
  expect(library().journals.undo(now)?.trashed).toEqual([path]);
  expect(readFileSync(join(root, path), 'utf8')).toContain('A note of mine.');
});

test('What replaced a file stays where the trash was emptied: there is nothing to bring back', async () => {
  const { root, library, put } = open();
  const { path } = await put('One', 'Text.', 'https://example.org/1');
  await put('One', 'New text.', 'https://example.org/1');
  emptyTrash(root);
  expect(library().journals.undo(now)).toBeNull();
  expect(readFileSync(join(root, path), 'utf8')).toContain('New text.');
});

test('Of files added at once, only the one that was replaced stays where the trash was emptied', async () => {
  const { root, store, library, put } = open();
  const both = store();
  for (const title of ['One', 'Two']) {
    const url = `https://example.org/${title}`;
    await both.put(
      () => ({ ...NO_FRONT_MATTER, title, markdown: 'Text.', url, base: null }),
      [url],
    );
  }
  both.finish();
  await put('One', 'New text.', 'https://example.org/One');
  emptyTrash(root);
  expect(library().journals.undo(now)?.trashed).toEqual(['2026/2026-11-24-two.md']);
  expect(readdirSync(join(root, '2026'))).toEqual(['2026-11-24-one.md']);
});

test('An added file that has gone is no step to undo', async () => {
  const { root, library, put } = open();
  const { path } = await put('One', 'Text.');
  rmSync(join(root, path));
  expect(library().journals.undo(now)).toBeNull();
});

test('A journal line of a path out of the library moves nothing', async () => {
  const { root, library, put } = open();
  await put('One', 'Text.');
  const outside = join(temporaryFolder(), 'mine.md');
  writeFileSync(outside, 'Mine.\n');
  const folder = join(root, '.newsprint/state');
  const [name = ''] = readdirSync(folder);
  const line = readFileSync(join(folder, name), 'utf8');
  const path = `../${outside.split('/').slice(-2).join('/')}`;
  writeFileSync(join(folder, name), line.replace('2026/2026-11-24-one.md', path));
  expect(library().journals.undo(now)).toBeNull();
  expect(readFileSync(outside, 'utf8')).toBe('Mine.\n');
});

function plain(title: string, markdown: string) {
  return () => ({ ...NO_FRONT_MATTER, title, markdown, base: null });
}

test('The same article twice at once is one file', async () => {
  const { root, store } = open();
  const one = store();
  const all = [1, 2, 3].map(() => one.put(plain('One', 'Text.'), []));
  expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(['added', 'left', 'left']);
  one.finish();
  expect(readdirSync(join(root, '2026'))).toEqual(['2026-11-24-one.md']);
  expect(readdirSync(join(root, '.newsprint/drafts'))).toEqual([]);
});

test('What another process stores while a file is written is met, not lost', async () => {
  const { root, library, store, put } = open();
  const [same, other] = [store(), store()];
  await put('One', 'Text.');
  await put('Two', 'Text.');
  expect(await same.put(plain('One', 'Text.'), [])).toMatchObject({ kind: 'left' });
  expect(await other.put(plain('Two', 'Other text.'), [])).toMatchObject({
    kind: 'added',
    id: '2026-11-24-two-2',
  });
  other.finish();
  expect(library().journals.undo(now)?.trashed).toEqual(['2026/2026-11-24-two-2.md']);
  expect(readdirSync(join(root, '2026'))).toHaveLength(2);
});

test('A file that cannot be written is no step to undo, and the next one is tried anew', async () => {
  const { root, library, store } = open();
  writeFileSync(join(root, '2026'), 'in the way');
  const one = store();
  const twice = [1, 2].map(() => one.put(plain('One', 'Text.'), []));
  const results = await Promise.allSettled(twice);
  const said = "'2026' is no folder, and is in the way of one";
  expect(results.map((result) => result.status === 'rejected' && result.reason.message)).toEqual([
    said,
    said,
  ]);
  one.finish();
  expect(library().journals.undo(now)).toBeNull();
});

test('Of a year with a thousand articles those that follow lie in folders of months', async () => {
  const old = Array.from({ length: 1000 }, (_, at) => [`2026/2026-01-01-old-${at}.md`, '# Old\n']);
  const { root, store, library } = open(temporaryLibrary(Object.fromEntries(old)));
  const one = store();
  const article = { ...NO_FRONT_MATTER, markdown: 'Text.', url: null, base: null };
  const put = async (title: string, published: string | null) => {
    const placed = (path: string) => ({
      ...article,
      title,
      published,
      markdown: `![](${path}.jpg)`,
    });
    return (await one.put(placed, [])).path;
  };
  expect(await put('New', '2026-11-02')).toBe('2026/11/2026-11-02-new.md');
  expect(await put('New', '2026-11-02')).toBe('2026/11/2026-11-02-new-2.md');
  expect(await put('Old 7', '2026-01-01')).toBe('2026/01/2026-01-01-old-7-2.md');
  expect(await put('Elsewhere', '2025-11-02')).toBe('2025/2025-11-02-elsewhere.md');
  one.finish();
  expect(library().articles).toHaveLength(1004);
  const text = readFileSync(join(root, '2026/11/2026-11-02-new.md'), 'utf8');
  expect(text).toContain('![](2026/11/2026-11-02-new.md.jpg)');
});

/** A year with 999 articles, and one more: stores opened before and after it differ. */
async function openCrowded() {
  const files = Array.from({ length: 999 }, (_, at) => [`2026/2026-01-01-old-${at}.md`, '# Old\n']);
  const opened = open(temporaryLibrary(Object.fromEntries(files)));
  const toYear = opened.store();
  await opened.put('Filler', 'It makes the year a crowded one.');
  return { ...opened, toYear, toMonth: opened.store() };
}

test.each([
  ['month', 'year'],
  ['year', 'month'],
])(
  'What went to the folder of the %s is met by who would put it in that of the %s',
  async (first) => {
    const { root, library, toYear, toMonth } = await openCrowded();
    const article = {
      ...NO_FRONT_MATTER,
      title: 'One',
      markdown: 'Text.',
      base: null,
      url: 'https://example.org/1',
    };
    const other = { ...article, markdown: 'Else.', url: 'https://example.org/2' };
    const [early, late] = first === 'year' ? [toYear, toMonth] : [toMonth, toYear];
    const folder = first === 'year' ? '2026' : '2026/11';
    expect(await early.put(() => article, [article.url])).toEqual({
      kind: 'added',
      id: '2026-11-24-one',
      path: `${folder}/2026-11-24-one.md`,
    });
    expect(await late.put(() => article, [article.url])).toMatchObject({ kind: 'left' });
    expect(await late.put(() => other, [other.url])).toMatchObject({
      id: expect.stringMatching(/^2026-11-24-one-[\da-z]{4}$/),
    });
    expect(library().problems).toEqual([]);
    expect(readdirSync(join(root, '2026')).some((name) => name === '2026-11-24-one.md')).toBe(
      first === 'year',
    );
  },
);

test('A file whose folder cannot be made is refused in words', async () => {
  const { root, store } = open();
  writeFileSync(join(root, '2026'), 'in the way');
  const said = "'2026' is no folder, and is in the way of one";
  await expect(store().put(plain('One', 'Text.'), [])).rejects.toThrow(said);
});

/** An article whose text cannot be had the first time it is asked for. */
function failing(error: Error) {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked === 1) throw error;
    return { ...NO_FRONT_MATTER, title: 'One\u009b two', markdown: 'Text.', base: null };
  };
}

test('What the system refuses is told beside the headline, and anything else as it is', async () => {
  const { store } = open();
  const cause = Object.assign(new Error('it cannot be'), { code: 'ENOSPC' });
  const message = 'One two: cannot be kept: no space left';
  const said = expect.objectContaining({ message, code: 'failed', cause });
  await expect(store().put(failing(cause), [])).rejects.toThrow(said);
  for (const other of [
    new TypeError('a mistake'),
    new NewsprintError('told', { code: 'failed' }),
  ]) {
    await expect(store().put(failing(other), [])).rejects.toBe(other);
  }
});
