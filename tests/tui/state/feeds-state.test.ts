import { describe, expect, it } from 'vitest';
import type { TreeEntry } from '../../../src/jobs/feeds/feed-tree.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const ARTICLES = stories(12);
const entry = (
  kind: TreeEntry['kind'],
  name: string,
  unread: number,
  query: string,
  depth = 0,
): TreeEntry => {
  const counts = { articles: 20, unread };
  const about = { problem: null, history: '', terms: '', feeds: [`at ${name}`] };
  return { kind, name, query, depth, counts, ...about };
};
const GONE = { problem: 'HTTP 404', history: 'HTTP 404, 3 times in a row; it never answered' };
const ENTRIES = [
  entry('folder', 'World', 7, 'source:post'),
  entry('folder', 'Europe', 1, 'title:第', 1),
  entry('feed', 'The Wire', 1, 'title:第6', 2),
  entry('feed', 'The Post', 6, 'title:story', 1),
  { ...entry('feed', 'Gone \x1b[2JPaper', 0, 'feed:"gone"'), ...GONE },
  entry('tag', 'harbour', 0, 'tag:harbour'),
  entry('tag', 'wide', 3, 'title:話'),
];
const SAVED = [{ name: 'Days', text: 'title:day' }];
const drive = (columns = 80, rows = 24, entries = ENTRIES) =>
  driveReader(ARTICLES, { columns, rows, entries, saved: SAVED });
const rows = (driven: Driven) => screenRows(driven.state(), testView());
const feeds = (driven: Driven) => rows(driven).map((row) => row.split('│')[0]?.trimEnd() ?? '');
const status = (driven: Driven) => rows(driven).at(-2)?.trim();
const selected = (driven: Driven) =>
  feeds(driven)
    .find((row) => row.startsWith('▸'))
    ?.slice(1)
    .trim();

