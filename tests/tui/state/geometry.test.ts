import { describe, expect, it } from 'vitest';
import { NATURAL_WIDTHS, pageStrip, screenGeometry } from '../../../src/tui/state/geometry.ts';
import { knownSize } from '../../../src/tui/terminal/keys.ts';
import { screenFaults } from '../../support/reader/reader-screens.ts';

/** One of each kind; the long tests have them all. */
const SIZES = [
  { columns: 20, rows: 5 },
  { columns: 100, rows: 5 },
  { columns: 160, rows: 11 },
];

describe('every screen', () => {
  it.each(SIZES)('fits $columns × $rows', (size) => {
    expect(screenFaults(size)).toEqual([]);
  });

  it.each([
    { columns: 19, rows: 24 },
    { columns: 80, rows: 4 },
    { columns: 1, rows: 1 },
    { columns: 7, rows: 2 },
  ])('says in one line that $columns × $rows is too small', (size) => {
    expect(screenFaults(size)).toEqual([]);
  });
});

describe('the geometry', () => {
  const panes = (columns: number, focus: 'list' | 'article', articleOnly = false) => {
    const size = { columns, rows: 24 };
    const known = {
      size,
      focus,
      articleOnly,
      feeds: null,
      wideFrom: { two: 100, three: 160 },
      widths: NATURAL_WIDTHS,
    };
    const { list, article } = screenGeometry(known);
    return [list?.width ?? null, article?.width ?? null];
  };

  it('shows one pane below 100 columns and two from there on', () => {
    expect(panes(99, 'list')).toEqual([99, null]);
    expect(panes(99, 'article')).toEqual([null, 99]);
    expect(panes(100, 'list')).toEqual([34, 63]);
    expect(panes(120, 'list', true)).toEqual([120, null]);
    expect(panes(120, 'article', true)).toEqual([null, 120]);
  });

  it.each([
    [80, 76, 2, 76],
    [80, 40, 20, 40],
    [200, 100, 50, 100],
    [80, 100, 0, 80],
    [120, 0, 0, 120],
    [20, 20, 0, 20],
  ])('sets a pane of %i columns with a measure of %i', (columns, measure, left, width) => {
    expect(pageStrip({ left: 0, width: columns }, measure)).toEqual({ left, width });
  });

  it('gives every pane its room, however wide the user makes one', () => {
    const extremes = [-1e9, -30, 0, 30, 100, 1e9];
    for (const columns of [60, 80, 100, 120, 160, 161, 200, 300]) {
      for (const feeds of extremes) {
        for (const list of extremes) {
          const size = { columns, rows: 24 };
          const wideFrom = { two: 60, three: 100 };
          const known = { size, wideFrom, focus: 'list', articleOnly: false, feeds: null } as const;
          const laid = screenGeometry({ ...known, widths: { feeds, list } });
          const widths = [laid.feeds, laid.list, laid.article].flatMap((one) => one?.width ?? []);
          expect(Math.min(...widths)).toBeGreaterThanOrEqual(18);
          expect(widths.reduce((sum, width) => sum + width + 3, -3)).toBe(columns);
        }
      }
    }
  });

  it('takes a terminal that does not know its size for 80 × 24', () => {
    expect(knownSize(0, 0)).toEqual({ columns: 80, rows: 24 });
    expect(knownSize(undefined, undefined)).toEqual({ columns: 80, rows: 24 });
  });
});
