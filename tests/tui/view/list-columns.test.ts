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

  it('are as wide as the widest source, and none where no article has one', () => {
    expect(columnsIn('en-GB', ['2026-11-02'], '端傳媒').source).toBe(6);
    expect(columnsIn('en-GB', ['2026-11-02']).source).toBe(0);
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
