import { describe, expect, it } from 'vitest';
import { screenFaults } from '../support/reader-screens.ts';

const WIDTHS = Array.from({ length: 181 }, (_, index) => 20 + index);
const HEIGHTS = [5, 6, 7, 8, 9, 10, 11, 12, 15, 19, 24, 25, 33, 40, 50, 60];

describe('every screen', () => {
  it.each(HEIGHTS)('fits all widths from 20 to 200 at %i rows', (rows) => {
    for (const columns of WIDTHS) expect(screenFaults({ columns, rows })).toEqual([]);
  });
});
