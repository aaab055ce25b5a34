// Removing, the trash and undo, with real files.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatEntry } from '../../../src/core/journal/journal-entry.ts';
import {
  type Library,
  openLibrary,
  reviseLibrary,
} from '../../../src/library/finder/open-library.ts';
import type { Host } from '../../../src/library/place/device.ts';
import {
  emptyTrash,
  listTrash,
  removeArticles,
} from '../../../src/library/store/remove-articles.ts';
import { journalEntry } from '../../support/journal-entry.ts';
import { newMachine } from '../../support/machine.ts';
import { removing } from '../../support/removing.ts';
import { temporaryLibrary, writeFiles } from '../../support/temporary-library.ts';

const now = new Date('2026-11-24T22:19:00.123Z');
const FILES = {
  'a.md': '---\ntitle: The first\nurl: https://x.test/a\n---\nText a.\n',
  '2021/b  b.md': '---\ntitle: The second\nguid: "7"\n---\nText b.\n',
  'c.md': '---\ntitle: The third\n---\nText c.\n',
};

function open(host: Host = newMachine(), files: Parameters<typeof temporaryLibrary>[0] = FILES) {
  const root = temporaryLibrary(files);
  const reopen = (): Library => openLibrary(root, host);
  return { root, reopen, library: reopen() };
}

function ids({ articles }: Library): readonly string[] {
  return articles.map(({ id }) => id).sort();
}

function trashed(op: string, path: string, title: string) {
  return { op, id: basename(path, '.md'), path, title };
}

function remove(library: Library, ...wanted: readonly string[]): string {
  const heads = library.articles.filter(({ id }) => wanted.includes(id));
  return removeArticles(removing(library), heads, now).op ?? '';
}

describe('a removed article', () => {
  test('is in the trash under its operation and its path, and not in the library', () => {
    const { root, library, reopen } = open();
    const op = remove(library, 'a', 'b  b');
    expect(ids(reopen())).toEqual(['c']);
    expect(existsSync(join(root, '.newsprint/trash', op, '2021/b  b.md'))).toBe(true);
    expect(
      listTrash(root)
        .map(({ op: of, id, path, title }) => [of, id, path, title])
        .sort(),
    ).toEqual([
      [op, 'a', 'a.md', 'The first'],
      [op, 'b  b', '2021/b  b.md', 'The second'],
    ]);
    expect(ids(reviseLibrary(library))).toEqual(['c']);
  });

  test('comes back with its state, in one step', () => {
    const { root, library, reopen } = open();
    library.journals.change([{ id: 'a', set: { starred: true } }], { now });
    const op = remove(library, 'a', 'b  b');
    const result = reopen().journals.undo(now);
    expect(result).toMatchObject({
      undoes: op,
      ids: ['a', 'b  b'],
      restored: ['a.md', '2021/b  b.md'],
      blocked: [],
    });
    expect(ids(reopen())).toEqual(['a', 'b  b', 'c']);
    expect(reopen().journals.state('a').starred).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(FILES['a.md']);
    expect(readdirSync(join(root, '.newsprint/trash'))).toEqual([]);
  });

  test.for([
    ['under its own name', { 'a.md': FILES['a.md'] }],
    ['under another name with its url', { 'other.md': FILES['a.md'] }],
    ['under another name with its guid', { 'other.md': FILES['2021/b  b.md'] }],
  ])('stays hidden when it comes back %s, also after the trash was emptied', ([, files]) => {
    const { root, library, reopen } = open();
    remove(library, 'a', 'b  b');
    expect(emptyTrash(root)).toBe(2);
    writeFiles(root, files as Record<string, string>);
    expect(ids(reopen())).toEqual(['c']);
  });

  test('does not hide another of its url that stays', () => {
    const { library, reopen } = open(newMachine(), { ...FILES, 'twin.md': FILES['a.md'] });
    remove(library, 'a');
    expect(ids(reopen())).toEqual(['b  b', 'c', 'twin']);
    remove(reopen(), 'twin');
    expect(ids(reopen())).toEqual(['b  b', 'c']);
  });

  test('whose place is taken stays in the trash, and the other in its place', () => {
    const { root, library, reopen } = open();
    const op = remove(library, 'a');
    writeFiles(root, { 'a.md': 'Another.\n' });
    expect(reopen().journals.undo(now)).toMatchObject({ restored: [], blocked: ['a.md'] });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('Another.\n');
    expect(existsSync(join(root, '.newsprint/trash', op, 'a.md'))).toBe(true);
    expect(ids(reopen())).toContain('a');
  });

  test('that a copy brought back is not kept in the trash as well', () => {
    const { root, library, reopen } = open();
    remove(library, 'a');
    writeFiles(root, { 'a.md': FILES['a.md'] });
    expect(reopen().journals.undo(now)).toMatchObject({ restored: [], blocked: [] });
    expect(listTrash(root)).toEqual([]);
    expect(ids(reopen())).toContain('a');
  });

  test('whose file has gone is hidden all the same', () => {
    const { root, library, reopen } = open();
    rmSync(join(root, 'a.md'));
    expect(
      removeArticles(
        removing(library),
        library.articles.filter(({ id }) => id === 'a'),
        now,
      ),
    ).toMatchObject({ changed: 1, problems: [] });
    writeFiles(root, { 'a.md': FILES['a.md'] });
    expect(ids(reopen())).not.toContain('a');
  });

  test('comes back though its folder has gone', () => {
    const { root, library, reopen } = open();
    remove(library, 'b  b');
    rmSync(join(root, '2021'), { recursive: true });
    reopen().journals.undo(now);
    expect(ids(reopen())).toContain('b  b');
  });
});

