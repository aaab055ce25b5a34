import { describe, expect, it } from 'vitest';
import { screenFaults } from '../../support/reader-screens.ts';

/** Every width at which anything is laid out anew, and some beyond. */
const WIDTHS = [...Array.from({ length: 90 }, (_, index) => 20 + index), 120, 140, 160, 180, 200];
const HEIGHTS = [5, 6, 7, 8, 9, 10, 12, 19, 24, 40, 60];

describe('every screen', () => {
  it.each(HEIGHTS)('fits widths from 20 to 200 at %i rows', (rows) => {
    for (const columns of WIDTHS) expect(screenFaults({ columns, rows })).toEqual([]);
  });
});
