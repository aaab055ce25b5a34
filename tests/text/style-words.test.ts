// Styles in words, and what they are painted as.
import { expect, test } from 'vitest';
import { paintSpans } from '../../src/text/palette.ts';
import { parseStyle, type Theme, themeTints } from '../../src/text/themes.ts';

/** The parameters that a text in these roles is painted with. */
function painted(
  styles: Readonly<Record<string, string>>,
  roles: readonly ('headline' | 'link' | 'meta' | 'strong')[],
  { theme = 'terminal', depth = 24 }: { theme?: Theme; depth?: 24 | 8 } = {},
): string {
  const tints = themeTints(theme, null, { styles, depth });
  const text = paintSpans([{ text: 'x', roles }], { color: true, hyperlinks: false, tints });
  return /^\x1b\[([\d;]*)mx/.exec(text)?.[1] ?? '';
}

test.each([
  ['bold #c0392b', '1;38;2;192;57;43'],
  ['BOLD  Italic underline', '1;3;4'],
  ['reverse strike 244', '7;9;38;5;244'],
  ['blue', '34'],
  ['bright-blue on black', '94;40'],
  ['white on 24', '37;48;5;24'],
  ['red on #000000', '31;48;2;0;0;0'],
  ['on bright-red', '101'],
  ['dim', '2'],
  ['', ''],
])('The style %j is painted as %j', (style, codes) => {
  expect(painted({ headline: style }, ['headline'])).toBe(codes);
});

test.each([
  ['bod', 'bod'],
  ['bold 256', '256'],
  ['#12345', '#12345'],
  ['on', null],
  ['bright-bold', 'bright-bold'],
  ['\u001b[31m', '\u001b[31m'],
])('Of %j the word %j is none of a style', (style, word) => {
  const look = parseStyle(style, 24);
  expect(typeof look === 'string' ? look : null).toBe(word);
});

test('Where there are 256 colours the nearest of them stands for one of 24 bits', () => {
  const at8 = (style: string) => painted({ headline: style }, ['headline'], { depth: 8 });
  expect(at8('#ff0000')).toBe('38;5;196');
  expect(at8('#5f87af on #000000')).toBe('38;5;67;48;5;16');
  expect(at8('#ffffff')).toBe('38;5;231');
});

test('A style stands for the look of its role, and within another as looks do', () => {
  expect(painted({ link: 'italic' }, ['headline', 'link'])).toBe('1;3;31');
  expect(painted({ headline: 'underline 33' }, ['headline', 'strong'])).toBe('1;4;38;5;33');
  expect(painted({ link: 'blue' }, ['meta'])).toBe('2');
});

test('What dim text and the hues are is the theme’s, and the user’s before that', () => {
  expect(painted({}, ['meta'], { theme: 'nord' })).toBe('38;2;129;161;193');
  expect(painted({ dim: '244' }, ['meta'], { theme: 'nord' })).toBe('38;5;244');
  expect(painted({ red: 'blue' }, ['headline'])).toBe('1;34');
  expect(painted({ headline: 'bold red' }, ['headline'], { theme: 'mono' })).toBe('1');
});