describe('a removal', () => {
  test('of what is removed already is none', () => {
    const { root, library, reopen } = open();
    const heads = library.articles.filter(({ id }) => id === 'a');
    removeArticles(removing(library), heads, now);
    writeFiles(root, { 'a.md': FILES['a.md'] });
    const again = removeArticles(removing(reopen()), heads, now);
    expect(again).toEqual({ op: null, changed: 0, problems: [] });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(FILES['a.md']);
  });

  test('hides what cannot be moved, and says why', () => {
    const { root, library, reopen } = open();
    writeFiles(root, { '.newsprint/trash': 'in the way' });
    const result = removeArticles(removing(library), library.articles, now);
    expect(result.changed).toBe(3);
    expect(result.problems.map(({ path }) => path).sort()).toEqual([
      '2021/b  b.md',
      'a.md',
      'c.md',
    ]);
    for (const { message } of result.problems) {
      expect(message).toMatch(/^the file cannot be moved to the trash: \S/);
    }
    expect(ids(reopen())).toEqual([]);
    expect(existsSync(join(root, 'c.md'))).toBe(true);
  });

  test('does not hide another of its guid that stays', () => {
    const files = { ...FILES, 'twin.md': FILES['2021/b  b.md'] };
    const { library, reopen } = open(newMachine(), files);
    remove(library, 'b  b');
    expect(ids(reopen())).toEqual(['a', 'c', 'twin']);
  });

  test('of two of one address hides a third that comes later', () => {
    const { root, library, reopen } = open(newMachine(), { ...FILES, 'twin.md': FILES['a.md'] });
    remove(library, 'a', 'twin');
    writeFiles(root, { 'late.md': FILES['a.md'] });
    expect(ids(reopen())).toEqual(['b  b', 'c']);
  });
});

describe('undo', () => {
  test('takes back the newest first, and each once', () => {
    const { library, reopen } = open();
    const set = (starred: boolean) =>
      library.journals.change([{ id: 'a', set: { starred } }], { now });
    const ops = [set(true), set(false), set(true)].map(({ op }) => op);
    const undone = ops.map(() => reopen().journals.undo(now)?.undoes);
    expect(undone).toEqual(ops.reverse());
    expect(reopen().journals.undo(now)).toBe(null);
    expect(reopen().journals.state('a').starred).toBe(false);
  });

  test('leaves what was changed again since, here or elsewhere', () => {
    const { root, library, reopen } = open();
    const set = { read: true, starred: true, tags: { one: true, two: true } };
    library.journals.change([{ id: 'a', set }], { now });
    openLibrary(root, newMachine()).journals.change(
      [{ id: 'a', set: { starred: false, tags: { two: false } } }],
      { now },
    );
    expect(reopen().journals.undo(now)?.ids).toEqual(['a']);
    const { read, starred, tags } = reopen().journals.state('a');
    expect({ read, starred, ...tags }).toEqual({
      read: false,
      starred: false,
      one: null,
      two: false,
    });
  });

  test('counts an operation of which nothing holds any more as undone', () => {
    const { root, library, reopen } = open();
    library.journals.change([{ id: 'b', set: { starred: true } }], { now });
    const { op } = library.journals.change([{ id: 'a', set: { starred: true } }], { now });
    openLibrary(root, newMachine()).journals.change([{ id: 'a', set: { starred: false } }], {
      now,
    });
    expect(reopen().journals.undo(now)).toMatchObject({ undoes: op, ids: [] });
    expect(reopen().journals.undo(now)?.ids).toEqual(['b']);
  });

  test('passes over positions and automatic marks, and over other devices', () => {
    const { root, library, reopen } = open();
    const position = { paragraph: 3, fraction: 0, progress: 0.5 };
    library.journals.change([{ id: 'a', set: { position, read: true } }], { now, auto: true });
    openLibrary(root, newMachine()).journals.change([{ id: 'c', set: { read: true } }], { now });
    expect(reopen().journals.undo(now)).toBe(null);
    expect(reopen().journals.state('a')).toMatchObject({ position, read: true });
  });

  test('passes over what was emptied from the trash', () => {
    const { root, library, reopen } = open();
    const { op } = library.journals.change([{ id: 'c', set: { read: true } }], { now });
    remove(library, 'a');
    emptyTrash(root);
    expect(reopen().journals.undo(now)?.undoes).toBe(op);
    expect(reopen().journals.undo(now)).toBe(null);
    expect(ids(reopen())).not.toContain('a');
  });

  test('goes on where another process took the same operation back', () => {
    const { library, reopen } = open();
    for (const id of ['a', 'c']) library.journals.change([{ id, set: { read: true } }], { now });
    const [one, other] = [reopen(), reopen()];
    one.journals.undo(now);
    expect(other.journals.undo(now)?.ids).toEqual(['a']);
  });

  test('follows no path out of the library that a journal names', () => {
    const { root, library, reopen } = open();
    const op = remove(library, 'a');
    const outside = temporaryLibrary();
    symlinkSync(outside, join(root, 'link'));
    const [name = ''] = readdirSync(join(root, '.newsprint/state'));
    // A name that no other program has in the folder above.
    const out = `${basename(root)}-out`;
    const forged = [
      `../${out}.md`,
      `/tmp/${out}.md`,
      `link/${out}.md`,
      `.newsprint/${out}.md`,
      `${out}.txt`,
      `x/../../${out}.md`,
    ];
    const lines = forged.map((path, index) =>
      formatEntry(
        journalEntry({
          id: `f${index}`,
          op: `forged${index}`,
          t: `2027-01-01T00:00:0${index}.000Z`,
          set: { removed: true },
          rest: { was: { removed: false }, path },
        }),
      ),
    );
    writeFiles(root, { [`.newsprint/state/${name}`]: `${lines.join('\n')}\n` });
    for (const [index, path] of forged.entries()) {
      const source = join(root, '.newsprint/trash', `forged${index}`, path);
      if (!path.includes('..'))
        writeFiles(join(source, '..'), { [source.split('/').at(-1) ?? '']: 'evil' });
    }
    for (const _ of forged) reopen().journals.undo(now);
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(root, `../${out}.md`))).toBe(false);
    expect(existsSync(`/tmp/${out}.md`)).toBe(false);
    expect(existsSync(join(root, '.newsprint/trash', op, 'a.md'))).toBe(true);
  });
});

