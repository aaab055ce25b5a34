// Undo of removals and marks, with real files.

import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatEntry } from '../../../src/core/journal/journal-entry.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { emptyTrash } from '../../../src/library/store/remove-articles.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';
import { ids, now, open, remove } from '../../support/library/removing.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

describe('undo', () => {
  test('takes back the newest first, and each once', () => {
    const { library, reopen } = open();
    const set = (starred: boolean) =>
      library.journals.change([{ id: 'a', set: { starred } }], { now });
    const ops = [set(true), set(false), set(true)].map(({ op }) => op);
    const undone = ops.map(() => reopen().journals.undo(now)?.undoes);
    expect(undone).toEqual(ops.reverse());
    expect(reopen().journals.undo(now)).toBe(null);
    expect(reopen().journals.state({ id: 'a' }).starred).toBe(false);
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
    const { read, starred, tags } = reopen().journals.state({ id: 'a' });
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
    expect(reopen().journals.state({ id: 'a' })).toMatchObject({ position, read: true });
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
