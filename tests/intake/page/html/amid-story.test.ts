// Tables, lists and code between a story's paragraphs, and at its end: no newspaper's, but the story's.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { markdownWith, paragraph } from './story-with.ts';

const row = (cells: readonly unknown[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const around = [1, 2, 3].map((at) => paragraph(at + 20)).join('');

test.each([
  ['in the element of its paragraphs', (table: string) => table],
  ['in one of its own amid them', (table: string) => `<div><div>${table}</div></div>`],
])('A table of few words stays %s', (_where, put) => {
  const table = `<table>${row(['', 'fast', 'slow'])}${row(['old', '9', '8'])}</table>`;
  expect(markdownWith(around + put(table) + around)).toContain('| old | 9 | 8 |');
});

test.each([50, 1000])('A large table may describe one thing in %i letters', (length) => {
  const rows = Array.from({ length: 40 }, (_, at) => row([at, `Gull ${at}`, '9']));
  const table = `<table>${rows.join('')}${row(['40', 'terns '.repeat(length / 6), '9'])}</table>`;
  expect(markdownWith(around + table + around)).toContain('| 39 | Gull 39 | 9 |');
});

test('A list of facts under a heading that ends the story is its own', () => {
  const facts = '<h3>The boat</h3><ul><li>Year: 1912</li><li>Seats: 40</li><li>Rope:</li></ul>';
  const html = `${around}<section class="more"><p>More news</p></section>`;
  expect(markdownWith(`</div><div>${around}${facts}</div>${html.slice(around.length)}`)).toContain(
    '- Year: 1912\n- Seats: 40',
  );
});

test.each([
  '<p>Tags:</p><ul><li>harbour</li><li>quay</li></ul>',
  '<h3>Share this:</h3><ul><li>Click to share it (Opens in new window)</li></ul>',
  '<h3>Related</h3><ul><li>Crane falls in the north</li><li>Boats are dear</li></ul>',
  '<ul class="poll"><li>Yes 40%</li><li>No 60%</li></ul>',
  '<div class="widget"><table><tr><td>Mon</td><td>9-5</td></tr><tr><td>Tue</td><td>9-6</td></tr></table></div>',
])('What is no list or table of the story’s stays out: %s', (part) => {
  const markdown = markdownWith(`</div><div>${around}${around}${part}</div><div>`);
  for (const word of ['quay', 'Click', 'Crane', '40%', '9-5']) expect(markdown).not.toContain(word);
});

test('Paragraphs in a cell of a large table are no cell', () => {
  const rows = Array.from({ length: 60 }, () => row(['L', 'x']));
  const story = `<tr><td>L</td><td>${around}</td></tr>`;
  const markdown = markdownWith(`<table>${rows.join('')}${story}</table>`);
  expect(markdown).toMatch(/At 21 it left\.\n\n/);
});

test('Items that lead to more on what they say stay', () => {
  const said = 'The old boat is told by its bell, and by nothing else. '.repeat(4);
  const item = (name: string) =>
    `<li>The ${name} boat: ${said}<br><strong><a href="/boats-${name}">More on the ${name} boat of the sound</a></strong></li>`;
  const list = `<ol>${['fast', 'slow', 'rusty'].map(item).join('')}</ol>`;
  expect(markdownWith(around + list + around)).toContain('The slow boat');
});

test('Links that end an item after a colon stay in it', () => {
  const links = ['fast', 'slow', 'rusty'].map(
    (name) => `<li><a href="/${name}">A ${name} boat</a></li>`,
  );
  const list = `<ol><li>Boats are told apart as:<ul>${links.join('')}</ul></li><li>Gulls are not, whatever they do.</li></ol>`;
  expect(markdownWith(around + list + around)).toContain('[A rusty boat](https://a.example/rusty)');
  const related = list.replace('Boats are told apart as:', 'Related stories:');
  expect(markdownWith(around + related + around)).not.toContain('rusty');
});

test('A picture between the headline and the story opens it, wherever its box ends', () => {
  const picture = '<img src="https://a.example/f.jpg" width="845" height="321">';
  const title = '<h1>A bridge for the sound</h1>';
  const story = [1, 2, 3, 4, 5, 6].map(paragraph).join('');
  const html = `<html><head><title>A bridge for the sound</title></head><body><main><article>${title}
    <div class="entry"><div><span>${picture}</span></div><div>${story}</div></div></article></main>
    </body></html>`;
  const { markdown } = parseHtml(html, { url: 'https://a.example/x' }).draft;
  expect(markdown).toMatch(/^!\[\]\(https:\/\/a\.example\/f\.jpg\)\n\nThe ferry/);
});

test.each([
  ['1415badge.png', true],
  ['pin-favicon.png', false],
])('The picture %s in a story is one of it: %s', (file, isShown) => {
  const picture = `<p><img src="https://a.example/${file}"></p>`;
  expect(markdownWith(picture).includes(file)).toBe(isShown);
});
