import { describe, expect, it } from 'vitest';
import type { FeedOrTag } from '../../../src/jobs/feeds/feed-rows.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const ARTICLES = stories(12);
const entry = (kind: FeedOrTag['kind'], name: string, unread: number, query: string): FeedOrTag => {
  return { kind, name, query, counts: { articles: 20, unread }, problem: null };
};
const ENTRIES = [
  entry('tag', 'harbour', 0, 'tag:harbour'),
  entry('tag', 'wide', 3, 'title:話'),
  { ...entry('feed', 'Gone \x1b[2JPaper', 0, 'feed:"gone"'), problem: 'HTTP 404' },
  entry('feed', 'The Post', 6, 'source:post'),
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
  it('shows saved queries, feeds and tags with what is unread, beside the list', () => {
    const driven = drive();
    driven.press('t');
    expect(feeds(driven).slice(2, 15)).toEqual([
      '▸  12  all',
      '',
      '       SAVED QUERIES',
      '       Days',
      '',
      '       FEEDS',
      '       Gone [2JPaper !',
      '    6  The Post',
      '',
      '       TAGS',
      '       harbour',
      '    3  wide',
      '',
    ]);
    expect(rows(driven)[2]).toContain('│ ▹ ●  Story 1 of the day');
  });

  it('cuts a long name, and not the sign of what is wrong with it', () => {
    const gone = { ...entry('feed', 'The Gone Paper of the North', 0, 'feed:x'), problem: 'no' };
    const driven = drive(80, 24, [gone]);
    driven.press('t');
    expect(feeds(driven)).toContain('       The Gone Paper of… !');
    driven.press('G');
    expect(selected(driven)).toBe('The Gone Paper of… !');
  });

  it('lists what is in a row, and Esc shows all', () => {
    const driven = drive();
    expect(driven.press('t', 'G', 'enter')).toMatchObject({ feeds: null, focus: 'list' });
    expect(driven.state().listed.length).toBe(4);
    expect(status(driven)).toMatch(/^1 of 4 · newest first/);
    expect(rows(driven)[0]).toMatch(/^ wide +4 articles $/);
    driven.press('t');
    expect(selected(driven)).toBe('3  wide');
    expect(driven.press('g', 'l').listed.length).toBe(12);
    expect(driven.press('t', 'G', 'enter', 'escape').listed.length).toBe(12);
    driven.press('t', 'n', 'k', 'enter');
    expect(rows(driven)[3]).toContain('No articles in Gone [2JPaper.');
  });

  it('goes with n to what has news, and says of each row how it stands', () => {
    const driven = drive();
    driven.press('t', 'n');
    expect([selected(driven), status(driven)]).toEqual(['6  The Post', '6 unread of 20 articles']);
    driven.press('k');
    expect(status(driven)).toBe('HTTP 404 · 0 unread of 20 articles');
    driven.press('2', 'n');
    expect(selected(driven)).toBe('3  wide');
    driven.press('N', 'N');
    expect(selected(driven)).toBe('12  all');
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

  it('gives way to a line that is typed', () => {
    const driven = drive();
    expect(driven.press('t', '/')).toMatchObject({ feeds: null, prompt: { kind: 'filter' } });
  });

  it('keeps its row when others come before it', () => {
    const driven = drive();
    driven.press('t', 'n');
    const entries = [entry('feed', 'A new one', 1, 'feed:"new"'), ...ENTRIES];
    driven.act({ type: 'feeds-and-tags', entries });
    expect(selected(driven)).toBe('6  The Post');
  });

  it('is clicked: the heading opens it, a row is selected, then listed', () => {
    const driven = drive();
    driven.hear({ type: 'click', column: 4, row: 0 });
    const row = feeds(driven).findIndex((text) => text.endsWith('The Post'));
    driven.hear({ type: 'click', column: 9, row });
    expect(selected(driven)).toBe('6  The Post');
    expect(driven.hear({ type: 'click', column: 9, row }).listed.length).toBe(6);
    driven.hear({ type: 'click', column: 4, row: 0 });
    expect(driven.hear({ type: 'click', column: 60, row: 5 }).feeds).toBeNull();
  });

  it('has the screen of a small terminal to itself, without the names of sections', () => {
    const driven = drive(20, 5);
    driven.press('t', 'G');
    expect(rows(driven)).toEqual([
      ' feeds and tags     ',
      '    6  The Post     ',
      '       harbour      ',
      '▸   3  wide         ',
      ' 3 unread of 20 art…',
    ]);
  });

  it('says what to do where there is nothing in it', () => {
    const driven = driveReader(ARTICLES);
    expect(driven.press('t')).toMatchObject({ feeds: null });
    expect(driven.state().note?.text).toContain('newsprint feeds add URL');
  });
});
