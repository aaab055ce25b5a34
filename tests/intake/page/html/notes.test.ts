// What stands at the end of a story and belongs to it: its notes, and who told it.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph } from './story-with.ts';

test('The notes of a newsletter stay with their numbers', () => {
  const link = '<a class="footnote-anchor" href="https://a.example/x#footnote-1">1</a>';
  const note = (at: number): string =>
    `<div class="footnote"><a id="footnote-${at}" class="footnote-number" href="https://a.example/x#footnote-anchor-${at}">${at}</a><div class="footnote-content"><p>Two of them were terns.</p></div></div>`;
  const end = `${paragraph(5)}${note(1)}`;
  const told = markdownWith(`<p>Nobody counts the gulls!${link} ${LINE.repeat(2)}</p>${end}`);
  expect(told).toContain('Nobody counts the gulls\\![1](https://a.example/x#footnote-1)');
  expect(told).toMatch(/\n\n\[1\]\(\S+\)\n\nTwo of them were terns\./);
});

test.each(['<p><em>(QUILLPORT 24 with AFP, REUTERS)</em></p>', '<p>(Quelle: Quillport Post)</p>'])(
  'Who told a story is told at its end: %s',
  (line) => {
    const story = [1, 2, 3, 4, 5, 6].map(paragraph).join('');
    const page = `<main><h1>A bridge for the sound</h1><div>${story}${line}</div></main>`;
    expect(parseHtml(page).draft.markdown).toContain(line.replace(/<[^>]+>/g, ''));
  },
);
