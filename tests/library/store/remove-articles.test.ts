// Removing, the trash and undo, with real files.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reviseLibrary } from '../../../src/library/finder/open-library.ts';
import {
  emptyTrash,
  listTrash,
  removeArticles,
} from '../../../src/library/store/remove-articles.ts';
import { FILES, ids, now, open, remove, removing } from '../../support/library/removing.ts';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

function trashed(op: string, path: string, title: string) {
  return { op, id: basename(path, '.md'), path, title };
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
    expect(result).toMatchObject({ undoes: op, ids: ['a', 'b  b'], blocked: [] });
    expect(ids(reopen())).toEqual(['a', 'b  b', 'c']);
    expect(reopen().journals.state({ id: 'a' }).starred).toBe(true);
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
    expect(reopen().journals.undo(now)).toMatchObject({ blocked: ['a.md'] });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('Another.\n');
    expect(existsSync(join(root, '.newsprint/trash', op, 'a.md'))).toBe(true);
    expect(ids(reopen())).toContain('a');
  });

  test('that a copy brought back is not kept in the trash as well', () => {
    const { root, library, reopen } = open();
    remove(library, 'a');
    writeFiles(root, { 'a.md': FILES['a.md'] });
    expect(reopen().journals.undo(now)).toMatchObject({ blocked: [] });
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
    ).toMatchObject({ changed: 1 });
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
    expect(again).toEqual({ op: null, changed: 0 });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(FILES['a.md']);
  });

  test('changes nothing where the trash cannot be written, and says why', () => {
    const { root, library, reopen } = open();
    writeFiles(root, { '.newsprint/trash': 'in the way' });
    expect(() => removeArticles(removing(library), library.articles, now)).toThrow(
      /^nothing is removed: \.newsprint\/trash cannot be written: \S/,
    );
    expect(ids(reopen())).toEqual(ids(library));
    expect(existsSync(join(root, 'c.md'))).toBe(true);
    expect(reopen().journals.undo(now)).toBe(null);
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
      '.newsprint/trash/old/gone.md': '# Gone before\n',
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
      {
        ...trashed('old', 'gone.md', 'Gone before'),
        removed: new Date('1970-01-02'),
        isEarlier: true,
      },
    ]);
  });

  test('has a copy that a conflict left once, its article being elsewhere', () => {
    const { root } = open();
    const name = 'a (conflicted copy 2026-11-27 101112)';
    writeFiles(root, { [`.newsprint/trash/op/${name}.md`]: FILES['a.md'] });
    expect(listTrash(root).map(({ id }) => id)).toEqual([name]);
    expect(emptyTrash(root)).toBe(1);
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
  expect(reopen().journals.undo(now)).toMatchObject({ blocked: [path] });
  expect(existsSync(join(root, path))).toBe(false);
  expect(reopen().problems).toEqual([]);
});
