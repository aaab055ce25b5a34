import { expect, test } from 'vitest';
import { orderSpans } from '../../../src/text/bidi.ts';
import { paintSpans } from '../../../src/text/palette.ts';
import {
  clearRow,
  MOST_PICTURE_ROWS,
  placedRows,
  placeholderRows,
  sendPicture,
} from '../../../src/text/pictures/kitty-graphics.ts';
import { drawParts } from '../../../src/text/pictures/picture-parts.ts';
import { spansWidth } from '../../../src/text/spans.ts';

const PAINT = { color: true, hyperlinks: false };

test('Each row begins with its number, and is as wide as the picture', () => {
  const rows = placeholderRows(0x123456, { file: 'a', columns: 5, rows: 3, shape: 1 });
  const part = '\u{10eeee}';
  expect(rows.map((row) => row.map(({ text }) => text).join(''))).toEqual(
    ['\u0305', '\u030d', '\u030e'].map((mark) => `${part}${mark}\u0305${part.repeat(4)}`),
  );
  expect(rows[0]?.[0]?.sgr).toBe('38;2;18;52;86');
});

test('Rows as many as can be are of one width, whatever order a terminal gets its text in', () => {
  const rows = placeholderRows(1, { file: 'a', columns: 40, rows: MOST_PICTURE_ROWS, shape: 1 });
  expect(rows).toHaveLength(MOST_PICTURE_ROWS);
  expect(new Set(rows.map((row) => row[0]?.text)).size).toBe(MOST_PICTURE_ROWS);
  expect(rows.filter((row) => spansWidth(row) !== 40)).toEqual([]);
  for (const order of ['seen', 'words'] as const)
    expect(rows.map((row) => orderSpans(row, order))).toEqual(rows);
});

test('Parts in a row are written once, with how often they come again', () => {
  const part = '\u{10eeee}';
  const [[cell] = []] = placeholderRows(1, { file: 'a', columns: 20, rows: 1, shape: 1 });
  const drawn = (row: string) => drawParts(row, () => null);
  expect(drawn(`a ${cell?.text} b`)).toBe(`a ${part}\u0305\u0305${part}\x1b[18b b`);
  expect(drawn(`a${part.repeat(3)}`)).toBe(`a${part.repeat(3)}`);
});

test('A picture is sent in pieces of 4096, the last of which says so', () => {
  const sent = sendPicture(7, 'x'.repeat(9000));
  expect(
    sent.split('\x1b\\').map((command) => [command.slice(0, 30).split(';')[0], command.length]),
  ).toEqual([
    ['\x1b_Ga=t,f=100,i=7,m=1,q=2', 4096 + 25],
    ['\x1b_Gm=1,q=2', 4096 + 11],
    ['\x1b_Gm=0,q=2', 808 + 11],
    ['', 0],
  ]);
});

test('An article cannot show parts of pictures', () => {
  const text = 'a\u{10eeee}\u0305\u0305b';
  expect(paintSpans([{ text, roles: [] }], PAINT)).toBe('a\u0305\u0305b');
  expect(paintSpans([{ text, roles: [], sgr: '1' }], PAINT)).toBe(`\x1b[1m${text}\x1b[0m`);
});

test('A row is placed as its part of the points, and cleared by its number from 1', () => {
  const rows = placedRows(
    7,
    { file: 'a', columns: 5, rows: 2, shape: 1 },
    { width: 40, height: 18 },
  );
  expect(rows).toEqual([
    '\x1b_Ga=p,i=7,p=1,x=0,y=0,w=40,h=18,c=5,r=1,C=1,q=2\x1b\\',
    '\x1b_Ga=p,i=7,p=2,x=0,y=18,w=40,h=18,c=5,r=1,C=1,q=2\x1b\\',
  ]);
  expect(clearRow(0)).toBe('\x1b_Ga=d,d=y,y=1,q=2\x1b\\');
});
