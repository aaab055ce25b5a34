import { describe, expect, it } from 'vitest';
import { HEIGHTS, inTurns, screenFaults } from '../../support/reader/reader-screens.ts';

/** Every width from the smallest to where a list is a table. */
const WIDTHS = Array.from({ length: 45 }, (_, index) => 20 + index);

describe('every narrow screen', () => {
  it.each(HEIGHTS)('fits widths from 20 to 64 at %i rows', (rows) => {
    for (const columns of inTurns(WIDTHS, rows))
      expect(screenFaults({ columns, rows })).toEqual([]);
  });
});
