import { expect, test } from 'vitest';
import { sixelImage } from '../../../src/text/pictures/sixel.ts';
import { sixelPoints } from '../../support/reader/strips.ts';

test('Every point is there again in its colour, in a height that is no number of bands', () => {
  const [width, height] = [9, 17];
  const colors = ['100;0;0', '0;100;0', '0;0;100', '100;100;100'];
  const at = (row: number, column: number) => colors[(row * row + 3 * column) % 4] ?? '';
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => at(row, column)),
  );
  const bytes = Uint8Array.from(
    rows.flat().flatMap((color) => color.split(';').map((part) => Number(part) * 2.55)),
  );
  expect(sixelPoints(sixelImage({ bytes, width, height }))).toEqual(rows);
});

test('Points alike are written once, and how many they are; no others are painted', () => {
  const bytes = new Uint8Array(3 * 200).fill(255);
  expect(sixelImage({ bytes, width: 200, height: 1 })).toBe(
    '\x1bP0;1q"1;1;200;1#0;2;100;100;100#0!200@\x1b\\',
  );
});
