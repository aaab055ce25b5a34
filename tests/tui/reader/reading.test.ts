// What a reader keeps of reading, and what two readers on one library show of each other.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateJournal } from '../../support/library/state-journal.ts';
import { openTestReader, testMachine } from '../../support/reader/reader-session.ts';

describe('an article', () => {
  it('is read when it was opened and its end was on the screen', () => {
    const { root, read } = testMachine();
    const reader = read();
    reader.press('j', 'enter');
    expect(reader.state().totals.unread).toBe(9);
    reader.press('J');
    expect(reader.state().totals.unread).toBe(9);
    reader.press('G', 'q', 'U');
    expect([reader.state().totals.unread, reader.state().note?.text]).toEqual([
      8,
      'nothing to undo',
    ]);
    expect(stateJournal(root).match(/"read":true\},"was".*"auto":true/g)?.length).toBe(2);
  });

  it('that is only shown beside the list is not read', () => {
    const reader = testMachine().read({ columns: 120, rows: 40 });
    reader.press('j', 'j', 'j');
    expect(reader.state().totals.unread).toBe(10);
    expect(reader.press('tab').totals.unread).toBe(9);
  });

  it('that was marked unread stays so while it is open', () => {
    const reader = testMachine().read({ open: 'a' });
    reader.press('G', 'm', 'k', 'G', 'k', 'G');
    expect(reader.state().totals.unread).toBe(10);
  });

  it.each([
    [80, 24],
    [40, 24],
    [120, 40],
    [20, 5],
  ])('reopens where it was left, on %i × %i', (columns, rows) => {
    const { read } = testMachine();
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
    const { root, read } = testMachine();
    const reader = read({ open: 'a' });
    reader.press('m', 'm', ...'jjjjjjjjjj');
    const before = stateJournal(root).split('\n').length;
    reader.leave();
    reader.leave();
    expect(stateJournal(root).split('\n').length).toBe(before + 1);
    expect(read().rows()[2]).toMatch(/\d min left $/);
  });

  it('that was only looked into keeps the place it had', () => {
    const { root, read } = testMachine();
    read({ open: 'a' }).press('2', '0', 'j', 'q');
    const before = stateJournal(root);
    read({ open: 'a', columns: 120, rows: 40 }).press('q');
    expect(stateJournal(root)).toBe(before);
  });
});

describe('another reader', () => {
  it('shows what the first one marks, removes and brings back', () => {
    const { read } = testMachine();
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
    const { read } = testMachine();
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
    const { read } = testMachine();
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

  it('lets a page that was removed go when it is left, also where it was not moved', () => {
    const { read } = testMachine();
    const [first, second] = [read(), read({ open: 'c' })];
    first.press('2', 'j', 'x');
    second.look();
    second.press('2', 'J');
    expect([second.ids().join(''), second.selectedId()]).toEqual(['abdefghij', 'e']);
  });

  it('keeps a page that comes back while it is read', () => {
    const { read } = testMachine();
    const [first, second] = [read(), read({ open: 'j' })];
    first.press('G', 'x');
    second.look();
    first.press('U');
    second.look();
    second.press('q');
    expect([second.ids().join(''), second.selectedId()]).toEqual(['abcdefghij', 'j']);
  });

  it('outdoes the place of an article that was only shown here', () => {
    const { read } = testMachine();
    const [first, second] = [read({ open: 'a' }), read({ columns: 120 })];
    second.hear({ type: 'wheel', by: 1, column: 80, row: 9 });
    second.press('j');
    first.press('2', '0', 'j', 'q');
    second.look();
    const { page } = second.press('k');
    const { page: there } = read({ columns: 120, open: 'a' }).state();
    expect([page?.id, page?.top]).toEqual(['a', there?.top]);
    expect(page?.top).toBeGreaterThan(10);
  });

  it('opens an article where the other left it', () => {
    const { read } = testMachine();
    const [first, second] = [read({ open: 'a' }), read({ open: 'a' })];
    second.press('5', 'j', 'q');
    first.press('2', '0', 'j', 'q');
    second.look();
    expect(second.press('enter').page?.top).toBe(20);
  });
});

it.each([80, 120])('the tour’s first step turns its page, %i columns wide', (columns) => {
  const articles = join(import.meta.dirname, '../../../articles');
  const tour = readFileSync(join(articles, '2026/2026-11-24-welcome-to-newsprint.md'), 'utf8');
  const step = /^- \[ \] .*$/m.exec(tour)?.[0] ?? '';
  const [open, turn] = step.toLowerCase().match(/(?<=`)\w+(?=`)/g) ?? [];
  const reader = openTestReader(articles, { columns });
  const { page, selected } = reader.press(open ?? '', turn ?? '');
  expect(selected).toBe(0);
  expect(page?.top).toBeGreaterThan(10);
});
