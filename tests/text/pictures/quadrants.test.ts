import { expect, test } from 'vitest';
import { quadrantRows } from '../../../src/text/pictures/quadrants.ts';

/** Points by their letters, a row a word. */
function points(...rows: readonly string[]) {
  const colors: Readonly<Record<string, readonly number[]>> = {
    r: [255, 0, 0],
    w: [255, 255, 255],
    k: [0, 0, 0],
    g: [128, 128, 128],
  };
  const bytes = Uint8Array.from(
    rows.flatMap((row) => [...row].flatMap((sign) => colors[sign] ?? [])),
  );
  return { bytes, width: rows[0]?.length ?? 0, height: rows.length };
}

test.for([
  ['rw', 'ww', '▘', '38;2;255;0;0;48;2;255;255;255'],
  ['rr', 'ww', '▀', '38;2;255;0;0;48;2;255;255;255'],
  ['wr', 'rw', '▞', '38;2;255;0;0;48;2;255;255;255'],
  ['wr', 'wr', '▌', '38;2;255;255;255;48;2;255;0;0'],
  ['ww', 'wr', '▛', '38;2;255;255;255;48;2;255;0;0'],
  ['rr', 'rr', ' ', '48;2;255;0;0'],
] as const)('The points %s over %s are the cell %s', ([above, below, text, sgr]) => {
  expect(quadrantRows(points(above, below), 24)).toEqual([[{ text, sgr, roles: [] }]]);
});

test('Of more than two colours in a cell those that are alike are mixed', () => {
  expect(quadrantRows(points('rk', 'gg'), 24)[0]?.[0]?.text).not.toBe(' ');
  expect(quadrantRows(points('wg', 'kk'), 24)).toEqual([
    [{ text: '▀', sgr: '38;2;192;192;192;48;2;0;0;0', roles: [] }],
  ]);
});

test('Cells of the same colours are one span, and rows go from the top', () => {
  const rows = quadrantRows(points('rrrrkk', 'rrrrkk', 'wwwwww', 'wwwwww'), 24);
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['  ', ' '], ['   ']]);
});

test('Among 256 colours a grey that is none of them is mixed from its neighbours', () => {
  const row = 'g'.repeat(32);
  const cells = quadrantRows(points(...Array.from({ length: 32 }, () => row)), 8).flatMap((spans) =>
    spans.flatMap(({ text, sgr = '' }) => [...text].map(() => Number(sgr.slice('48;5;'.length)))),
  );
  const greys = new Map([
    [16 + 43, 95],
    [16 + 86, 135],
  ]);
  const sum = cells.reduce((total, cell) => total + (greys.get(cell) ?? Number.NaN), 0);
  expect(Math.abs(sum / cells.length - 128)).toBeLessThan(3);
});
