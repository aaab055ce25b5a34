// What pieces of pages are measured by.
import { expect, test } from 'vitest';
import { sharesOf } from '../../../src/intake/label/measures.ts';

test.each([
  ['', [0, 0, 0]],
  ['Ada and Bo', [0, 2 / 3, 0]],
  ['Élan, Ёлка, 𐐀da', [0, 1, 2 / 3]],
  ['4 gulls, 12 hooks', [3 / 17, 0, 1 / 4]],
  ['McKay  iPhone', [0, 1 / 3, 0]],
  ['港口、海鸥，吊车', [0, 0, 2]],
  ['“Ada', [0, 0, 0]],
])('%s has its shares of digits, capitals and commas', (text, shares) => {
  expect(sharesOf(text)).toEqual(shares);
});
