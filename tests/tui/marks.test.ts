// Marks, removal and undo in readers on a real library, without a terminal.

import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestReader, type TestReaderOptions } from '../support/reader-session.ts';
import { temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const LONG = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${index + 1} has words enough to wrap on each screen there is, I think.`,
).join('\n\n');

/** Ten articles, newest first `a` … `j`; every second one fits one screen. */
function tenArticles(): string {
  const files = Array.from('abcdefghij', (id, index) => [
    `${id}.md`,
    `---\ntitle: Story ${id}\npublished: 2026-11-${20 - index}\n---\n${index % 2 === 0 ? LONG : 'Short.'}\n`,
  ]);
  return temporaryLibrary(Object.fromEntries(files));
}

/** A library, and readers of one machine on it. */
function machine(root = tenArticles()) {
  const stateHome = temporaryFolder();
  return {
    root,
    read: (options: TestReaderOptions = {}) => openTestReader(root, { stateHome, ...options }),
  };
}

function journal(root: string): string {
  const folder = join(root, '.newsprint/state');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

describe('marking', () => {
  it('toggles read and star, in the list and in the article', () => {
    const reader = machine().read();
    reader.press('m', 'j', 's');
    expect(
      reader
        .rows()
        .slice(2, 5)
        .map((row) => row.slice(0, 5)),
    ).toEqual(['     ', '▸ ●★ ', '  ●  ']);
    expect(reader.rows()[0]).toContain('10 articles, 9 unread');
    reader.press('k', 'm', 'enter', 's', 'm');
    expect(reader.rows().at(-2)).toMatch(/^ Top · 3 min · read · ★ /);
    reader.press('m', 's');
    expect(reader.rows().at(-2)).toMatch(/^ Top · 3 min · unread {2}/);
  });

  it('marks all that are listed, and takes that back in one step', () => {
    const reader = machine().read({ filter: 'story' });
    expect(reader.press('m', 'M').note?.text).toBe('9 articles marked read, U takes it back');
    expect(reader.rows()[0]).toContain('10 articles, all read');
    expect(reader.press('M').note?.text).toBe('all read');
    expect(reader.press('U').note?.text).toBe('took back: 9 articles marked');
    expect(reader.state().unread).toBe(9);
    expect(reader.press('U').unread).toBe(10);
    expect(reader.press('U').note?.text).toBe('nothing to undo');
  });

  it('leaves a row that no longer fits where it is, until the filter is applied anew', () => {
    const reader = machine().read({ filter: 'is:unread' });
    reader.press('j', 'j', 'm');
    expect(reader.ids().join('')).toBe('abcdefghij');
    expect(reader.selectedId()).toBe('c');
    reader.press('/', 'enter');
    expect(reader.ids().join('')).toBe('abcdefghij');
    reader.press('S', 'S', 'S', 'S');
    expect(reader.ids().join('')).toBe('abdefghij');
  });

  it('applies the filter anew after an article that hid the list, but for the one just read', () => {
    const reader = machine().read({ filter: 'is:unread' });
    reader.press('m', 'j', 'enter', 'q');
    expect(reader.ids().join('')).toBe('bcdefghij');
    expect(reader.selectedId()).toBe('b');
    expect(reader.rows()[2]).toMatch(/^▸ {4}19 Nov|^▸ {4}2026-11-19/);
  });
});

describe('the next unread', () => {
  const read = (keys: readonly string[]) => {
    const reader = machine().read();
    reader.press('j', 'm', 'j', 'm', 'j', 'm', 'G', 'm', 'g', ...keys);
    return reader;
  };
  it.each([
    ['n', 'e'],
    ['N', 'i'],
    ['2n', 'f'],
    ['nN', 'a'],
    ['5G n n N', 'f'],
    ['Gn', 'a'],
  ])('is found by %s', (keys, id) => {
    expect(read(Array.from(keys).filter((key) => key !== ' ')).selectedId()).toBe(id);
  });

  it('says when it goes round, and when there is none', () => {
    expect(read(['G', 'n']).state().note?.text).toBe('on from the top');
    expect(read(['N']).state().note?.text).toBe('on from the end');
    const reader = machine().read();
    expect(reader.press('M', 'n').note?.text).toBe('no unread article');
    expect(reader.press('m', 'n').note?.text).toBe('no other unread article');
  });

  it('opens when Space meets the end of an article', () => {
    const reader = read(['enter', 'G', 'space']);
    expect(reader.selectedId()).toBe('e');
    expect(reader.state().focus).toBe('article');
  });

  it('gives way to the hits of a find', () => {
    const reader = machine().read({ open: 'a' });
    reader.press('/', ...'paragraph 1', 'enter', 'n');
    expect([reader.selectedId(), reader.state().find?.current]).toEqual(['a', 1]);
    expect(reader.press('tab', 'n').selected).toBe(1);
  });
});

describe('removing', () => {
  it('goes on to the next row and brings the row back selected', () => {
    const reader = machine().read();
    reader.press('4', 'j', 'x');
    expect([reader.ids().join(''), reader.selectedId()]).toEqual(['abcdfghij', 'f']);
    reader.press('x', 'g');
    expect(reader.press('U').note?.text).toBe('took back: 1 article removed');
    expect([reader.ids().join(''), reader.selectedId()]).toEqual(['abcdfghij', 'f']);
    reader.press('G', 'x');
    expect(reader.selectedId()).toBe('i');
  });

  it('shows the next article where one is read, and the list when none is left', () => {
    const reader = machine(temporaryLibrary({ 'a.md': 'A', 'b.md': 'B' })).read({ open: 'a' });
    reader.press('x');
    expect([reader.state().focus, reader.state().page?.id]).toEqual(['article', 'b']);
    reader.press('x');
    expect([reader.state().focus, reader.ids()]).toEqual(['list', []]);
    expect(reader.press('U').listed.length).toBe(1);
  });

  it('keeps the row at its height on the screen', () => {
    const files = Array.from({ length: 60 }, (_, index) => [`n-${index + 10}.md`, 'Text.']);
    const reader = machine(temporaryLibrary(Object.fromEntries(files))).read();
    const { selected, listTop } = reader.press('4', '0', 'j', '5', 'k');
    const after = reader.press('x');
    expect([after.selected, after.listTop]).toEqual([selected, listTop]);
  });
});

describe('an article', () => {
  it('is read when it was opened and its end was on the screen', () => {
    const { root, read } = machine();
    const reader = read();
    reader.press('j', 'enter');
    expect(reader.state().unread).toBe(9);
    reader.press('J');
    expect(reader.state().unread).toBe(9);
    reader.press('G', 'q', 'U');
    expect([reader.state().unread, reader.state().note?.text]).toEqual([8, 'nothing to undo']);
    expect(journal(root).match(/"read":true\},"was".*"auto":true/g)?.length).toBe(2);
  });

  it('that is only shown beside the list is not read', () => {
    const reader = machine().read({ columns: 120, rows: 40 });
    reader.press('j', 'j', 'j');
    expect(reader.state().unread).toBe(10);
    expect(reader.press('tab').unread).toBe(9);
  });

  it('that was marked unread stays so while it is open', () => {
    const reader = machine().read({ open: 'a' });
    reader.press('G', 'm', 'k', 'G', 'k', 'G');
    expect(reader.state().unread).toBe(10);
  });

  it.each([
    [80, 24],
    [40, 24],
    [120, 40],
    [20, 5],
  ])('reopens where it was left, on %i × %i', (columns, rows) => {
    const { read } = machine();
    const first = read({ open: 'a' });
    const { page } = first.press('3', '0', 'j');
    first.press('q');
    const paragraph = page?.lines[page.top]?.paragraph;
    const second = read({ open: 'a', columns, rows });
    const at = second.state().page;
    expect(at?.lines[at.top]?.paragraph).toBe(paragraph);
    second.leave();
    expect(read({ open: 'a' }).state().page?.top).toBe(30);
  });

  it('keeps its place when the reader is quit, once, and no scroll writes', () => {
    const { root, read } = machine();
    const reader = read({ open: 'a' });
    reader.press('m', 'm', ...'jjjjjjjjjj');
    const before = journal(root).split('\n').length;
    reader.leave();
    reader.leave();
    expect(journal(root).split('\n').length).toBe(before + 1);
    expect(read().rows()[2]).toMatch(/\d min left $/);
  });

  it('that was only looked into keeps the place it had', () => {
    const { root, read } = machine();
    read({ open: 'a' }).press('2', '0', 'j', 'q');
    const before = journal(root);
    read({ open: 'a', columns: 120, rows: 40 }).press('q');
    expect(journal(root)).toBe(before);
  });
});

describe('another reader', () => {
  it('shows what the first one marks, removes and brings back', () => {
    const { read } = machine();
    const [first, second] = [read(), read({ filter: 'is:unread' })];
    second.press('4', 'j');
    first.press('m', 'j', 's', 'j', 'x');
    second.look();
    expect(second.ids().join('')).toBe('abdefghij');
    expect(second.selectedId()).toBe('e');
    expect(
      second
        .rows()
        .slice(2, 4)
        .map((row) => row.slice(0, 5)),
    ).toEqual(['     ', '  ●★ ']);
    first.press('U');
    second.look();
    expect([second.ids().join(''), second.selectedId()]).toEqual(['abcdefghij', 'e']);
  });

  it('brings back what was removed before it was opened', () => {
    const { read } = machine();
    const first = read();
    first.press('x');
    const second = read();
    expect(second.ids().join('')).toBe('bcdefghij');
    first.press('U');
    second.look();
    expect([second.ids().join(''), second.selectedId()]).toEqual(['abcdefghij', 'b']);
    expect(second.press('enter', 'K').page?.id).toBe('a');
  });

  it('neither moves nor closes the page that is read, even where it is removed', () => {
    const { read } = machine();
    const [first, second] = [read(), read({ open: 'c' })];
    second.press('1', '5', 'j');
    first.press('2', 'j', 'x', 'k', 'x');
    const { page, focus } = second.look();
    expect([page?.id, page?.top, focus]).toEqual(['c', 15, 'article']);
    expect(second.ids().join('')).toBe('acdefghij');
    expect(second.rows().at(-2)).toContain('removed');
    const narrow = second.resize({ columns: 50, rows: 20 });
    expect([narrow.page?.id, narrow.page?.problem]).toEqual(['c', null]);
    second.press('q');
    expect([second.ids().join(''), second.selectedId()]).toEqual(['adefghij', 'd']);
  });

  it('keeps a page that comes back while it is read', () => {
    const { read } = machine();
    const [first, second] = [read(), read({ open: 'j' })];
    first.press('G', 'x');
    second.look();
    first.press('U');
    second.look();
    second.press('q');
    expect([second.ids().join(''), second.selectedId()]).toEqual(['abcdefghij', 'j']);
  });

  it('opens an article where the other left it', () => {
    const { read } = machine();
    const [first, second] = [read({ open: 'a' }), read({ open: 'a' })];
    second.press('5', 'j', 'q');
    first.press('2', '0', 'j', 'q');
    second.look();
    expect(second.press('enter').page?.top).toBe(20);
  });
});

describe('where marks cannot be kept', () => {
  it('says so once for what nobody asked for, and each time for what was', () => {
    const reader = openTestReader(tenArticles());
    reader.press('j', 'enter');
    expect(reader.state().note).toMatchObject({ tone: 'warning' });
    expect(reader.state().note?.text).toMatch(/^marks cannot be kept: there is no home folder/);
    expect(reader.press('J', 'J').note).toBeNull();
    for (const key of ['m', 's', 'x', 'M']) {
      expect([key, reader.press(key === 'M' ? 'q' : 'j', key).note?.tone]).toEqual([
        key,
        'warning',
      ]);
    }
    expect(reader.press('U').note?.text).toBe('nothing to undo');
    expect(reader.state().unread).toBe(10);
  });

  it('still knows for its own time where an article was left', () => {
    const reader = openTestReader(tenArticles(), { open: 'a' });
    expect(reader.press('2', '0', 'j', 'J', 'K').page?.top).toBe(20);
  });

  it('goes on where the journals are no folder', () => {
    const { root, read } = machine();
    writeFileSync(join(root, '.newsprint'), 'in the way');
    chmodSync(join(root, '.newsprint'), 0o400);
    const reader = read();
    expect(reader.press('m').note?.text).toMatch(/^marks cannot be kept: .*state/);
    expect(reader.press('j').selected).toBe(1);
  });
});