describe('the trash', () => {
  test('of a library without one is empty', () => {
    const { root } = open();
    expect([listTrash(root), emptyTrash(root)]).toEqual([[], 0]);
    expect(existsSync(join(root, '.newsprint'))).toBe(false);
  });

  test('has the newest first, and says what stands in a file’s place and what has no headline', () => {
    const { root } = open();
    writeFiles(root, {
      '.newsprint/trash/old/a.md': FILES['a.md'],
      '.newsprint/trash/new/2021/plain.md': '',
      '.newsprint/trash/mid/gone.md': '# Gone\n',
      '.newsprint/trash/.draft/x.md': '# Half moved\n',
    });
    const days = { old: 1, mid: 2, new: 3 };
    for (const [op, day] of Object.entries(days)) {
      utimesSync(join(root, '.newsprint/trash', op), day * 86_400, day * 86_400);
    }
    expect(listTrash(root)).toEqual([
      {
        ...trashed('new', '2021/plain.md', 'plain'),
        removed: new Date('1970-01-04'),
        isEarlier: false,
      },
      { ...trashed('mid', 'gone.md', 'Gone'), removed: new Date('1970-01-03'), isEarlier: false },
      { ...trashed('old', 'a.md', 'The first'), removed: new Date('1970-01-02'), isEarlier: true },
    ]);
  });

  test('that cannot be read says why, and is not emptied', () => {
    const { root } = open();
    writeFiles(root, { '.newsprint/trash': 'no folder' });
    const message = 'cannot read .newsprint/trash: a part of the path is no folder';
    for (const use of [listTrash, emptyTrash]) {
      expect(() => use(root)).toThrow(expect.objectContaining({ message, code: 'unreadable' }));
    }
    expect(readFileSync(join(root, '.newsprint/trash'), 'utf8')).toBe('no folder');
  });

  test('that is emptied leaves nothing, not even what a crash left before', () => {
    const { root, library } = open();
    remove(library, 'a');
    writeFiles(root, { '.newsprint/.emptied-old/op/x.md': 'x' });
    expect(emptyTrash(root)).toBe(1);
    expect(readdirSync(join(root, '.newsprint'))).toEqual(['state']);
  });

  test('takes a file though it is emptied at the same time', () => {
    const { root, library } = open();
    const trash = join(root, '.newsprint/trash');
    mkdirSync(trash, { recursive: true });
    remove(library, 'a');
    renameSync(trash, join(root, '.newsprint/.emptied-now'));
    const op = remove(reviseLibrary(library), 'c');
    expect(listTrash(root).map(({ op: of, id }) => [of, id])).toEqual([[op, 'c']]);
  });
});

test('What was removed does not come back beside another of its name in the folder of its month', () => {
  const host = newMachine();
  const path = '2026/2026-11-20-alpha.md';
  const { root, library, reopen } = open(host, { [path]: '# Alpha\n\nOne.\n' });
  remove(library, '2026-11-20-alpha');
  writeFiles(root, { '2026/11/2026-11-20-alpha.md': '# Alpha\n\nTwo.\n' });
  expect(reopen().journals.undo(now)).toMatchObject({ restored: [], blocked: [path] });
  expect(existsSync(join(root, path))).toBe(false);
  expect(reopen().problems).toEqual([]);
});
