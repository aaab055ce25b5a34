// What a page says twice, for screens of two sizes or by chance.
import { expect, test } from 'vitest';
import { LINE, markdownWith, paragraph } from './story-with.ts';

const AGAIN = `<p>${LINE} Nobody counts the terns of the sound, though the terns count the ferries.</p>`;
const counted = (markdown: string): number => markdown.split('Nobody counts the terns').length - 1;
const rest = (count: number): string =>
  Array.from({ length: count }, (_, at) => paragraph(at + 10)).join('');

test('A paragraph in two boxes near each other is told once', () => {
  expect(counted(markdownWith(`<div>${AGAIN}</div>${rest(4)}<div>${AGAIN}</div>`))).toBe(1);
});

test.each([
  ['far from the first', `<div>${AGAIN}</div>${rest(5)}<div>${AGAIN}</div>`],
  ['in the same box as the first', AGAIN + AGAIN],
  ['behind a quote of it', `<blockquote>${AGAIN}</blockquote>${rest(1)}<div>${AGAIN}</div>`],
  ['below a heading of its own', `<div>${AGAIN}</div><div><h3>The other pier</h3>${AGAIN}</div>`],
  [
    'in bold, as a question is',
    `<div>${AGAIN}${rest(1)}</div><div>${AGAIN}${rest(1)}</div>`.replace(
      /<p>(The[^<]*terns[^<]*)/g,
      '<p><b>$1</b>',
    ),
  ],
])('A paragraph is told again %s', (_where, part) => {
  expect(counted(markdownWith(part))).toBe(2);
});
