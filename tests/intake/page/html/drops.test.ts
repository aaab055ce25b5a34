// What is taken out of a page together with the last thing in its box, and what is told of it.
import { expect, test } from 'vitest';
import { createDrops } from '../../../../src/intake/page/html/body/drop-furniture.ts';
import { parsePage } from '../../../../src/intake/page/html/document/parse-page.ts';
import { lineOf } from '../../../../src/intake/page/html/dom/dom.ts';
import { selectFirst } from '../../../../src/intake/page/html/dom/select.ts';
import { LINE, markdownWith } from './story-with.ts';

test.each([
  ['is told of', new Set<string>(), ['Share', 'A big label'], ''],
  ['stays where it is wanted', new Set(['A big label']), ['Share'], 'A big label'],
])('A label over what goes %s', (_, wanted, told, left) => {
  const page = parsePage('<main><div><h3>A big label</h3><p class="x">Share</p></div></main>');
  const share = selectFirst(page, '.x');
  const { dropped, drop } = createDrops(wanted);
  if (share !== null) drop(share, 'button');
  expect(dropped.map(({ text }) => text)).toEqual(told);
  expect(lineOf(selectFirst(page, 'main'))).toBe(left);
});

test('A list keeps its points where an advertisement stands among them', () => {
  const list = '<ul><li>Flour</li><li>Sugar</li><li><p>Advertisement</p></li></ul>';
  expect(markdownWith(`<p>${LINE}</p>${list}`)).toMatch(/^- Flour\n+- Sugar$/m);
});

test.each([
  [
    '<div><p>O bridge of stone<br>O river wide</p><div><p>Share this article</p></div></div>',
    'O river',
  ],
  ['<div><p>Bridge 1, river 0</p><p>Share this article</p></div>', 'Bridge 1, river 0'],
])('A short text stays that stands in one box with an invitation: %s', (box, text) => {
  const markdown = markdownWith(box);
  expect(markdown).toContain(text);
  expect(markdown).not.toContain('Share');
});

test.each([
  ['#', false],
  ['/gulls-', true],
])('A line over a list of links to %s1 stays: %s', (to, isStory) => {
  const items = ['Gulls of the sound', 'Terns of the sound'].map(
    (text, at) => `<li><a href="${to}${at}">${text}</a></li>`,
  );
  const label = '<p>This story of the sound has these parts:</p>';
  const markdown = markdownWith(`${label}<ul>${items.join('')}</ul>`);
  expect(markdown.includes('these parts')).toBe(isStory);
  expect(markdown).not.toContain('Terns');
});
