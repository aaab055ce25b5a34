// The first value of some that is there.
import { expect, test } from 'vitest';
import { fillGaps } from '../../src/core/first-value.ts';

test('What one does not know the other fills in', () => {
  const one: { title: string; length: number | null; isNew: boolean } = {
    title: 'A',
    length: null,
    isNew: false,
  };
  expect(fillGaps(one, { title: 'B', length: 7, isNew: true })).toEqual({
    title: 'A',
    length: 7,
    isNew: false,
  });
});
