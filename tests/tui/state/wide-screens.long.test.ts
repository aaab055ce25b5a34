import { describe, expect, it } from 'vitest';
import { HEIGHTS, inTurns, screenFaults } from '../../support/reader/reader-screens.ts';

/** Every width up to two panes, at which anything is laid out anew, and some beyond. */
const WIDTHS = [...Array.from({ length: 45 }, (_, index) => 65 + index), 120, 140, 160, 180, 200];

describe('every wide screen', () => {
  it.each(HEIGHTS)('fits widths from 65 to 200 at %i rows', (rows) => {
    for (const columns of inTurns(WIDTHS, rows))
      expect(screenFaults({ columns, rows })).toEqual([]);
  });
});
