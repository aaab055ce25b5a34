import { describe, expect, it } from 'vitest';
import { createDateFormatter } from '../../../src/core/dates/format-dates.ts';
import { createListColumns } from '../../../src/tui/view/list-columns.ts';
import { articleHead } from '../../support/library/article-head.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { answer, memoryRows } from '../../support/reader/reader-list.ts';
import { driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

function columnsIn(language: string, dates: readonly string[], source: string | null = null) {
  const formatter = createDateFormatter({ language });
  const columns = createListColumns((date) => (date === '' ? '' : formatter.short(date, NOW)));
  const rows = memoryRows(dates.map((published) => articleHead({ published, source })));
  const listed = answer(rows, { scope: '', text: '', isLive: false, sort: 'published' });
  return columns(listed, new Map(rows.map((row) => [row.key, row])));
}

describe('the columns of the list', () => {
  it.each([
    ['en-GB', ['2022-07-02', '2026-11-02'], 11],
    ['en-GB', ['2026-11-02'], 6],
    ['de-DE', ['2022-07-12'], 13],
    ['de-DE', ['2022-07-02', '2021-09-30'], 14],
    ['ja-JP', ['2022-07-02'], 13],
    ['en-GB', [], 0],
  ])('in %s for %j give dates %i', (language, dates, date) => {
    expect(columnsIn(language, dates).date).toBe(date);
  });

  it.each([
    [
      'as wide as dates of this year where the first and the last article of many are of it',
      '2026-01-02',
      7,
    ],
    ['as wide as any where they are not', '2025-01-02', 12],
  ])('are %s', (_, last, date) => {
    const many = Array.from({ length: 201 }, () => '2026-11-02');
    expect(columnsIn('en-GB', [...many, last]).date).toBe(date);
  });

  it('are as wide as the widest source, and none where no article has one', () => {
    expect(columnsIn('en-GB', ['2026-11-02'], '端傳媒').source).toBe(6);
    expect(columnsIn('en-GB', ['2026-11-02']).source).toBe(0);
  });
});

it('While a filter is typed no column of the list gets narrower', () => {
  const years = ['2026-11-02', '2022-07-02'];
  const rows = memoryRows(
    years.map((published, at) => articleHead({ published, title: `Story ${at}` })),
  );
  const columns = createListColumns((date) => (date.startsWith('2026') ? '2 Nov' : '2 Jul 2022'));
  const dateOf = (text: string, isLive: boolean) => {
    const listed = answer(rows, { scope: '', text, isLive, sort: 'published' });
    return columns(listed, new Map(rows.map((row) => [row.key, row]))).date;
  };
  expect([dateOf('', false), dateOf('0', true), dateOf('0', false)]).toEqual([10, 10, 5]);
});

describe('a row of columns that the user named', () => {
  const rowsIn = (columns: number, rows: number, ...names: readonly string[]) => {
    const articles = stories(3).map((story) => ({ ...story, authors: ['Ann Example', 'Bo Li'] }));
    const { state } = driveReader(articles, { columns, rows });
    const named = createListColumns(
      () => '2 Nov',
      undefined,
      () => names,
    );
    return screenRows(state(), testView({ listDate: () => '2 Nov', columns: named }));
  };
  const rowsOf = (columns: number, ...names: readonly string[]) => rowsIn(columns, 24, ...names);

  it('has them in their order, and the title what is left', () => {
    const [, , first, second] = rowsOf(80, 'date', 'title', 'authors', 'marks');
    expect(first).toMatch(/^▸ 2 Nov {2}Story 1 of the day {26,}Ann Example, Bo Li {2}● *$/);
    expect(second).toMatch(/^ {2}2 Nov {2}Story 2/);
    expect(second?.indexOf('Ann')).toBe(first?.indexOf('Ann'));
    expect(rowsOf(80, 'source', 'id')[2]).toMatch(/^▸ The Post {2}story-1 *$/);
  });

  it.each([20, 22, 27])('keeps the title and the marks at %i columns', (columns) => {
    expect(rowsIn(columns, 5, 'marks', 'title')[1]).toMatch(/^▸ ● {2}Story 1/);
    expect(rowsIn(columns, 5, 'title')[1]).toMatch(/^▸ Story 1/);
  });

  it('leaves out the last of them where the title would get too little, and empty ones', () => {
    expect(rowsOf(62, 'marks', 'place', 'title', 'authors', 'url')[2]).toMatch(
      /^▸ ● {2}Story 1 of the day +Ann Example, Bo Li *$/,
    );
    expect(rowsOf(60, 'url', 'authors', 'title', 'id')[2]).toMatch(
      /^▸ \S+\/1 {2}Story 1 of the day +story-1 *$/,
    );
  });

  it('has those in a second row beside the article that do not stand in the first', () => {
    const rows = rowsOf(120, 'title', 'minutes', 'authors');
    expect(rows[2]).toMatch(/^▸ {4}Story 1 of the day +│/);
    expect(rows[3]).toMatch(/^ {5}3 min · Ann Example, Bo Li +│/);
  });
});

describe('a row of the list', () => {
  const rowsOf = (columns: number, date: string) => {
    const articles = stories(3).map((story) => ({ ...story, source: 'The Southern Post' }));
    const { state } = driveReader(articles, { columns });
    const view = testView({ listDate: () => date, columns: createListColumns(() => date) });
    return screenRows(state(), view);
  };

  it('cuts no date of any length', () => {
    expect(rowsOf(80, '12. Juli 2022')[2]).toMatch(
      /^▸ ● {2}12\. Juli 2022 {2}The Southern… {3}Story 1 of/,
    );
    expect(rowsOf(100, '12. Juli 2022')[3]).toMatch(/^ {5}The Southern… · 12\. Juli 2022 │/);
  });

  it('beside the article leaves the minutes out whole, and cuts a source that is longer still', () => {
    expect(rowsOf(100, '2 Nov')[3]?.slice(0, 34)).toBe('     The Southern Post · 2 Nov    ');
    expect(rowsOf(120, '2 Nov')[3]?.slice(0, 40)).toBe('     The Southern Post · 2 Nov · 3 min  ');
  });
});
