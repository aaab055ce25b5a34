// The points that a page sums its story up in.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';
const STORY = [1, 2, 3, 4, 5].map((hour) => `<p>${LINE.repeat(3)}At ${hour} it left.</p>`).join('');
const POINTS = ['The bridge costs four crowns each way', 'The old ferry sails for the last time'];
const LIST = `<ul>${POINTS.map((point) => `<li>${point}</li>`).join('')}</ul>`;

function summaryOf(head: string): readonly string[] {
  const html = `<html><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1>${head}${STORY}</article></main></body></html>`;
  return parseHtml(html).draft.summary;
}

test.each([
  'Key takeaways',
  'Das Wichtigste in Kürze',
  'Ce qu’il faut retenir',
  'Las claves',
  'Em resumo',
  'Punti chiave',
  'Sammanfattning',
  'W skrócie',
  '요약',
])('The list under %s is the summary', (title) => {
  expect(summaryOf(`<p>${LINE.repeat(2)}</p><div><h3>${title}</h3>${LIST}</div>`)).toEqual(POINTS);
});

test('A list of sentences right above the story is the summary', () => {
  expect(summaryOf(LIST)).toEqual(POINTS);
});

test('A list of prices is no summary, whatever it is called', () => {
  const prices = ['Aker 30 2,111.72 -14.43 (-0.68%)', 'Sound 500 18,037.10 -105.32 (-0.58%)'];
  const items = prices.map((price) => `<li>${price}</li>`).join('');
  expect(summaryOf(`<div class="market-summary"><ul>${items}</ul></div>`)).toEqual([]);
});

test('What asks the reader to go elsewhere is no point', () => {
  const more = "<li><a href='/'>Visit our page for more stories.</a></li></ul>";
  expect(summaryOf(LIST.replace('</ul>', more))).toEqual(POINTS);
});

test.each([
  '<ul><li>By Ada Li</li><li>4 May 2026, 12:00</li></ul>',
  `<ul><li><a href="/a">${POINTS[0]}</a></li><li><a href="/b">${POINTS[1]}</a></li></ul>`,
  `<ul class="share-list"><li>Send this story to a friend</li><li>Put it on your own wall</li></ul>`,
  `<ul><li><h3>${POINTS[0]}</h3></li><li><h3>${POINTS[1]}</h3></li></ul>`,
  `<p>${LINE.repeat(3)}</p>${LIST}`,
])('It is no summary: %s', (head) => {
  expect(summaryOf(head)).toEqual([]);
});

test('Of a story that is lists none is its summary', () => {
  expect(summaryOf(`<p>The bridge</p>${LIST}<p>The ferry</p>${LIST}`)).toEqual([]);
});