describe('the feeds pane', () => {
  it('shows saved queries, folders with their feeds, and tags, with what is unread', () => {
    const driven = drive();
    driven.press('t');
    expect(feeds(driven).slice(2, 18)).toEqual([
      '▸  12  all',
      '',
      '       SAVED QUERIES',
      '       Days',
      '',
      '       FEEDS',
      '    7  ▾ World',
      '    1    ▾ Europe',
      '    1      The Wire',
      '    6    The Post',
      '       Gone [2JPaper !',
      '',
      '       TAGS',
      '       harbour',
      '    3  wide',
      '',
    ]);
    expect(rows(driven)[2]).toContain('│ ▹ ●  Story 1 of the day');
  });

  it('lists what is moved over, Enter goes into it, and Esc is as it was', () => {
    const driven = drive();
    const before = driven.press('/', ...'day', 'enter', '3', 'j');
    driven.press('t', 'n');
    expect(selected(driven)).toBe('7  ▾ World');
    expect(driven.state()).toMatchObject({ scope: { name: 'World' }, listed: { length: 6 } });
    expect(driven.press('escape')).toMatchObject({
      scope: { kind: 'all' },
      filter: before.filter,
      listed: before.listed,
      selected: 3,
    });
    driven.press('t', 'G', 'enter');
    expect(driven.state()).toMatchObject({ feeds: null, scope: { name: 'wide' } });
    expect(rows(driven)[0]).toMatch(/^ wide +4 articles, 4 unread $/);
    driven.press('t');
    expect(selected(driven)).toBe('3  wide');
    driven.press('/', ...'gone', 'enter', 'enter');
    expect(rows(driven).join()).toContain('No articles in Gone [2JPaper.');
  });

  it('says nothing of a list that is not answered yet', () => {
    const driven = drive();
    driven.press('t', '/', ...'gone', 'enter', 'enter');
    const state = {
      ...driven.state(),
      scope: { kind: 'tag', name: 'wide', query: 'title:話' },
    } as const;
    expect(screenRows(state, testView()).join()).not.toContain('No articles');
  });

  it('folds and unfolds, and a key shows only what has news', () => {
    const driven = drive();
    driven.press('t', 'n', 'l');
    expect(driven.state().feeds).toBeNull();
    driven.press('t', 'h');
    expect(selected(driven)).toBe('7  › World');
    expect(feeds(driven).join()).not.toContain('The Post');
    driven.press('l', 'j', 'j', 'h');
    expect(selected(driven)).toBe('1    ▾ Europe');
    driven.press('h', 'h');
    expect(selected(driven)).toBe('7  ▾ World');
    driven.press('.');
    expect(feeds(driven).join()).not.toMatch(/Paper|harbour/);
    driven.press('G', 'k', '.');
    expect(selected(driven)).toBe('6    The Post');
  });

  it('goes on from a row whose news were read to the next one, which is listed', () => {
    const driven = drive();
    driven.press('t', '.', '/', ...'wire', 'enter');
    expect(selected(driven)).toBe('1      The Wire');
    const counts = { articles: 20, unread: 0 };
    const isRead = (name: string) => name === 'Europe' || name === 'The Wire';
    const entries = ENTRIES.map((one) => (isRead(one.name) ? { ...one, counts } : one));
    driven.act({ type: 'tree', entries });
    expect(selected(driven)).toBe('The Wire');
    driven.press('n');
    expect(selected(driven)).toBe('6    The Post');
    expect(driven.state().scope.name).toBe('The Post');
  });

  it('finds a row by letters, in folded folders too', () => {
    const driven = drive();
    driven.press('t', 'n', 'h', '/', ...'the');
    expect(driven.state().scope.name).toBe('The Wire');
    driven.press('down');
    expect(driven.state().scope.name).toBe('The Post');
    driven.press('escape');
    expect([selected(driven), driven.state().prompt]).toEqual(['7  › World', null]);
    driven.press('/', ...'wid', 'enter', 'enter');
    expect(driven.state()).toMatchObject({ feeds: null, scope: { name: 'wide' } });
  });

  it('fetches one feed or folder, marks it read, and tells what is wrong with it', () => {
    const driven = drive();
    driven.press('t', 'n', 'R', 'M');
    expect(driven.effects.slice(1)).toMatchObject([
      { type: 'fetch', only: ['at World'] },
      { type: 'mark-listed' },
    ]);
    driven.press('/', ...'gone', 'enter');
    expect(status(driven)).toMatch('HTTP 404 · 0 unread of 20 articles');
    expect(driven.press('!').note?.text).toBe(GONE.history);
  });

  it('cuts a long name, and not the sign of what is wrong with it', () => {
    const gone = { ...entry('feed', 'The Gone Paper of the North', 0, 'feed:x'), problem: 'no' };
    const driven = drive(80, 24, [gone]);
    driven.press('t');
    expect(feeds(driven)).toContain('       The Gone Paper of… !');
    driven.press('G');
    expect(selected(driven)).toBe('The Gone Paper of… !');
  });

  it('leaves the reader as it was, the article that was open too', () => {
    for (const columns of [80, 120]) {
      const driven = drive(columns);
      const before = driven.press('3', 'j', 'enter', '5', 'j');
      const screen = rows(driven);
      driven.press('t', 'j', 'j');
      expect(driven.state().focus).toBe('list');
      const after = driven.press('escape');
      expect([after.focus, after.page, after.selected]).toEqual([
        before.focus,
        before.page,
        before.selected,
      ]);
      expect(rows(driven)).toEqual(screen);
    }
  });

  it('keeps its row when others come before it', () => {
    const driven = drive();
    driven.press('t', 'n');
    driven.act({
      type: 'tree',
      entries: [entry('folder', 'A new one', 1, 'feed:new'), ...ENTRIES],
    });
    expect(selected(driven)).toBe('7  ▾ World');
  });

  it('is clicked: the heading opens it, a row is selected, then listed', () => {
    const driven = drive();
    driven.hear({ type: 'click', column: 4, row: 0 });
    const row = feeds(driven).findIndex((text) => text.endsWith('The Post'));
    driven.hear({ type: 'click', column: 9, row });
    expect(selected(driven)).toBe('6    The Post');
    expect(driven.hear({ type: 'click', column: 9, row })).toMatchObject({
      feeds: null,
      scope: { name: 'The Post' },
    });
  });

  it('has the screen of a small terminal to itself, without the names of sections', () => {
    const driven = drive(20, 5);
    driven.press('t', 'G');
    expect(rows(driven)).toEqual([
      ' feeds              ',
      '       Gone [2JPa… !',
      '       harbour      ',
      '▸   3  wide         ',
      ' 3 unread of 20 art…',
    ]);
  });

  it('stands beside list and article on a wide screen, as wide as keys make it', () => {
    const driven = drive(180, 30);
    driven.act({ type: 'tree', entries: ENTRIES });
    expect(rows(driven)[8]).toMatch(/ 7 {2}▾ World +│ .+ │ /);
    expect(rows(driven)[2]).toMatch(/^▹ +12 {2}all +│ ▸ ●/);
    const bar = () => rows(driven)[2]?.indexOf('│');
    const natural = bar() ?? 0;
    driven.press('t', 'j', '+');
    expect([bar(), driven.state().scope.name]).toEqual([natural + 4, 'Days']);
    expect(rows(driven)[5]).toMatch(/^▸ {6}Days/);
    driven.press('9', '9', '-', '-');
    expect(bar()).toBe(21);
    driven.press('+');
    expect(bar()).toBe(25);
    expect(driven.press('escape').scope.kind).toBe('all');
    expect(driven.press('h', 'j', 'l')).toMatchObject({ feeds: null, scope: { name: 'Days' } });
    driven.press('escape');
    const articleAt = () => rows(driven)[2]?.lastIndexOf('│') ?? 0;
    const before = articleAt();
    expect(driven.press('enter').focus).toBe('article');
    driven.press('+');
    expect(articleAt()).toBe(before - 4);
    const row = feeds(driven).findIndex((text) => text.endsWith('The Post'));
    expect(driven.hear({ type: 'click', column: 9, row }).scope.name).toBe('The Post');
    expect(driven.press('escape').focus).toBe('article');
  });

  it('narrows at once on a screen where it cannot be as wide as it was made on another', () => {
    const driven = drive(200, 30);
    driven.act({ type: 'tree', entries: ENTRIES });
    driven.press('t', ...Array.from({ length: 12 }, () => '+'));
    driven.act({ type: 'resize', size: { columns: 165, rows: 30 } });
    const bar = () => rows(driven)[2]?.indexOf('│') ?? 0;
    const wide = bar();
    driven.press('-');
    expect(bar()).toBe(wide - 4);
  });

  it('is turned by the wheel over it, list and article by the wheel over them', () => {
    const driven = drive(180, 30);
    driven.act({ type: 'tree', entries: ENTRIES });
    driven.press('t', 'g');
    const turn = (column: number) =>
      driven.hear({ type: 'wheel', by: 1, column, row: 5 }).feeds?.selected;
    expect(turn(170)).toBe(0);
    expect(turn(2)).toBeGreaterThan(0);
  });

  it('says what to do where there is nothing in it', () => {
    const driven = driveReader(ARTICLES);
    expect(driven.press('t').note?.text).toContain('a follows a feed');
  });
});
